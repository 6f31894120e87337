// Days, hours and moments in the forms of the contract. A day is its number since 1970, a moment its first minute of
// local time in milliseconds, as if that were UTC. Readers give null for another form, false for 30 February.

export const MINUTE = 0, DAY = 1, MONTH = 2, SEASON = 3;
// No offset is farther from UTC to the west; until dawn, a hyphen behind an hour may begin one.
const FARTHEST_WEST = 11 * 60, DAWN = 6 * 60;
export const A_DAY = 864e5, A_MINUTE = 6e4;

const DATE = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;
const TIME = /^([0-9]{1,2}):([0-9]{2})(?::00)?$/;
const WHOLE = /^([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{1,2}:[0-9]{2}(?::00)?)\s*(Z|[+-][0-9]{2}:?[0-9]{2})?$/;

export const dayOf = (local) => Math.floor(local / A_DAY);
export const weekday = (day) => (((day + 3) % 7) + 7) % 7;
export const two = (number) => String(number).padStart(2, "0");
export const dayText = (day) => new Date(day * A_DAY).toISOString().slice(0, 10);
export const timeText = (minutes) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
export const minutesOf = (local) => Math.round((local - dayOf(local) * A_DAY) / A_MINUTE);
export function parts(day) {
  const date = new Date(day * A_DAY);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}
export const dateOf = (year, month, day) => Date.UTC(year, month - 1, day) / A_DAY;

export function parseDay(text, { limits }) {
  const match = DATE.exec(text);
  if (!match) return null;
  const [, year, month, day] = match.map(Number), date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal && year >= limits.year && year <= limits.years && dayOf(+date);
}

// The minutes since midnight of `HH:MM`.
export function parseTime(text) {
  const match = TIME.exec(text);
  return match && match[1] < 24 && match[2] < 60 ? match[1] * 60 + Number(match[2]) : match && false;
}

export function parseMoment(text, rules) {
  const match = WHOLE.exec(text);
  if (match) return whole(parseDay(match[1], rules), parseTime(match[2]), match[3]);
  const [, year, rest] = /^([0-9]{4})-([0-9]{2}|[a-z]+)$/.exec(text) ?? [];
  if (year && rest in rules.seasons) return coarse(parseDay(`${year}-${two(rules.seasons[rest])}-01`, rules), SEASON);
  if (year && /[0-9]/.test(rest)) return coarse(parseDay(`${year}-${rest}-01`, rules), MONTH);
  return year ? null : coarse(parseDay(text, rules), DAY);
}

const coarse = (day, precision) => day && moment(day * A_DAY, precision);

export const moment = (local, precision = MINUTE, offset = null) => ({ local, precision, offset });

function whole(day, minutes, typed) {
  if (day === false || minutes === false) return false;
  const offset = typed ? offsetOf(typed) : null;
  if (Math.abs(offset ?? 0) >= 1440) return false;
  if (offset < 0 && -offset > minutes && (-offset > FARTHEST_WEST || minutes >= DAWN)) return null; // `10:00-12:00`
  return moment(day * A_DAY + minutes * A_MINUTE, MINUTE, offset);
}

function offsetOf(typed) {
  if (typed === "Z") return 0;
  const size = Number(typed.slice(1, 3)) * 60 + Number(typed.slice(-2));
  return typed[0] === "+" ? size : -size;
}

// The last local day that a moment covers: itself, or the end of the month or season.
export function lastDay({ local, precision }) {
  if (precision <= DAY) return dayOf(local);
  const [year, month] = parts(dayOf(local));
  return dateOf(year, month + (precision === SEASON ? 3 : 1), 1) - 1;
}

const seasonOf = (local, { seasons }) =>
  Object.keys(seasons).find((name) => seasons[name] === new Date(local).getUTCMonth() + 1);

// As front matter states it, without an offset: `2026-10-25 02:30`, `2026-10`, `2026-autumn`.
export function text({ local, precision }, rules) {
  const day = dayText(dayOf(local));
  if (precision === MINUTE) return `${day} ${timeText(minutesOf(local))}`;
  if (precision === DAY) return day;
  return precision === MONTH ? day.slice(0, 7) : `${day.slice(0, 4)}-${seasonOf(local, rules)}`;
}

// The same, with its offset where it has one.
export function typed(value, rules) {
  return value.offset === null ? text(value, rules) : withOffset(value.local, value.offset);
}

export function withOffset(local, offset) {
  const sign = offset < 0 ? "-" : "+";
  return `${text(moment(local))}${sign}${timeText(Math.abs(offset))}`;
}

// The default id of a date that starts then: `20261205T2000`, `20261205`, `202612`, `2026-winter`.
export function digits(value, rules) {
  const said = text(value, rules);
  return value.precision === SEASON ? said : said.replace(/[-:]/g, "").replace(" ", "T");
}

// The same time, known no more exactly than that.
export function knownBy(value, precision) {
  if (precision <= value.precision) return value;
  const day = dayOf(value.local), [year, month] = parts(day);
  if (precision === DAY) return moment(day * A_DAY, DAY);
  const first = precision === MONTH ? dateOf(year, month, 1) : dateOf(year, month - (month % 3), 1);
  return moment(first * A_DAY, precision);
}
