// Exhibitions told day by day: many dates with the same long hours are a period with opening hours.
import { listed, ruled } from "./event.js";
import { fault, isMapping, WARNING, wordings } from "./facts.js";
import { dayOf, dayText, MINUTE, minutesOf, parseMoment, timeText, typed, weekday } from "./moment.js";

const AN_HOUR = 36e5;

export function runFaults(record, facts) {
  if (record.period) return [];
  if (!record.recurrence) return check(record, "dates", listed(record, facts), facts);
  return record.type === "exhibition" ? check(record, "recurrence", ruled(record, facts), facts) : [];
}

function check(record, name, dates, { rules }) {
  const open = new Map(dates.filter((date) => isOpenDay(date, rules)).map((date) => [dayOf(date.start.local), date]));
  const days = [...open.keys()].sort((one, other) => one - other), week = weekOf(open);
  const others = dates.filter((date) => open.get(dayOf(date.start.local)) !== date);
  if (!isRun(record, days, rules) || !week || others.length > Math.floor(days.length / 2)) return [];
  const isMixed = others.length && record.dates?.length && name !== "dates";
  const hint = isMixed ? "" : asPeriod(days, week, others.map((date) => entryOf(date, record, rules)), rules);
  const values = { count: String(days.length), start: dayText(days[0]), end: dayText(days.at(-1)) };
  return [fault([name], "run-as-dates", values, hint, { ...WARNING, ...(hint && { as: "entries" }) })];
}

// Whether a date has opening hours and nothing else.
function isOpenDay({ start, end, item = {} }, { runs }) {
  if (!end || Object.keys(item).some((name) => name !== "start" && name !== "end")) return false;
  if (start.offset || end.offset || start.precision !== MINUTE || end.precision !== MINUTE) return false;
  const hours = Math.floor((end.local - start.local) / AN_HOUR), [least, most] = runs.hours;
  return hours >= least && hours < most && minutesOf(start.local) < runs.opening * 60;
}

function isRun({ type }, days, { runs }) {
  const [fewest, farthest] = type === "exhibition" ? runs.exhibition : runs.usual;
  const isClose = days.every((day, index) => !index || day - days[index - 1] <= farthest);
  return !runs.lessons.includes(type) && days.length >= fewest && isClose;
}

// The hours of each weekday; null where one weekday has several.
function weekOf(open) {
  const week = new Map();
  for (const [day, { start, end }] of open) {
    const hours = [start, end].map(({ local }) => timeText(minutesOf(local))).join();
    if ((week.get(weekday(day)) ?? hours) !== hours) return null;
    week.set(weekday(day), hours);
  }
  return week;
}

// The fields of the run, and the dates that stand beside it; nothing where one of those cannot be said.
function asPeriod(days, week, others, { weekdays }) {
  if (others.includes(null)) return "";
  const numbers = [...week.keys()].sort(), each = [...new Set(numbers.map((number) => week.get(number)))];
  const hours = each.map((typed) => {
    const [opens, closes] = typed.split(",");
    return { days: numbers.filter((number) => week.get(number) === typed).map((number) => weekdays[number]), opens, closes };
  });
  const closed = closures(days, week), period = { start: dayText(days[0]), end: dayText(days.at(-1)) };
  return {
    period,
    opening_hours: hours,
    ...(closed.length && { closed }),
    ...(others.length && { dates: others }),
  };
}

// The first and last day of each time when it is closed on days that are usually open.
function closures(days, week) {
  return days.slice(1).flatMap((after, index) => {
    const missing = [];
    for (let day = days[index] + 1; day < after; day++) if (week.has(weekday(day))) missing.push(dayText(day));
    return missing.length ? [{ from: missing[0], to: missing.at(-1) }] : [];
  });
}

// The entry that reads as a date; null for one at a place that is described on the spot.
function entryOf({ start, end, item }, { language }, rules) {
  if (!item) return { start: typed(start, rules), ...(end && { end: typed(end, rules) }) };
  const said = (value) => typed(parseMoment(value, rules), rules), stated = {};
  for (const [name, value] of Object.entries(item)) {
    if (isMapping(value) && name === "venue") return null;
    const rule = rules.parts.Performance[name], isText = rule.kind === "text" && language && !isMapping(value);
    if (rule.kind === "moment") stated[name] = said(value);
    else if (name === "previous_start") stated[name] = value.map(said);
    else stated[name] = isText ? Object.fromEntries(wordings(value, language)) : value;
  }
  const names = Object.keys(rules.parts.Performance).filter((name) => name in stated);
  return Object.fromEntries(names.map((name) => [name, stated[name]]));
}
