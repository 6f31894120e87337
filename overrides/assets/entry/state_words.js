// What is special about an event or a date, in words: cancelled, moved, nearly full, over.
import { dayOf, MONTH, parseMoment, parts, SEASON } from "./moment.js";
import { meets, OFF } from "./occurrences.js";

const LAST_DAYS = 7;

// The state to say before some dates, or, without any, before the event as a whole; `over` says whether that is over.
export function stateWords(record, dates, found, over, facts) {
  const statuses = [...new Set(found.length ? found.map(({ status }) => status) : [record.status ?? "scheduled"])];
  const status = statuses.length === 1 ? statuses[0] : "some";
  if (OFF.includes(status)) return dates.say(`status.${status}`);
  if (over) return dates.say("state.over");
  const left = availability(record, dates, found);
  if (status === "scheduled") return left;
  const changed = status === "rescheduled" ? rescheduled(record, dates, found, facts) : dates.say(`status.${status}`);
  return [changed, left].filter(Boolean).join(" · ");
}

// The state of a run as a whole; if there is nothing else to say, that it is in its last days.
export function runState(record, dates, run, over, today, facts) {
  const state = stateWords(record, dates, [], over, facts), isEnding = run.last !== null && meets(run, today, today);
  return state || (isEnding && run.last - today < LAST_DAYS ? dates.say("state.last_days") : "");
}

// What is left, when all the dates agree on it; empty when places are free or nothing is known.
function availability(record, dates, found) {
  const stated = new Set(found.length ? found.map((each) => each.availability) : [record.availability ?? null]);
  const [value] = stated;
  if (stated.size > 1 || value === null || value === "available") return "";
  return dates.say(`availability.${value}${value === "sold-out" && record.price === "free" ? ".free" : ""}`);
}

// That there is a new date, with the one before where it is a single one and known to the month.
function rescheduled(record, dates, found, { rules }) {
  const earlier = (record.previous_start ?? []).map((value) => parseMoment(value, rules));
  const own = found.length === 1 ? found[0].date.previous : [], previous = own.length ? own : earlier;
  const last = previous.at(-1);
  if (!last || last.precision === SEASON) return dates.say("status.rescheduled");
  const day = dayOf(last.local), [year] = parts(found[0]?.day ?? day);
  const said = last.precision === MONTH ? dates.month(day) : dates.day(day, { weekday: false, year: parts(day)[0] !== year });
  return dates.say("status.rescheduled.from", { day: said });
}
