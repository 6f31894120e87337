// Parts of a title that other fields say: the year, the date, the venue, an organiser.
import { listed, performances, placeOf } from "./event.js";
import { isMapping, once, wordings } from "./facts.js";
import { DAY, dayOf, parseDay, parts, two } from "./moment.js";
import { fold } from "./text.js";
import { withCapital } from "./title_capitals.js";

function patterns({ rules: { titles } }) {
  const made = (name, flags) => new RegExp(titles[name], flags);
  return {
    brackets: made("brackets", "gu"),
    start: made("start", "u"),
    ends: ["end", "date", "year"].map((name) => made(name, "iu")),
    days: titles.days.map((pattern) => new RegExp(`^(?:${pattern})$`, "u")),
  };
}

// A title without what other fields say, and what that was; as it is where too little would be left.
// `names` are those of the event's houses, folded.
export function withoutPieces(title, names, record, facts) {
  const { fewest } = facts.rules.titles, days = daysOf(record, facts), found = [];
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
  const { brackets, start, ends } = once(facts, patterns), pieceOf = ({ groups }) => groups.piece.trim();
  const isName = (match) => names.has(fold(pieceOf(match))), isDay = (match) => isDate(pieceOf(match), days, facts);
  const found = [...title.matchAll(brackets), start.exec(title)].filter(Boolean).find((match) => isName(match) || isDay(match));
  const isAtEnd = (match) => isName(match) || (isDay(match) && !isUnfinished(title.slice(0, match.index), facts.rules.titles));
  return found ?? ends.map((pattern) => pattern.exec(title)).filter(Boolean).find(isAtEnd);
}

// Whether a part of a title is one of the days of an event, or the year of one.
function isDate(piece, days, facts) {
  const match = once(facts, patterns).days.map((pattern) => pattern.exec(piece)).find(Boolean);
  const isYear = (typed) => days.some((each) => [String(parts(each)[0]), two(parts(each)[0] % 100)].includes(typed));
  if (!match) return piece.length === 4 && isYear(piece);
  const { day, month, year } = match.groups;
  const number = /^[0-9]+$/.test(month) ? Number(month) : facts.rules.months[fold(month)];
  return days.some((each) => parts(each)[1] === number && parts(each)[2] === Number(day)) && (!year || isYear(year));
}

// Whether what stands before a date goes on with it: "Les films de", "10 -", "Du samedi".
function isUnfinished(rest, { unfinished }) {
  const last = /([\p{L}\p{N}]+)[^\p{L}\p{N}]*$/u.exec(rest)?.[1];
  return last !== undefined && (/^\p{Nd}+$/u.test(last) || unfinished.includes(fold(last)));
}

// The days of an event as far as they are known, and the first of a month or season that is.
function daysOf(record, facts) {
  const { rules } = facts, { period = {} } = record, dates = performances(record, facts);
  const ends = dates.filter(({ end }) => end && end.precision <= DAY).map(({ end }) => end);
  const run = [period.start, period.end].filter(Boolean).map((typed) => parseDay(typed, rules));
  return [...dates.map(({ start }) => start), ...ends].map(({ local }) => dayOf(local)).concat(run);
}

// What the houses of an event are called.
export function namesOf(record, facts) {
  const { organisations } = facts.known, houses = (record.organisers ?? []).map((each) => (isMapping(each) ? each.organisation : each));
  const places = [undefined, ...listed(record, facts).map(({ item }) => item)].map((item) => placeOf(record, facts, item));
  const called = places.filter(Boolean).flatMap(({ name, names }) => names ?? (name ? wordings(name).map(([, text]) => text) : []));
  return [...new Set(houses)].flatMap((house) => organisations[house]?.names ?? []).concat(called);
}
