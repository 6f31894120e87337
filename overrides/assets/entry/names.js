// What an entry names: records that are known, municipalities of the region.
import { fault, isMapping, NOTICE, once, WARNING } from "./facts.js";
import { namesWithin, nearest, nearestCalled } from "./nearest.js";
import { fold } from "./text.js";

const MOST_NEAR = 3;
const CODES = {
  organisations: "organiser-unknown",
  venues: "venue-unknown",
  groups: "group-unknown",
  projects: "project-unknown",
  campaigns: "campaign-unknown",
};

export function referenceFaults(collection, record, facts, id) {
  const named = inFields(facts.rules.collections[collection].fields, record, [], facts);
  const unknown = named.filter(([, to, value]) => to in CODES && !(value in facts.known[to]));
  return unknown.map(([at, to, value], index) => {
    const guesses = index < facts.rules.limits.guesses ? nearIds(to, value, facts) : [];
    const near = guesses.filter((each) => to !== collection || each !== id);
    const values = near.length ? { value, reason: "near", near: near.join(", ") } : { value };
    return fault(at, CODES[to], values, near[0] ?? "");
  });
}

// Every id of another record, with its place and the collection that it is of.
const inFields = (fields, values, at, facts) =>
  Object.keys(fields).filter((name) => name in values).flatMap((name) => references(fields[name], values[name], [...at, name], facts));

function references({ kind, to, of, forms, part }, value, at, facts) {
  switch (kind) {
    case "reference": return [[at, to, value]];
    case "list": return value.flatMap((item, index) => references(of, item, [...at, index], facts));
    case "either": return references(forms[isMapping(value) ? 1 : 0], value, at, facts);
    case "part": return inFields(facts.rules.parts[part], value, at, facts);
  }
  return [];
}

// The places of an event and of its dates, as typed.
function venuesOf({ venue, dates = [] }) {
  return [[["venue"], venue], ...dates.map((item, index) => [["dates", index, "venue"], item.venue])];
}

// The ids whose id or name looks most like what was typed, best first.
function nearIds(collection, typed, facts) {
  const known = once(facts, NAMES[collection]);
  return [...new Set(nearestCalled(typed, known.keys()).map((name) => known.get(name)))].slice(0, MOST_NEAR);
}

const names = (collection) => (facts) => {
  const ids = Object.keys(facts.known[collection]);
  const called = ids.flatMap((id) => facts.known[collection][id].names.map((name) => [name, id]));
  const within = called.flatMap(([name, id]) => namesWithin(name).map((part) => [part, id]));
  return new Map([...within, ...ids.map((id) => [id, id]), ...called]);
};
const NAMES = Object.fromEntries(Object.keys(CODES).map((collection) => [collection, names(collection)]));

// Municipalities: inside the region a name of the table, in either language.
export function placeFaults(collection, record, facts) {
  if (!facts.known.municipalities.length) return [];
  const named = places(collection, record).flatMap(([at, place]) => ((place.country ?? "BE") === "BE" ? judge(at, place, facts) : []));
  const { municipalities: ruled = [] } = record;
  const unknown = ruled.flatMap((value, index) => (municipality(value, facts) ? [] : [noTown(["municipalities", index], value, nearTown(value, facts))]));
  return [...named, ...unknown];
}

const nearTown = (value, facts) => nearest(value, facts.known.municipalities.flatMap(({ name }) => Object.values(name)));
const noTown = (at, value, near) => fault(at, "municipality-unknown", { value }, near);

function places(collection, record) {
  if (collection !== "events") return [[[], record]];
  return venuesOf(record).filter(([, place]) => isMapping(place));
}

function judge(at, { municipality: value, postal_code: code }, facts) {
  if (!value || (code && !isInRegion(code, facts))) return [];
  const named = municipality(value, facts), place = [...at, "municipality"];
  if (!named) {
    const near = nearTown(value, facts);
    return code || near ? [noTown(place, value, near)] : [];
  }
  const other = code && !named.codes.includes(code) && municipality(code, facts);
  if (!other) return [];
  const names = [...new Set(Object.values(other.name))].join(" / ");
  return [fault(place, "municipality-doubtful", { value, postal_code: code, other: names }, "", WARNING)];
}

function isInRegion(code, { rules: { region: [first, end] } }) {
  return /^[0-9]+$/.test(code) && code >= first && code < end;
}

// The municipality of a name in any language, an alias or a postal code.
export const municipality = (typed, facts) => once(facts, municipalities).get(fold(typed));

function municipalities({ known: { municipalities: all } }) {
  const named = all.flatMap((each) => [...each.aliases, ...Object.values(each.name)].map((name) => [fold(name), each]));
  return new Map([...named, ...all.toReversed().flatMap((each) => each.codes.map((code) => [code, each]))]);
}

// What is not said in every language of the site; of an entry that has a language in none of its texts, all at once.
// `texts` are the languages of each text, in the order of the contract.
export function translationFaults(texts, languages) {
  const isServed = (name, language) => texts[name].includes(language) || texts[name].includes("und");
  const lacking = (name, among) => among.filter((language) => !isServed(name, language)), faults = [];
  const tell = (name, missing, more = {}) => {
    if (missing.length) faults.push(fault([name], "translation-missing", { name, languages: missing.join(", "), ...more }, "", NOTICE));
  };
  const worded = Object.values(texts).flat(), whole = languages.filter((language) => !worded.includes(language));
  const names = Object.keys(texts).filter((name) => lacking(name, whole).length), isAtOnce = whole.length > 0 && names.length > 1;
  if (isAtOnce) tell(names[0], whole, { reason: "whole", names: names.join(", ") });
  const others = isAtOnce ? languages.filter((language) => worded.includes(language)) : languages;
  for (const name of Object.keys(texts)) tell(name, lacking(name, others));
  return faults;
}
