// States that say half of what they should: a new date without the old one, online without an address.
import { performances, statusOf } from "./event.js";
import { fault, NOTICE, WARNING } from "./facts.js";
import { parseMoment, typed } from "./moment.js";

export function stateFaults(record, facts) {
  return [...movedFaults(record, facts), ...onlineFaults(record), ...reasonFaults(record, facts)];
}

// A new date without the old one, or with an old one that is no other.
function movedFaults(record, { rules }) {
  const { dates = [], previous_start: previous = [] } = record, faults = [];
  const said = (value) => typed(parseMoment(value, rules), rules);
  const starts = [[["previous_start"], record], ...dates.map((item, index) => [["dates", index, "previous_start"], item])];
  for (const [at, { start, previous_start: before = [] }] of starts) {
    if (!start || !before.map(said).includes(said(start))) continue;
    const value = said(start).replace(/[+-]\d\d:\d\d$/, "");
    faults.push(fault(at, "previous-start-same", { value }, "", WARNING));
  }
  const isKnown = previous.length || dates.some((item) => item.previous_start?.length);
  dates.forEach((item, index) => {
    const isMoved = item.status === "rescheduled" && !item.previous_start?.length && !previous.length;
    if (isMoved) faults.push(fault(["dates", index, "status"], "previous-start-missing", {}, "", NOTICE));
  });
  if (record.status === "rescheduled" && !isKnown) faults.push(fault(["status"], "previous-start-missing", {}, "", NOTICE));
  return faults;
}

function onlineFaults(record) {
  const ofDates = (record.dates ?? []).map((item, index) => [["dates", index, "status"], item.status]);
  const found = [[["status"], record.status], ...ofDates].find(([, status]) => status === "moved-online");
  return found && !record.online_url ? [fault(found[0], "online-url-missing", {}, "", NOTICE)] : [];
}

// Reasons for what goes on as planned.
function reasonFaults(record, facts) {
  const dates = performances(record, facts), faults = [];
  const states = [record.status ?? "scheduled", ...dates.map((each) => statusOf(record, each))];
  if (record.status_reason && states.every((status) => status === "scheduled")) {
    faults.push(fault(["status_reason"], "status-reason-alone", {}, "", WARNING));
  }
  dates.filter(({ item }) => item?.status_reason).forEach((each) => {
    if (statusOf(record, each) !== "scheduled") return;
    faults.push(fault([...each.at, "status_reason"], "status-reason-alone", {}, "", WARNING));
  });
  return faults;
}
