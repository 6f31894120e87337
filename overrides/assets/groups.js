// The entries that were found as the lists to show: by day and runs apart, or in one list by another order.
import { FIRST, LAST, isWeek } from "./days.js";
import { appearance } from "./filters.js";
import { distance } from "./near.js";

const UNKNOWN = Infinity;

// [{ kind, day?, items: [{ entry, day?, metres? }] }], in the order to show them in.
export function groupsOf(entries, sort, time, place) {
  if (sort === "near" && place) return byDistance(entries, place);
  if (sort === "last") return [{ kind: "last", items: sorted(entries, lastDay).map((entry) => ({ entry })) }];
  if (sort === "new") return [{ kind: "new", items: sorted(entries, ({ published }) => published, -1).map((entry) => ({ entry })) }];
  return byDay(entries.map((entry) => ({ entry, ...appearance(entry, time) })), time);
}

function byDay(found, { range, today }) {
  const days = new Map(), undated = [], runs = [];
  const put = (entry, day, isSaid) => {
    if (!days.has(day[0])) days.set(day[0], []);
    days.get(day[0]).push({ entry, day: isSaid && day, start: day[3]?.[0] ?? UNKNOWN });
  };
  for (const { entry, days: dates, hasRun, isVague } of found) {
    if (hasRun) runs.push({ entry });
    if (range) dates.forEach((day) => put(entry, day, true));
    else if (!hasRun && dates.length) put(entry, dates[0], dates[0] !== entry.days[0]);
    if (isVague && !hasRun && !dates.length) undated.push({ entry });
  }
  const isShort = range && !isWeek(range), by = isShort ? range.last : today, begun = ({ entry: { run } }) => run[0] <= by;
  return [
    ...[...days].sort(([one], [other]) => order(one, other)).map(([day, items]) => ({ kind: "day", day, items: sorted(items, ({ start }) => start) })),
    { kind: "undated", items: undated },
    { kind: by > today ? "lasting" : "runs", items: sorted(runs.filter(begun), ({ entry }) => entry.run[1] || LAST) },
    { kind: "starting", items: sorted(runs.filter((item) => !begun(item)), ({ entry }) => entry.run[0]) },
  ].filter(({ items }) => items.length);
}

function byDistance(entries, place) {
  const items = entries.map((entry) => ({ entry, metres: entry.geo ? distance(place, entry.geo) : UNKNOWN }));
  const known = items.filter(({ metres }) => metres < UNKNOWN), others = items.filter(({ metres }) => metres === UNKNOWN);
  return [
    { kind: "near", items: sorted(known, ({ metres }) => metres) },
    { kind: "elsewhere", items: others.map(({ entry }) => ({ entry })) },
  ].filter(({ items: found }) => found.length);
}

// The last day on which there is something to see; unknown ends come last.
function lastDay({ days = [], run, vague }) {
  return [days.at(-1)?.[0] ?? FIRST, run ? run[1] || LAST : FIRST, vague?.[1] ?? FIRST].sort().at(-1);
}

function sorted(items, key, way = 1) {
  return items.map((item) => [key(item), item]).sort(([one], [other]) => way * order(one, other)).map(([, item]) => item);
}

function order(one, other) {
  return one < other ? -1 : Number(one > other);
}
