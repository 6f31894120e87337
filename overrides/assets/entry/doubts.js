// Hours and days that are possible, and probably a slip; periods that say half of what they should.
import { listed, performances, placeOf, ruled } from "./event.js";
import { fault, NOTICE, now, WARNING } from "./facts.js";
import { A_DAY, A_MINUTE, dateOf, dayOf, MINUTE, minutesOf, moment, parseDay, parts } from "./moment.js";
import { parseMoment, parseTime, text, timeText } from "./moment.js";
import { offsetAt } from "./zone.js";

const LAST_MINUTE = 23 * 60 + 59;
const NIGHT_ENDS = 5 * 60 * A_MINUTE;

export function doubts(record, facts) {
  return [...hours(record, facts), ...distance(record, facts)];
}

function hours(record, facts) {
  const { rules } = facts, faults = [], read = (value) => (value ? parseMoment(value, rules) : null);
  const short = { at: [], start: read(record.start), end: read(record.end) };
  for (const { at, start, end } of [short, ...listed(record, facts)]) {
    if (start && isDoubtful(record, start, facts)) {
      faults.push(ofStart([...at, "start"], text(start, rules), later(start, end, rules)));
    }
    if (end?.precision === MINUTE && minutesOf(end.local) === LAST_MINUTE) {
      const hint = end.offset === null ? text(moment(end.local + A_MINUTE), rules) : "";
      faults.push(ofEnd([...at, "end"], text(end, rules), hint));
    }
  }
  return [...faults, ...ofRule(record, facts)];
}

function ofRule(record, facts) {
  const rule = record.recurrence, [first] = rule?.start ? ruled(record, facts) : [], faults = [];
  if (!first) return faults;
  if (isDoubtful(record, first.start, facts)) {
    const hint = later(first.start, first.end, facts.rules).slice(-5);
    faults.push(ofStart(["recurrence", "start"], timeText(parseTime(rule.start)), hint));
  }
  if (rule.end && parseTime(rule.end) === LAST_MINUTE) faults.push(ofEnd(["recurrence", "end"], "23:59", "00:00"));
  return faults;
}

function isDoubtful(record, { local, precision }, facts) {
  const { hours: small, usual, night } = facts.rules.doubtful, hour = Math.floor(minutesOf(local) / 60);
  if (precision !== MINUTE || !small.includes(hour) || usual[typeOf(record)]?.includes(hour)) return false;
  const before = performances(record, facts).filter(({ start }) => start.precision === MINUTE);
  return !before.some(({ start }) => start.local < local && local - start.local <= night * A_MINUTE);
}

// The type of an event; one that cannot be read counts as a meeting.
export const typeOf = ({ type }) => type ?? "meeting";

// The start twelve hours later, where that comes before the end.
function later(start, end, rules) {
  const local = start.local + A_DAY / 2;
  const isBefore = !end || (end.precision === MINUTE && end.offset === null && local < end.local);
  return start.offset === null && isBefore ? text(moment(local), rules) : "";
}

const ofStart = (at, value, hint) => fault(at, "time-doubtful", { value, reason: "start" }, hint, WARNING);
const ofEnd = (at, value, hint) => fault(at, "time-doubtful", { value, reason: "end" }, hint, WARNING);

// The first start that is too far ahead.
function distance(record, facts) {
  const { rules } = facts, { start, dates = [], period, recurrence } = record, latest = monthsAfter(today(facts), rules);
  const starts = [[["start"], start], ...dates.map((item, index) => [["dates", index, "start"], item.start])];
  const read = starts.filter(([, value]) => value).map(([at, value]) => [at, parseMoment(value, rules)]);
  const found = read.map(([at, value]) => [at, dayOf(value.local), text(value, rules)]);
  for (const [at, value] of [[["period", "start"], period?.start], [["recurrence", "from"], recurrence?.from]]) {
    if (value) found.push([at, parseDay(value, rules), value]);
  }
  const far = found.find(([, day]) => day > latest);
  return far ? [fault(far[0], "date-suspicious", { value: far[2], reason: "far" }, "", WARNING)] : [];
}

// The present local day; until five in the morning it is still last night.
export function today(facts) {
  const utc = now(facts), local = utc + offsetAt(utc, facts.zone) * A_MINUTE;
  return dayOf(local - NIGHT_ENDS);
}

function monthsAfter(day, { limits }) {
  const [year, month, date] = parts(day), last = dateOf(year, month + limits.months + 1, 1) - 1;
  return Math.min(dateOf(year, month + limits.months, 1) + date - 1, last);
}

export function periodFaults(record, facts) {
  const { period } = record, names = period ? ["start", "end"].filter((name) => !period[name]) : [];
  const open = names.map((name) => fault(["period"], "period-open", { name }, "", NOTICE));
  if (record.opening_hours !== "venue") return open;
  const place = placeOf(record, facts), isNamed = typeof record.venue === "string";
  if ((isNamed && place?.opening_hours) || (isNamed && !place)) return open;
  return [...open, fault(["opening_hours"], "hours-missing", {}, "", WARNING)];
}
