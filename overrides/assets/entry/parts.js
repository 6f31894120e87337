// Rules between the fields of a part, asked where each of these can be read.
import { fault } from "./facts.js";
import { A_DAY, A_MINUTE, dayOf, lastDay, MINUTE, moment, parseDay, parseMoment, text } from "./moment.js";
import { daysOfRule } from "./rule.js";

export function partFaults(part, value, at, facts) {
  return PARTS[part]?.(value, at, facts) ?? [];
}

const PARTS = {
  Performance: (value, at, { rules }) =>
    rules.reserved.includes(value.id)
      ? [fault([...at, "id"], "id-reserved", { value: value.id })]
      : disorder(value.start, value.end, [...at, "end"], rules),
  Booking: ({ opens, closes }, at, { rules }) => (opens ? disorder(opens, closes, [...at, "closes"], rules) : []),
  Period: ({ start, end }, at) =>
    start || end ? reversed(start, end, [...at, "end"]) : [fault(at, "period-empty")],
  Closure: (value, at) => reversed(value.from, value.to, [...at, "to"]),
  Adjustment: (value, at) => reversed(value.from, value.to, [...at, "to"]),
  Place: ({ name, municipality }, at) => (name || municipality ? [] : [fault(at, "place-without-name")]),
  Recurrence: recurrence,
};

// An end that is not after its start; for one shortly after midnight, the next day is proposed, for the start itself nothing.
export function disorder(typedStart, typedEnd, at, rules) {
  if (!typedEnd) return [];
  const start = parseMoment(typedStart, rules), end = parseMoment(typedEnd, rules);
  if (isLater(start, end)) return [];
  const said = { start: text(start, rules), end: text(end, rules) };
  if (start.precision === end.precision && instant(start) === instant(end)) {
    return [fault(at, "end-before-start", { ...said, reason: "same" })];
  }
  const isNight = end.precision === MINUTE && dayOf(end.local) === dayOf(start.local) && end.local % A_DAY < A_DAY / 2;
  const hint = isNight ? text(moment(end.local + A_DAY), rules) : "";
  return [fault(at, "end-before-start", said, hint)];
}

const instant = ({ local, offset }) => local - (offset ?? 0) * A_MINUTE;

function isLater(start, end) {
  if (start.precision !== MINUTE || end.precision !== MINUTE) return lastDay(end) >= dayOf(start.local);
  if ((start.offset === null) !== (end.offset === null)) return true; // the zone of the place tells
  return instant(end) > instant(start);
}

function reversed(first, last, at) {
  if (!first || !last || last >= first) return [];
  return [fault(at, "end-before-start", { start: first, end: last, reason: "days" })];
}

function recurrence(rule, at, { rules }) {
  const tooLong = (name, value) => [fault([...at, name], "recurrence-too-long", value === undefined ? {} : { value })];
  const { from, until, count } = rule, { limits } = rules;
  if ((until === undefined) === (count === undefined)) return [fault([...at, "until"], "recurrence-unbounded")];
  if (until < from) return reversed(from, until, [...at, "until"]);
  if (until && parseDay(until, rules) - parseDay(from, rules) > limits.repetition) return tooLong("until", until);
  if (Number(rule.interval) === 0 || Number(count) === 0 || count > limits.dates) {
    return tooLong(count === undefined ? "interval" : "count");
  }
  const isNth = rule.every === "month" && Boolean(rule.days?.length);
  if ((rule.nth !== undefined) !== isNth) return [fault([...at, "nth"], "recurrence-nth")];
  return count && daysOfRule(rule, rules).length < count ? tooLong("count", String(Number(count))) : [];
}
