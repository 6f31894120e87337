// When an event happens in real time: its dates resolved in the zone of their place, its run.
import { availabilityOf, performances, statusOf, zoneOf } from "./event.js";
import { now } from "./facts.js";
import { A_DAY, A_MINUTE, DAY, dayOf, knownBy, lastDay, MINUTE, moment, MONTH, parseDay, SEASON } from "./moment.js";
import { endOf } from "./rule.js";
import { passes, resolve } from "./zone.js";

const NIGHT = 5 * 60 * A_MINUTE;
const PRECISIONS = { minute: MINUTE, day: DAY, month: MONTH, season: SEASON };
export const OFF = ["cancelled", "postponed"];

// Every date in order: `day`, `lastDay`, and `start` and `end` as {utc, local} where an hour is known.
export function occurrences(record, facts) {
  const found = performances(record, facts).map((date) => occurrence(record, date, zoneOf(record, facts, date.item)));
  return found.sort((one, other) => one.day - other.day || one.at - other.at);
}

function occurrence(record, date, zone) {
  const begins = resolved(date.start, zone), precision = PRECISIONS[record.date_precision] ?? MINUTE;
  const start = knownBy(begins ? moment(begins.local) : date.start, precision), day = dayOf(start.local);
  const timed = start.precision === MINUTE ? begins : null, end = timed && endAfter(record, date, timed, zone);
  const last = lastDayOf(start, date.end, end, zone), status = statusOf(record, date);
  return {
    ...{ date, zone, day, lastDay: last, start: timed, end, precision: start.precision, status },
    availability: availabilityOf(record, date),
    takesPlace: !OFF.includes(status),
    at: (timed ?? resolve(moment(day * A_DAY), zone)).utc,
    overAt: (end ?? resolve(moment((last + 1) * A_DAY + NIGHT), zone)).utc,
  };
}

const resolved = (value, zone) => (value && value.precision === MINUTE ? resolve(value, zone) : null);

// When a date ends, of a repeated hour the pass after its start.
function endAfter(record, { start, end, item }, begins, zone) {
  const rule = record.recurrence, isRuled = rule && start.offset !== null && !item;
  const typed = isRuled ? endOf(rule, moment(begins.local)) : end, found = resolved(typed, zone);
  if (!found || found.utc > begins.utc) return found;
  return { local: found.local, utc: found.local - passes(found.local, zone).second * A_MINUTE };
}

function lastDayOf(start, end, ends, zone) {
  if (ends) return dayOf(ends.local - 1);
  if (!end || (start.precision === MINUTE && end.precision === MINUTE)) return lastDay(start);
  const last = resolved(end, zone);
  return Math.max(lastDay(start), last ? dayOf(last.local - NIGHT - 1) : lastDay(end));
}

// The run of an event that has a period: days that are not known are null.
export function runOf({ period }, { rules }) {
  const day = (typed) => (typed ? parseDay(typed, rules) : null);
  return period ? { first: day(period.start), last: day(period.end) } : null;
}

// Whether a run shares a day with the days from one to another, as far as its ends are known.
export const meets = ({ first, last }, from, to) => (first ?? -Infinity) <= to && (last ?? Infinity) >= from;

// Those dates that are still to come, or all of them when all are over.
export function coming(dates, facts) {
  const found = dates.filter(({ overAt }) => overAt > now(facts));
  return found.length ? found : dates;
}

// Those dates that take place, or all of them when none does.
export function standing(dates) {
  const found = dates.filter(({ takesPlace }) => takesPlace);
  return found.length ? found : dates;
}

export const areOver = (dates, facts) => dates.every(({ overAt }) => overAt <= now(facts));

// Whether all of an event lies in the past; a run without a known end never does.
export function isOver(run, dates, facts, zone) {
  const isRunOver = !run || (run.last !== null && resolve(moment((run.last + 1) * A_DAY), zone).utc <= now(facts));
  return isRunOver && areOver(dates, facts);
}
