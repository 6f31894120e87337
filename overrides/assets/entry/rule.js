// A rule of repetition: its days, and how long each of its dates lasts, in local time.
import { A_DAY, A_MINUTE, dateOf, DAY, MINUTE, minutesOf, moment, parts, weekday } from "./moment.js";
import { parseDay, parseMoment, parseTime } from "./moment.js";

// The days of a rule, before its exceptions.
export function daysOfRule(rule, rules) {
  const first = parseDay(rule.from, rules), interval = Number(rule.interval ?? 1);
  const last = rule.until ? parseDay(rule.until, rules) : first + rules.limits.repetition;
  const named = (rule.days ?? []).map((day) => rules.weekdays.indexOf(day));
  const found = (rule.every === "month" ? monthly : regular)(rule, first, last, interval, named);
  return found.filter((day) => first <= day && day <= last).slice(0, Number(rule.count ?? rules.limits.dates));
}

function regular({ every }, first, last, interval, named) {
  const monday = first - weekday(first), found = [];
  const isNamed = (day) => (named.length ? named.includes(weekday(day)) : every === "day" || weekday(day) === weekday(first));
  for (let day = first; day <= last; day++) {
    const periods = every === "day" ? day - first : Math.floor((day - monday) / 7);
    if (periods % interval === 0 && isNamed(day)) found.push(day);
  }
  return found;
}

function monthly({ nth }, first, last, interval, named) {
  const [year, month, date] = parts(first), [lastYear, lastMonth] = parts(last), found = [];
  for (let number = month; number <= lastMonth + (lastYear - year) * 12; number += interval) {
    const begins = dateOf(year, number, 1), after = dateOf(year, number + 1, 1);
    const days = Array.from({ length: after - begins }, (_, index) => begins + index);
    const chosen = named.length ? named.map((day) => ranked(days, day, nth)) : days.slice(date - 1, date);
    found.push(...new Set(chosen.sort((one, other) => one - other)));
  }
  return found;
}

const ranked = (days, day, nth) => days.filter((each) => weekday(each) === day).at(nth === "last" ? -1 : nth - 1);

// Every date of a rule once, those added included and the excepted ones left out, in order of time.
export function datesOfRule(rule, rules) {
  const excepted = (rule.except ?? []).map((day) => parseDay(day, rules)), at = rule.start && parseTime(rule.start);
  const regular = daysOfRule(rule, rules).filter((day) => !excepted.includes(day));
  const starts = regular.map((day) => (rule.start ? moment(day * A_DAY + at * A_MINUTE) : moment(day * A_DAY, DAY)));
  const added = (rule.extra ?? []).map((typed) => parseMoment(typed, rules));
  return [...starts, ...added].map((start) => ({ start, end: endOf(rule, start) }));
}

// The end of what starts at a moment: as long after it as the rule's end is after its start, the next day if need be.
export function endOf(rule, start) {
  if (!rule.end || start.precision !== MINUTE) return null;
  const begins = rule.start ? parseTime(rule.start) : minutesOf(start.local), lasts = parseTime(rule.end) - begins;
  return moment(start.local + (lasts > 0 ? lasts : lasts + 1440) * A_MINUTE);
}
