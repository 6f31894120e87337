// The end of an event that was typed as an hour alone: with the day of its start, or the next one after midnight.
import { guessTime } from "./guess.js";
import { A_DAY, A_MINUTE, dayOf, dayText, MINUTE, minutesOf, parseMoment, parseTime, timeText } from "./moment.js";

// The faults of a field of an entry, those of such an end with what it means.
export function withDays(faults, typed, { rules }) {
  return faults.map((each) => {
    if (each.code !== "date-format" || each.at.at(-1) !== "end" || each.hint) return each;
    const beside = each.at.slice(0, -1).reduce((inner, step) => inner?.[step], typed);
    const hint = after(beside?.start, beside?.end, rules);
    return hint ? { ...each, hint, values: { ...each.values, near: hint, reason: "near" } } : each;
  });
}

function after(start, end, rules) {
  const begins = typeof start === "string" && parseMoment(start, rules);
  if (!begins || begins.precision !== MINUTE || begins.offset !== null) return "";
  const minutes = minutesOfHour(end);
  if (minutes === null) return "";
  const ends = dayOf(begins.local) * A_DAY + minutes * A_MINUTE, local = ends <= begins.local ? ends + A_DAY : ends;
  return `${dayText(dayOf(local))} ${timeText(minutesOf(local))}`;
}

function minutesOfHour(typed) {
  const exact = parseTime(typed);
  if (exact === false) return null;
  const hour = exact === null ? guessTime(typed) : timeText(exact);
  return hour ? parseTime(hour) : null;
}
