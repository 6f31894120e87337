// Local times at clock changes: an hour that does not exist, or that comes twice; offsets that are not the zone's.
import { listed, ruled, zoneOf } from "./event.js";
import { fault } from "./facts.js";
import { A_MINUTE, MINUTE, moment, parseMoment, text, typed } from "./moment.js";
import { passes, readings, resolve } from "./zone.js";

const AN_HOUR = 60 * A_MINUTE;

export function clockFaults(collection, record, facts) {
  const zone = zoneOf(record, facts), { rules } = facts, faults = [];
  const judged = (value, at, there, ...around) => {
    const read = around.map((each) => each && parseMoment(each, rules));
    if (value) faults.push(...judge(parseMoment(value, rules), at, there, rules, ...read));
  };
  judged(record.published, ["published"], facts.zone);
  judged(record.publish_from, ["publish_from"], facts.zone);
  if (collection === "calls") for (const name of ["deadline", "start", "end"]) judged(record[name], [name], facts.zone);
  if (collection !== "events") return faults;
  judged(record.start, ["start"], zone, null, record.end);
  judged(record.end, ["end"], zone, record.start);
  (record.previous_start ?? []).forEach((value, index) => judged(value, ["previous_start", index], zone));
  for (const name of ["opens", "closes"]) judged(record.booking?.[name], ["booking", name], zone);
  (record.recurrence?.extra ?? []).forEach((value, index) => judged(value, ["recurrence", "extra", index], zone));
  (record.dates ?? []).forEach((item, index) => {
    const there = zoneOf(record, facts, item), at = ["dates", index];
    judged(item.start, [...at, "start"], there);
    judged(item.end, [...at, "end"], there, item.start);
    (item.previous_start ?? []).forEach((value, i) => judged(value, [...at, "previous_start", i], there));
  });
  return [...faults, ...orderFaults(record, facts), ...ruleFaults(record, facts, zone)];
}

// `start` is that of what ends at the value, `end` that of an event that starts at it.
function judge(value, at, zone, rules, start, end) {
  if (value.precision !== MINUTE) return [];
  const { local, offset } = value, clocks = passes(local, zone), said = text(value, rules);
  if (offset !== null) return isSlip(value, clocks, zone) ? [wrongOffset(value, at, zone, rules)] : [];
  if (clocks.isImpossible) {
    const hint = text(moment(local + AN_HOUR), rules), values = { value: said, reason: "clock" };
    const isShort = end?.precision === MINUTE && end.offset === null && end.local <= local + AN_HOUR;
    if (!isShort) return [fault(at, "moment-impossible", values, hint)];
    const both = { start: hint, end: text(moment(end.local + AN_HOUR), rules) };
    return [fault(at, "moment-impossible", values, both, { as: "entries", also: ["end"] })];
  }
  if (!clocks.isAmbiguous) return [];
  const [first, second] = readings(local, zone);
  const isOver = start?.precision === MINUTE && resolve(parseMoment(first, rules), zone).utc <= resolve(start, zone).utc;
  return [fault(at, "moment-ambiguous", { value: said, first, second }, isOver ? second : first)];
}

// Whether an offset is of the other half of that year: summer time in winter, or the other way round.
function isSlip({ local, offset }, { first, second }, zone) {
  const year = new Date(local).getUTCFullYear(), time = local % 864e5;
  const usual = [0, 6].map((month) => passes(Date.UTC(year, month, 1) + time, zone).first);
  return offset !== first && offset !== second && usual.includes(offset);
}

function wrongOffset(value, at, zone, rules) {
  const converted = text(moment(resolve(value, zone).local), rules);
  return fault(at, "offset-wrong", { value: typed(value, rules), converted, zone }, text(value, rules));
}

// Ends before their starts where only one of them has an offset: without the zone nobody can tell.
function orderFaults(record, facts) {
  const { rules } = facts, spans = [[["end"], record.start, record.end, zoneOf(record, facts)]];
  (record.dates ?? []).forEach((item, index) => {
    spans.push([["dates", index, "end"], item.start, item.end, zoneOf(record, facts, item)]);
  });
  return spans.flatMap(([at, first, last, zone]) => {
    if (!first || !last) return [];
    const [start, end] = [first, last].map((value) => parseMoment(value, rules));
    const isHalfKnown = start.precision + end.precision === MINUTE && (start.offset === null) !== (end.offset === null);
    const isTold = [start, end].some(({ local, offset }) => offset === null && passes(local, zone).isAmbiguous);
    const [begins, ends] = [start, end].map((value) => resolve(value, zone));
    if (!isHalfKnown || isTold || ends.utc > begins.utc) return [];
    const shown = ({ local }) => text(moment(local), rules);
    const reason = ends.utc === begins.utc ? "same" : "";
    return [fault(at, "end-before-start", { start: shown(begins), end: shown(ends), reason })];
  });
}

// The dates of a rule that no entry of `dates` replaces; such an entry is proposed where it says the same date.
function ruleFaults(record, facts, zone) {
  const extra = (record.recurrence?.extra ?? []).map((value) => typed(parseMoment(value, facts.rules), facts.rules));
  const isOff = (value) => value.offset === null && Object.values(passes(value.local, zone)).includes(true);
  const off = ruled(record, facts, listed(record, facts)).flatMap((date) => {
    const { start, end } = date;
    if (start.precision === MINUTE && !extra.includes(typed(start, facts.rules)) && isOff(start)) return [[date, "start"]];
    return end && isOff(end) ? [[date, "end"]] : [];
  });
  const entries = off.filter(([date, name]) => !isLost(date, name, zone)).map(([date]) => entryOf(date, zone, facts.rules));
  return off.map(([date, name]) => judgeRuled(record, date, name, zone, entries, facts.rules));
}

const isLost = (date, name, zone) => name === "start" && passes(date.start.local, zone).isImpossible;

const entryOf = ({ start, end }, zone, rules) =>
  ({ start: said(start, zone, rules), ...(end && { end: said(end, zone, rules) }) });

// The entries are those of all dates of the rule, as there is one list of them.
function judgeRuled(record, date, name, zone, entries, rules) {
  const { local } = date[name], value = text(moment(local), rules);
  if (isLost(date, name, zone)) return fault(["recurrence", name], "moment-impossible", { value, reason: "rule" });
  const isListed = Boolean(record.dates?.length), at = isListed ? ["dates"] : ["recurrence", name];
  const hint = isListed ? entries : { dates: entries }, more = { as: isListed ? "items" : "beside" };
  if (!passes(local, zone).isAmbiguous) return fault(at, "moment-impossible", { value, reason: "clock" }, hint, more);
  const [first, second] = readings(local, zone);
  return fault(at, "moment-ambiguous", { value, first, second }, hint, more);
}

// A time as `dates` says it: with what clocks show instead, or with the first of its two readings.
function said(value, zone, rules) {
  if (value.offset !== null) return typed(value, rules);
  const { isImpossible, isAmbiguous } = passes(value.local, zone);
  if (isImpossible) return text(moment(value.local + AN_HOUR), rules);
  return isAmbiguous ? readings(value.local, zone)[0] : text(value, rules);
}
