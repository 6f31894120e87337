// Rules between the fields of a call: a deadline, or none for as long as it lasts; its days in order.
import { fault } from "./facts.js";
import { dayOf, lastDay, parseMoment, text } from "./moment.js";

export function callFaults({ start, end }, given, { rules }) {
  const isDated = given.includes("deadline"), isRolling = given.includes("rolling"), faults = [];
  if (!isDated && !isRolling) faults.push(fault([], "deadline-missing"));
  if (isDated && isRolling) faults.push(fault(["rolling"], "deadline-twice"));
  if (!start || !end) return faults;
  const [first, last] = [start, end].map((typed) => parseMoment(typed, rules));
  if (lastDay(last) >= dayOf(first.local)) return faults;
  const values = { start: text(first, rules), end: text(last, rules), reason: "days" };
  return [...faults, fault(["end"], "end-before-start", values)];
}
