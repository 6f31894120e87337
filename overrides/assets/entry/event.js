// The dates of an event as its fields say them, each with its place, zone and state.
import { digits, parseMoment, text } from "./moment.js";
import { datesOfRule } from "./rule.js";

// Every date in order: of the short form, of `dates`, and of the rule but for those that one of `dates` stands for.
// `item` has the typed fields of one of `dates`, `at` its place.
export function performances(record, facts) {
  if (!ordered.has(record)) ordered.set(record, inOrder(record, facts));
  return ordered.get(record);
}

const ordered = new WeakMap();

function inOrder(record, facts) {
  const { rules } = facts, { start, end, previous_start: previous = [] } = record;
  if (start) return [performance({ start, end, previous_start: previous }, [], rules)];
  const dates = listed(record, facts);
  return [...dates, ...ruled(record, facts, dates)].sort((one, other) => one.start.local - other.start.local);
}

export function listed(record, { rules }) {
  return (record.dates ?? []).map((item, index) => ({ ...performance(item, ["dates", index], rules), item }));
}

function performance(item, at, rules) {
  const start = parseMoment(item.start, rules), previous = (item.previous_start ?? []).map((each) => parseMoment(each, rules));
  const end = item.end ? parseMoment(item.end, rules) : null;
  return { start, end, previous, at, id: item.id ?? digits(previous[0] ?? start, rules) };
}

// The dates that the rule makes, without those that an entry of `dates` stands for or was moved from.
export function ruled(record, facts, dates = listed(record, facts)) {
  if (!record.recurrence) return [];
  const { rules } = facts, said = (moment) => text(moment, rules);
  const starts = new Set(dates.flatMap(({ start, previous }) => [said(start), said(previous[0] ?? start)]));
  const ids = new Set(dates.map(({ id }) => id));
  const found = datesOfRule(record.recurrence, rules).map((each) => ({ ...each, previous: [], id: digits(each.start, rules) }));
  const each = [...new Map(found.map((date) => [date.id, date])).values()];
  each.sort((one, other) => one.start.local - other.start.local);
  return each.filter(({ id, start }) => !ids.has(id) && !starts.has(said(start)));
}

// The place of an event or of one of its dates: an inline one, or what is known of a venue.
export function placeOf(record, facts, item) {
  const stated = item?.venue ?? record.venue;
  return typeof stated === "string" ? facts.known.venues[stated] : stated;
}

export function zoneOf(record, facts, item) {
  const place = placeOf(record, facts, item);
  return place?.zone ?? place?.time_zone ?? facts.zone;
}

export function statusOf(record, { item, previous }) {
  const isMoved = previous.length > 0 && !record.status;
  return item?.status ?? (isMoved ? "rescheduled" : record.status ?? "scheduled");
}

export const availabilityOf = (record, { item }) => item?.availability ?? record.availability ?? null;
