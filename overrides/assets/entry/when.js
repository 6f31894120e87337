// Rules between the fields that say when: exactly one way, in order, each date with an id of its own.
import { fault } from "./facts.js";
import { listed, performances } from "./event.js";
import { dayOf, dayText, lastDay, MINUTE, parseMoment } from "./moment.js";
import { disorder } from "./parts.js";

const LETTERS = "bcdefghijklmnopqrstuvwxyz";

export function whenFaults(record, given, facts) {
  const { rules } = facts, has = (name) => given.includes(name), faults = [];
  const stated = rules.when.filter(has), rivals = stated.filter((name) => name !== "dates" || has("start"));
  const [first, second] = rivals;
  if (!stated.length) faults.push(fault([], "when-missing"));
  else if (second) faults.push(fault([second], "when-twice", { first, second }));
  const isEmpty = stated.every((name) => name in record) && !record.period && !performances(record, facts).length;
  if (stated.length && isEmpty) faults.push(fault([stated[0]], "when-empty", { name: stated[0] }));
  for (const name of ["opening_hours", "closed", "adjusted"]) {
    if (has(name) && !has("period")) faults.push(fault([name], "period-missing", { name }));
  }
  if (has("end") && !has("start")) faults.push(fault(["end"], "start-missing"));
  if (record.start) faults.push(...orderFaults(record, rules));
  return [...faults, ...identityFaults(listed(record, facts))];
}

function orderFaults(record, rules) {
  const faults = disorder(record.start, record.end, ["end"], rules);
  if (!record.end) return faults;
  const start = parseMoment(record.start, rules), end = parseMoment(record.end, rules);
  if (start.precision === MINUTE && end.precision === MINUTE) return faults;
  if (lastDay(end) <= lastDay(start)) return faults;
  const period = { start: dayText(dayOf(start.local)), end: dayText(lastDay(end)) };
  return [...faults, fault(["start"], "run-as-start", {}, { period }, { as: "entries", also: ["end"] })];
}

// Dates with the same id: each needs its own, since calendars know it by that.
function identityFaults(dates) {
  const seen = new Map(), faults = [];
  dates.forEach(({ id }, index) => {
    const known = id.toLowerCase(), count = seen.get(known);
    const hint = `${known}-${LETTERS[count % LETTERS.length]}`;
    if (count !== undefined) faults.push(fault(["dates", index, "id"], "date-twice", { value: id }, hint));
    seen.set(known, (count ?? -1) + 1);
  });
  return faults;
}
