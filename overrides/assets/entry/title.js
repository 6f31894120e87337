// Titles that say what other fields say: a state, a date, a house; and titles that shout. All get one clean title.
import { fault, isMapping, WARNING, wordings } from "./facts.js";
import { fold } from "./text.js";
import { inSmallLetters, isShouted } from "./title_capitals.js";
import { marksOf } from "./title_marks.js";
import { namesOf, withoutPieces } from "./title_pieces.js";

export function titleFaults(record, facts) {
  const readings = read(record, facts), marked = readings.map(({ marks }) => marks).filter(Boolean), faults = [];
  const states = statesOf(record, marked), hint = asHint(record, readings, marked, states);
  const isEntries = hint && marked.length > 0, as = isEntries ? { as: "entries", also: [] } : {};
  if (marked.length) {
    const fix = Object.entries(states).map(([name, state]) => `${name}: ${state}`).join(", ");
    const values = { value: listed(marked.flatMap(({ words }) => words)), fix, reason: fix ? "" : "online" };
    faults.push(fault(["title"], "status-in-title", values, hint, as));
  }
  const said = listed(readings.flatMap(({ pieces }) => pieces)), loud = readings.find(({ isLoud }) => isLoud);
  if (said) faults.push(fault(["title"], "title-doubtful", { value: said }, hint, { ...WARNING, ...as }));
  if (loud) faults.push(fault(["title"], "title-shouting", { value: loud.typed }, hint, { ...WARNING, ...as }));
  return faults;
}

const listed = (words) => [...new Set(words)].join(", ");

// The title of each language: what is wrong with it, and how it is without all that.
function read(record, facts) {
  const names = namesOf(record, facts), folded = new Set(names.map(fold)), { titles } = facts.rules;
  const towns = facts.known.municipalities.flatMap(({ name }) => Object.values(name));
  const performers = (record.performers ?? []).map((each) => each.name ?? each);
  return wordings(record.title, record.language).map(([language, typed]) => {
    const marks = marksOf(typed, facts);
    const [rest, pieces] = withoutPieces(marks?.title || typed, folded, record, facts), isLoud = isShouted(rest, titles);
    const clean = isLoud ? inSmallLetters(rest, [...names, ...performers, ...towns], titles) : rest;
    return { language, typed, marks, pieces, isLoud, clean };
  });
}

// The state by field that the titles say; what was always online has not moved.
function statesOf(record, marked) {
  const states = Object.assign({}, ...marked.map((marks) => marks.states));
  if (states.status === "moved-online" && record.online_url && !record.venue) delete states.status;
  return states;
}

// The clean title, with what it said of the state as fields; nothing where a field says otherwise already.
function asHint(record, readings, marked, states) {
  const isOther = Object.keys(states).some((name) => name in record && record[name] !== states[name]);
  if (isOther || marked.some(({ title }) => !title)) return "";
  const byLanguage = Object.fromEntries(readings.map(({ language, clean }) => [language, clean]));
  const title = isMapping(record.title) ? byLanguage : readings[0].clean;
  if (!marked.length) return title;
  return { title, ...Object.fromEntries(Object.entries(states).filter(([name]) => !(name in record))) };
}
