// What a problem says, in the language of the page: what is there, and why it cannot stand.
import { once } from "./facts.js";

// How many characters of a value a sentence shows, but for lists of ours.
const LONGEST = 200;
const LISTS = ["choices", "names"], LANGUAGES = ["language", "languages"], NUMBERS = ["count", "length", "limit"];
// Sentences whose lengths are bytes, and those about dates: each is said with its day of the week.
const BYTES = ["text-too-long.body"];
const DATED = [
  ...["date-format", "date-suspicious", "end-before-start", "moment-ambiguous", "moment-impossible", "offset-wrong"],
  ...["previous-start-same", "run-as-dates", "time-doubtful"],
];

export function sayProblem({ at, code, values }, facts, language) {
  const special = `${code}.${values.reason || values.what}`, key = special in facts.messages ? special : code;
  const said = Object.entries(values).map(([name, value]) => [name, sayValue(key, name, value, facts, language)]);
  return filled(facts.messages[key], { ...Object.fromEntries(said), field: shown(at.join("."), facts) });
}

const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

function sayValue(key, name, value, facts, language) {
  if (LANGUAGES.includes(name)) return value.split(", ").map((code) => languageName(code, facts, language)).join(", ");
  if (NUMBERS.includes(name) && /^[0-9]+$/.test(value)) {
    return BYTES.includes(key) ? size(Number(value), facts, language) : number(Number(value), language);
  }
  const characters = [...value], isLong = characters.length > LONGEST && !LISTS.includes(name);
  const text = isLong ? `${characters.slice(0, LONGEST).join("")}…` : value;
  if (!DATED.includes(key.split(".")[0])) return shown(text, facts);
  return text.split(", ").map((each) => withWeekday(each, facts, language)).join(", ");
}

// A text on one line, every character that could hide or move something spelt out.
function shown(text, facts) {
  return text.replace(once(facts, refused), (character) => `\\u{${character.codePointAt(0).toString(16).toUpperCase()}}`);
}

function refused({ rules: { characters: { controls, bidi, surrogates } } }) {
  return new RegExp(`[\\t\\n\\r\\x85\\u2028\\u2029${controls}${bidi}${surrogates}]`, "gu");
}

function withWeekday(value, facts, language) {
  const [, day] = /^([0-9]{4}-[0-9]{2}-[0-9]{2})(?: .*)?$/.exec(value) ?? [], date = new Date(`${day}T00:00Z`);
  const isReal = !Number.isNaN(+date) && date.toISOString().startsWith(day);
  const format = isReal && new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
  return `${format ? format.format(date) : ""} ${shown(value, facts)}`.trimStart();
}

const number = (value, language) => new Intl.NumberFormat(language).format(value).replaceAll("\u202f", " ");

// A number of bytes in words, rounded up.
function size(count, { messages }, language) {
  if (count < 1e6) return filled(messages["size.kilobytes"], { n: Math.ceil(count / 1000) });
  return filled(messages["size.megabytes"], { n: number(Math.ceil(count / 1e6), language) });
}

function languageName(code, { rules: { languages } }, language) {
  const names = new Intl.DisplayNames([language], { type: "language" });
  return languages.sign[code] ?? names.of(code.split("-")[0]);
}
