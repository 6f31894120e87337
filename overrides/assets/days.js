// Days as texts like 2026-12-05: which ones a choice of dates covers, and how they are said.
import { NIGHT_ENDS, closing, on } from "./today.js";

const EVENING = 17 * 60;
const FRIDAY = 4;
export const FIRST = "0000-01-01", LAST = "9999-12-31";

export function plus(day, count) {
  const date = new Date(`${day}T00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

export function weekday(day) {
  return (new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7;
}

// The days that are asked for, both ends included, the minute from which on the first one, whether the night after the
// last one too; null for all of them.
export function rangeOf({ when, from, to }, today) {
  if (when) return SHORTCUTS[when]?.(today) ?? stretch(today, Number(when));
  return from || to ? { first: from || today, last: to || LAST, since: 0 } : null;
}

const SHORTCUTS = {
  today: (today) => stretch(today, 1),
  tonight: (today) => ({ ...stretch(today, 1), since: EVENING, night: true }),
  tomorrow: (today) => stretch(plus(today, 1), 1),
  weekend: weekendOf,
};

// Whether a range has so many days at least; what begins later in it, or has no day yet, then stands apart.
export function isWeek({ first, last }) {
  return plus(first, 6) <= last;
}

function stretch(first, count) {
  return { first, last: plus(first, count - 1), since: 0 };
}

// From Friday evening to Sunday night: what is left of it.
function weekendOf(today) {
  const number = weekday(today);
  if (number > FRIDAY) return { ...stretch(today, 7 - number), night: true };
  return { ...stretch(plus(today, FRIDAY - number), 3), since: EVENING, night: true };
}

// Whether a date of an event is in a range: [day, words, moment, minutes of each start, ...]; an hour that is not known
// may be in the evening.
export function isWithin([day, , , starts = []], { first, last, since, night }) {
  if (night && day === plus(last, 1)) return starts.some((minute) => minute < NIGHT_ENDS);
  if (day < first || day > last) return false;
  return !since || day > first || !starts.length || starts.some((minute) => minute >= since);
}

// Whether a run is on, and not known to be closed, on a day of a range that is not over; in an evening it must be known
// to be open, as most exhibitions close before.
export function isOnWithin({ run, opening }, range, today) {
  let day = latest(range.first, latest(run[0], today));
  const last = run[1] && run[1] < range.last ? run[1] : range.last;
  for (let tries = 0; day <= last && tries < 60; tries++, day = plus(day, 1)) {
    const hours = opening && on(opening, day, weekday(day));
    const since = day === range.first ? range.since : 0;
    if (hours ? hours.some(([opens, closes]) => closing(opens, closes) > since) : !since) return true;
  }
  return false;
}

function latest(one, other) {
  return one > other ? one : other;
}

// The words for days in a language; `first` is how it writes the first of a month.
export function calendar(language, first) {
  const format = (options) => new Intl.DateTimeFormat(language, { timeZone: "UTC", ...options });
  const [names, months, short] = [format({ weekday: "long" }), format({ month: "long" }), format({ month: "short" })];
  const long = format({ day: "numeric", month: "long", year: "numeric" });
  const parts = (day) => {
    const date = new Date(`${day}T00:00Z`), number = date.getUTCDate();
    return { name: names.format(date), number: String(number), month: months.format(date), short: short.format(date), year: day.slice(0, 4), mark: number === 1 ? first.slice(1) : "" };
  };
  return {
    parts,
    stretch: ({ first, last }) => first === last ? calendarLine(parts(first)) : long.formatRange(new Date(first), new Date(last)),
    brief: (day, { number, mark, short } = parts(day)) => `${number}${mark} ${short}`,
  };
}

function calendarLine({ name, number, mark, month, year }) {
  return `${name} ${number}${mark} ${month} ${year}`;
}
