// Titles that say what other fields say: the year, the date, the venue, an organiser; and titles that shout.
import { listed, performances, placeOf } from "./event.js";
import { fault, isMapping, once, WARNING, wordings } from "./facts.js";
import { DAY, dayOf, parseDay, parts, two } from "./moment.js";
import { fold } from "./text.js";
import { marksOf } from "./title.js";

const LETTER = "[\\p{L}\\p{N}_]";

export function titleDoubts(record, facts) {
  const texts = wordings(record.title, record.language);
  if (texts.some(([, title]) => marksOf(title, facts))) return [];
  return [...pieceFaults(record, texts, facts), ...shoutFaults(record, texts, facts)];
}

const asTitle = (record, texts) => (isMapping(record.title) ? Object.fromEntries(texts) : texts[0][1]);

function patterns({ rules: { titles } }) {
  const made = (name, flags) => new RegExp(titles[name], flags);
  return {
    brackets: made("brackets", "gu"),
    places: [made("end", "iu"), made("start", "u")],
    year: made("year", "iu"),
    days: ["digits", "words"].map((name) => new RegExp(`^(?:${titles[name]})$`, "u")),
  };
}

function pieceFaults(record, texts, facts) {
  const names = new Set(namesOf(record, facts).map(fold)), days = daysOf(record, facts), pieces = [];
  const clean = texts.map(([language, title]) => {
    const [rest, found] = withoutPieces(title, names, days, facts);
    pieces.push(...found);
    return [language, rest];
  });
  const value = [...new Set(pieces)].join(", ");
  return pieces.length ? [fault(["title"], "title-doubtful", { value }, asTitle(record, clean), WARNING)] : [];
}

// A title without what other fields say, and what that was; as it is where too little would be left.
function withoutPieces(title, names, days, facts) {
  const { fewest } = facts.rules.titles, found = [];
  let rest = title, match;
  while ((match = nextPiece(rest, names, days, facts))) {
    const around = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`;
    const shorter = around.split(/\s+/).filter(Boolean).join(" ");
    if ((shorter.match(/\p{L}/gu) ?? []).length < fewest || /^\p{Nd}/u.test(shorter)) break;
    found.push(match.groups.piece.trim());
    rest = match.index ? shorter : withCapital(shorter);
  }
  return [rest, found];
}

function nextPiece(title, names, days, facts) {
  const { brackets, places, year } = once(facts, patterns), years = new Set(days.map((day) => String(parts(day)[0])));
  for (const match of [...title.matchAll(brackets), ...places.map((pattern) => pattern.exec(title))]) {
    const piece = match?.groups.piece.trim();
    if (match && (isSaid(piece, names, days, facts) || years.has(piece))) return match;
  }
  const match = year.exec(title);
  return match && years.has(match.groups.piece) ? match : null;
}

// Whether a part of a title is the name of a house of the event, or one of its days.
function isSaid(piece, names, days, facts) {
  if (names.has(fold(piece))) return true;
  const match = once(facts, patterns).days.map((pattern) => pattern.exec(piece)).find(Boolean);
  if (!match) return false;
  const { day, month, year = "" } = match.groups;
  const number = /^[0-9]+$/.test(month) ? Number(month) : facts.rules.months[fold(month)];
  const isThat = (each) => parts(each)[1] === number && parts(each)[2] === Number(day);
  const isYear = (each) => [String(parts(each)[0]), two(parts(each)[0] % 100)].includes(year);
  return days.some(isThat) && (!year || days.some(isYear));
}

// The days of an event as far as they are known, and the first of a month or season that is.
function daysOf(record, facts) {
  const { rules } = facts, { period = {} } = record, dates = performances(record, facts);
  const ends = dates.filter(({ end }) => end && end.precision <= DAY).map(({ end }) => end);
  const run = [period.start, period.end].filter(Boolean).map((typed) => parseDay(typed, rules));
  return [...dates.map(({ start }) => start), ...ends].map(({ local }) => dayOf(local)).concat(run);
}

// What the houses of an event are called.
function namesOf(record, facts) {
  const { organisations } = facts.known, houses = (record.organisers ?? []).map((each) => (isMapping(each) ? each.organisation : each));
  const places = [undefined, ...listed(record, facts).map(({ item }) => item)].map((item) => placeOf(record, facts, item));
  const called = places.filter(Boolean).flatMap(({ name, names }) => names ?? (name ? wordings(name).map(([, text]) => text) : []));
  return [...new Set(houses)].flatMap((house) => organisations[house]?.names ?? []).concat(called);
}

function shoutFaults(record, texts, facts) {
  const isLoud = ([, title]) => isShouted(title, facts.rules.titles), shouted = texts.find(isLoud);
  if (!shouted) return [];
  const towns = facts.known.municipalities.flatMap(({ name }) => Object.values(name));
  const performers = (record.performers ?? []).map((each) => each.name ?? each), names = [...namesOf(record, facts), ...performers, ...towns];
  const clean = texts.map(([language, title]) => [language, isLoud([language, title]) ? inSmallLetters(title, names, facts.rules.titles) : title]);
  return [fault(["title"], "title-shouting", { value: shouted[1] }, asTitle(record, clean), WARNING)];
}

function isShouted(title, { loud: fewest, letters, long }) {
  const words = (title.match(/[\p{L}\p{Nl}\p{No}]+/gu) ?? []).map((word) => [...word].length);
  const isUpper = title === title.toUpperCase() && title !== title.toLowerCase();
  return isUpper && words.filter((size) => size >= long).length >= fewest && words.reduce((one, other) => one + other, 0) >= letters;
}

// A title as a sentence, with a capital first and the names that are known as they are written.
function inSmallLetters(title, names, { abbreviation }) {
  const spelt = new RegExp(`^(?:${abbreviation})$`, "u");
  const words = title.replace(new RegExp(`${LETTER}+`, "gu"), (word) => (spelt.test(word.toLowerCase()) ? word : word.toLowerCase()));
  const small = names.reduce((text, name) => {
    const escaped = name.replace(/[\\^$.*+?()[\]{}|/]/g, (sign) => `\\${sign}`);
    return text.replace(new RegExp(`(?<!${LETTER})${escaped}(?!${LETTER})`, "giu"), () => name.replaceAll("\\", ""));
  }, words);
  return withCapital(small);
}

// A title whose first letter is a capital, unless it has one on purpose further on: iBanda.
const withCapital = (title) => title.replace(/\p{L}(?!\p{Lu})/u, (letter) => letter.toUpperCase());
