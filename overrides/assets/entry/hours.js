// Opening hours in words: the week, the days that differ, the days that are closed.
import { placeOf } from "./event.js";
import { A_MINUTE, parseDay, parseTime } from "./moment.js";
import { meets, runOf } from "./occurrences.js";
import { shownText } from "./shown.js";

// In a sentence, more closed days of the week go without saying.
const MOST_CLOSED = 3;

// The hours of a run as sentences: `du mardi au dimanche, de 10 h à 18 h`, `fermé le lundi`.
export function hoursLines(record, dates, facts) {
  const { week, closed, adjusted } = scheduleOf(record, facts), { weekdays } = facts.rules;
  const lines = weekRows(week, dates, weekdays).map(([days, times]) => dates.say("hours.line", { days, times }));
  const isOpen = (day) => week.some(({ days }) => days.includes(day));
  const shut = weekdays.map((day, number) => (isOpen(day) ? -1 : number)).filter((number) => number >= 0);
  if (lines.length && shut.length && shut.length <= MOST_CLOSED) lines.push(closedOn(shut, dates));
  const always = dates.say("hours.closed");
  const differing = adjusted.map((each) => [each, adjustedTimes(each, dates, weekdays) || always]);
  return [...lines, ...[...differing, ...closed.map((each) => [each, always])].map(([each, value]) =>
    dates.say("calendar.named", { name: daysWords(each, record, dates, facts), value }),
  )];
}

// When a run is open: its own week, or its venue's, with its own closed and adjusted days on top.
function scheduleOf(record, facts) {
  const isVenues = record.opening_hours === "venue", place = isVenues ? placeOf(record, facts) ?? {} : {};
  const inRun = ({ from, to }) => meets(runOf(record, facts), parseDay(from, facts.rules), parseDay(to, facts.rules));
  const own = isVenues ? [] : record.opening_hours ?? [];
  return {
    week: own.length ? own : place.opening_hours ?? [],
    closed: [...(record.closed ?? []), ...(place.closed ?? [])].filter(inRun),
    adjusted: [...(place.adjusted ?? []), ...(record.adjusted ?? [])].filter(inRun),
  };
}

// The hours of a week: days with the same hours on one line, and no day on two.
function weekRows(week, dates, weekdays) {
  const byDay = new Map(), byTimes = new Map();
  for (const { days, opens, closes } of week) {
    for (const day of new Set(days)) byDay.set(day, [...(byDay.get(day) ?? []), [parseTime(opens), parseTime(closes)]]);
  }
  for (const [day, times] of byDay) {
    const key = JSON.stringify(joined(times));
    byTimes.set(key, [...(byTimes.get(key) ?? []), weekdays.indexOf(day)]);
  }
  return [...byTimes].map(([key, numbers]) => {
    const times = JSON.parse(key).map(([opens, closes]) => dates.hours(opens * A_MINUTE, closes * A_MINUTE));
    return [weekdaysWords(numbers.sort(), dates), dates.enumerated(times)];
  });
}

// The opening and closing times of one day, in order; those that touch or overlap are one stretch.
function joined(hours) {
  const found = [];
  for (const [opens, closes] of hours.sort(([one, end], [other, last]) => one - other || end - last)) {
    const [first, last] = found.at(-1) ?? [opens, opens], goesOn = first < last && opens <= last;
    if (goesOn && opens < closes) found[found.length - 1] = [first, Math.max(last, closes)];
    else if (goesOn && closes <= first) found[found.length - 1] = [first, closes];
    else found.push([opens, closes]);
  }
  return found;
}

function adjustedTimes({ opening_hours: week }, dates, weekdays) {
  const rows = weekRows(week, dates, weekdays);
  return rows.map(([days, times]) => (rows.length === 1 ? times : `${days} ${times}`)).join(", ");
}

const areInARow = (numbers) => numbers.length > 2 && numbers.at(-1) - numbers[0] === numbers.length - 1;

// Days of the week: three or more in a row as a stretch, all of them as every day.
function weekdaysWords(numbers, dates) {
  if (numbers.length === 7) return dates.say("rule.day.1");
  const names = numbers.map((number) => dates.say(`weekday.${number}`));
  return areInARow(numbers) ? dates.say("hours.days", { first: names[0], last: names.at(-1) }) : dates.enumerated(names);
}

function closedOn(numbers, dates) {
  if (areInARow(numbers)) return dates.say("hours.closed_days", { days: weekdaysWords(numbers, dates) });
  const names = numbers.map((number) => dates.say(`weekday.each.${number}`));
  return dates.say("hours.closed_on", { days: dates.enumerated(names) });
}

function daysWords({ from, to, note }, record, dates, facts) {
  const words = dates.period(parseDay(from, facts.rules), parseDay(to, facts.rules));
  const said = shownText(note, record, facts, dates.language);
  return said ? `${words} (${said})` : words;
}
