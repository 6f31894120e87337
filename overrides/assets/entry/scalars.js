// What is wrong with a value of one line, by the kind of its field.
import { fault, once } from "./facts.js";
import { guessDay, guessMoment, guessTime, withDayFirst, withoutZone } from "./guess.js";
import { parseDay, parseMoment, parseTime } from "./moment.js";
import { nearest } from "./nearest.js";
import { amountFaults } from "./price.js";
import { fold, foldWord, length } from "./text.js";
import { urlFaults } from "./url.js";
import { guessAges } from "./words_meant.js";
import { isZone } from "./zone.js";

const LANGUAGE = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/;
const NAMES = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });
const COUNTRIES = "BE, FR, NL, LU, DE, GB, …";

export function scalarFaults(rule, value, at, facts) {
  return (KINDS[rule.kind] ?? matching)(rule, value, at, facts);
}

export const tooLong = (value, limit, at) =>
  length(value) > limit ? [fault(at, "text-too-long", { length: String(length(value)), limit: String(limit) })] : [];

const line = ({ limit }, value, at) => tooLong(value, limit, at);

const KINDS = {
  line,
  reference: line,
  choice,
  country,
  language,
  age: (rule, value, at, { rules }) => orElse(matching(rule, value, at, guessAges(value, rules)), () => reversed(value, at)),
  moment: (_, value, at, { rules }) => {
    const code = /^[0-9]{4}-[0-9]{2}-[0-9]{2}[ T]/.test(value) ? "time-format" : "date-format";
    return parsed(parseMoment(value, rules), () => guessMoment(value, rules), code, value, at, rules);
  },
  day: (_, value, at, { rules }) =>
    parsed(parseDay(value, rules), () => guessDay(value, rules), "date-format", value, at, rules),
  time: (_, value, at, { rules }) => parsed(parseTime(value), () => guessTime(value), "time-format", value, at, rules),
  url: (_, value, at, facts) => urlFaults(value, facts, at),
  amount: (_, value, at) => amountFaults(value, at),
  count: (_, value, at) => (/^[0-9]{1,6}$/.test(value) ? [] : [fault(at, "number-expected", { value })]),
  hashtag: (rule, value, at) => matching(rule, value, at, value.replace(/[^A-Za-zÀ-ÖØ-öø-ÿ0-9_]/g, "")),
  zone: (_, value, at, { rules }) => (isZone(value) ? [] : [fault(at, "time-zone-unknown", { value }, rules.zones[fold(value)] ?? "")]),
  true: () => [],
};

const orElse = (faults, others) => (faults.length ? faults : others());

function matching({ pattern, code, example }, value, at, guess) {
  const hint = typeof guess === "string" ? guess : "";
  return new RegExp(`^(?:${pattern})$`, "u").test(value) ? [] : [fault(at, code, { value, example }, hint)];
}

function choice({ choices }, value, at, { rules }) {
  if (choices.includes(value)) return [];
  const word = rules.words[foldWord(value)]?.find((each) => choices.includes(each)), hint = word ?? nearest(value, choices);
  return [fault(at, "value-unknown", { value, choices: choices.join(", ") }, hint)];
}

function country(_, value, at, facts) {
  const { countries } = facts.rules, upper = value.toUpperCase();
  if (countries.includes(value)) return [];
  const hint = countries.includes(upper) ? upper : once(facts, countryNames)[fold(value)] ?? "";
  return [fault(at, "value-unknown", { value, choices: COUNTRIES }, hint)];
}

function countryNames({ rules: { countries } }) {
  const named = ["fr", "nl", "en", "de"].flatMap((language) => {
    const names = new Intl.DisplayNames([language], { type: "region" });
    return countries.map((code) => [fold(names.of(code)), code]);
  });
  return Object.fromEntries(named);
}

export function isLanguage(code, { rules }) {
  return code in rules.languages.sign || (LANGUAGE.test(code) && Boolean(NAMES.of(code.split("-")[0])));
}

function language(_, value, at, facts) {
  if (isLanguage(value, facts)) return [];
  const lower = value.toLowerCase();
  const hint = isLanguage(lower, facts) ? lower : facts.rules.languages.named[fold(value)] ?? "";
  return [fault(at, "language-unknown", { value }, hint)];
}

function reversed(value, at) {
  const [youngest, oldest] = value.split("-");
  const isReversed = youngest && oldest && Number(youngest) > Number(oldest);
  return isReversed ? [fault(at, "age-reversed", { value }, `${oldest}-${youngest}`)] : [];
}

function parsed(found, guess, code, value, at, rules) {
  if (found !== null && found !== false) return [];
  if (found === false) return [fault(at, "moment-impossible", { value }, withDayFirst(value, rules))];
  const near = guess(), reason = code === "time-format" && withoutZone(value) !== value ? "zone" : "near";
  return [fault(at, code, { value, near, reason: near ? reason : "" }, near)];
}
