// What the scripts say, in the words of the catalogue that came with the data.

export function speaker(words, language) {
  const plurals = new Intl.PluralRules(language), numbers = new Intl.NumberFormat(language);
  const form = (key, n) => words[key][plurals.select(n) === "one" ? 0 : 1];
  return {
    language,
    say: (key, values = {}) => filled(words[key], values),
    count: (key, n, values = {}) => filled(form(key, n), { n: numbers.format(n), ...values }),
    number: (n) => numbers.format(n),
  };
}

function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}
