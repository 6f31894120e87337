// Which entries answer to what is asked for, and how many would answer to each further choice.
import { FIRST, LAST, isOnWithin, isWeek, isWithin, rangeOf } from "./days.js";
import { NO_LANGUAGE, PARTLY, WHEN } from "./query.js";

const PLAIN = ["discipline", "type", "municipality", "venue", "organisation", "group", "tariff", "participation", "audience"];
const FLAGS = ["free", "online"];
const ALWAYS = { first: FIRST, last: LAST, since: 0 };
const SEVERAL = "several";
// Languages that are spoken and those of surtitles are one question: what a visitor understands.
const QUESTION = { surtitles: "language", from: "when", to: "when", runs: "when" };

export function questionOf(key) {
  return QUESTION[key] ?? key;
}

// What of an entry stands in a range: its dates, its run, its month or season; without a range, all that is to come.
export function appearance(entry, { range, today, hasRuns }) {
  const days = (entry.days ?? []).filter((day) => isDay(day, range, today));
  return { days, hasRun: hasRuns && isRun(entry, range, today), isVague: isVague(entry, range, today) };
}

function appears(entry, { range, today, hasRuns }) {
  if (entry.days?.some((day) => isDay(day, range, today))) return true;
  return (hasRuns && isRun(entry, range, today)) || isVague(entry, range, today);
}

function isDay(day, range, today) {
  return day[0] >= today && (!range || isWithin(day, range));
}

function isRun(entry, range, today) {
  return Boolean(entry.run) && isOnWithin(entry, range ?? ALWAYS, today);
}

// A month or season, by its first and last day, is shown beside a week or more, never beside a day.
function isVague({ vague: ends }, range, today) {
  if (!ends) return false;
  const { first, last } = range ?? { first: today, last: LAST }, next = first > today ? first : today;
  return isWeek({ first, last }) && ends.some((day, place) => place % 2 === 0 && day <= last && ends[place + 1] >= next);
}

// The questions that are asked, each with its test: [question, test of an entry and its position].
export function testsOf(state, time, found) {
  const tests = [["when", (entry) => appears(entry, time)]], features = featuresOf(state);
  const ask = (question, isAsked, test) => isAsked && tests.push([question, test]);
  ask("q", found, (entry, position) => found[position]);
  for (const key of PLAIN) ask(key, state[key].length, (entry) => state[key].some((value) => has(entry, key, value)));
  for (const key of FLAGS) ask(key, state[key], (entry) => Boolean(entry[key]));
  ask("language", state.language.length || state.surtitles.length, (entry) => isUnderstood(entry, state));
  ask("access", features.length, (entry) => features.every((name) => answers(state, entry.access?.[name])));
  ask("age", state.age, ({ age }) => age && (age[0] ?? 0) <= state.age && state.age <= (age[1] ?? 99));
  return tests;
}

// The entries that pass all tests, and those that fail a single one, by its question.
export function choose(entries, tests) {
  const chosen = [], missed = Object.fromEntries(tests.map(([question]) => [question, []]));
  entries.forEach((entry, position) => {
    const failed = failedBy(entry, position, tests);
    if (!failed) chosen.push(entry);
    else if (failed !== SEVERAL) missed[failed].push(entry);
  });
  return { chosen, missed };
}

// The only question that an entry fails.
function failedBy(entry, position, tests) {
  let failed = "";
  for (const [question, test] of tests) {
    if (test(entry, position)) continue;
    if (failed) return SEVERAL;
    failed = question;
  }
  return failed;
}

// How many entries have each value of a key: those that answer to all other questions.
export function counted(key, { chosen, missed }) {
  const counts = new Map(), isEach = key === "access";
  for (const entry of isEach ? chosen : [...chosen, ...(missed[questionOf(key)] ?? [])]) {
    for (const value of valuesOf(entry, key)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

// How many entries there are in each of the next days that one may choose.
export function countedWhen({ chosen, missed }, time) {
  const entries = [...chosen, ...missed.when];
  const within = (range) => entries.filter((entry) => appears(entry, { ...time, range })).length;
  return new Map(WHEN.map((when) => [when, within(rangeOf({ when }, time.today))]));
}

// How many of those that fail for their accessibility or age alone do not say whether they would answer.
export function unstated(state, { missed }) {
  const silent = ({ access = {} }) => featuresOf(state).every((name) => !access[name] || answers(state, access[name]));
  return {
    access: (missed.access ?? []).filter(silent).length,
    age: (missed.age ?? []).filter(({ age }) => !age).length,
  };
}

function featuresOf({ access }) {
  return access.filter((name) => name !== PARTLY);
}

function answers({ access }, answer) {
  return answer === "yes" || (answer === "partial" && access.includes(PARTLY));
}

function isUnderstood(entry, { language, surtitles }) {
  const speaks = language.some((code) => (code === NO_LANGUAGE ? entry.open : has(entry, "language", code)));
  return speaks || surtitles.some((code) => has(entry, "surtitles", code));
}

function has(entry, key, value) {
  const own = entry[key];
  return own === value || (Array.isArray(own) && own.includes(value));
}

function valuesOf(entry, key) {
  if (key === "access") return Object.keys(entry.access ?? {}).filter((name) => entry.access[name] === "yes");
  if (FLAGS.includes(key)) return entry[key] ? ["1"] : [];
  const open = key === "language" && entry.open ? [NO_LANGUAGE] : [];
  return [...(entry[key] === undefined ? [] : [entry[key]].flat()), ...open];
}
