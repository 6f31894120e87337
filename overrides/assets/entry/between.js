// Rules between the fields of a record.
import { fault, isMapping } from "./facts.js";
import { dayOf, lastDay, parseMoment, text } from "./moment.js";
import { whenFaults } from "./when.js";

export function between(collection, record, given, facts) {
  const { start, end, from, until, rooms = [], selection = [] } = record;
  switch (collection) {
    case "venues": return twice(rooms.map(({ id }) => id), (index) => ["rooms", index, "id"], "id-twice");
    case "calls": return [...deadlineFaults(given), ...daysInOrder(start, end, "end", facts)];
    case "projects": return [...lacking("organisations", record), ...daysInOrder(start, end, "end", facts)];
    case "campaigns": return [...daysInOrder(from, until, "until", facts), ...twice(selection.map(picked), (index) => ["selection", index], "pick-twice")];
    case "events": return [...whenFaults(record, given, facts), ...lacking("organisers", record)];
  }
  return [];
}

const picked = (pick) => (isMapping(pick) ? pick.event : pick);

function twice(values, placeOf, code) {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? [fault(placeOf(index), code, { value })] : []));
}

// Somebody who makes it.
function lacking(name, record) {
  return record[name] && !record[name].length ? [fault([name], "field-missing", { name })] : [];
}

// A deadline, or none for as long as it lasts.
function deadlineFaults(given) {
  const [isDated, isRolling] = ["deadline", "rolling"].map((name) => given.includes(name));
  if (isDated !== isRolling) return [];
  return [isDated ? fault(["rolling"], "deadline-twice") : fault([], "deadline-missing")];
}

// An end whose last day lies before the first of the start, each as exact as it is known.
function daysInOrder(start, end, name, { rules }) {
  if (!start || !end) return [];
  const [first, last] = [start, end].map((typed) => parseMoment(typed, rules));
  if (lastDay(last) >= dayOf(first.local)) return [];
  return [fault([name], "end-before-start", { start: text(first, rules), end: text(last, rules), reason: "days" })];
}
