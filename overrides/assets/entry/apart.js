// The end of an event that was typed as an hour alone: with the day of its start, or the next one after midnight.
import { guessTime } from "./guess.js";
import { A_DAY, A_MINUTE, dayOf, dayText, MINUTE, minutesOf, parseMoment, parseTime, timeText } from "./moment.js";

// A start and the hour of its end in one: `2026-12-05 20:00-22:00`.
const STRETCH = /^([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9][0-9:.hu]*)\s*(?:-|–|à|tot)\s*([0-9][0-9:.hu]*)$/;

// The faults of a field of an entry, those of such an end with what it means; a start with its end becomes both.
export function withDays(faults, typed, { rules }) {
  return faults.map((each) => {
    const beside = each.at.slice(0, -1).reduce((inner, step) => inner?.[step], typed), name = each.at.at(-1);
    const stretch = each.code === "time-format" && name === "start" && STRETCH.exec(beside.start);
    if (stretch && !("end" in beside)) return both(each, stretch, rules);
    if (each.code !== "date-format" || name !== "end" || each.hint) return each;
    const hint = after(beside?.start, beside?.end, rules);
    return hint ? { ...each, hint, values: { ...each.values, near: hint, reason: "near" } } : each;
  });
}

function both(found, [, day, opens, closes], rules) {
  const minutes = minutesOfHour(opens), start = minutes === null ? "" : `${day} ${timeText(minutes)}`;
  const end = after(start, closes, rules);
  return end ? { ...found, hint: { start, end }, as: "entries", also: [] } : { ...found, hint: "" };
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
