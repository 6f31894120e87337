// Countries by their names (Unicode CLDR, from the browser), as other records are known: nobody types codes here.

export function countriesOf({ rules: { countries }, languages }, language) {
  const readers = [...new Set([language, ...languages, "en"])].map((code) => new Intl.DisplayNames([code], { type: "region" }));
  return Object.fromEntries(countries.map((code) => [code, { names: [...new Set(readers.map((names) => names.of(code)))] }]));
}
