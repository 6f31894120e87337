// What the rules share: faults, and what is made of the page's facts once.

const made = new WeakMap();

// What `make` gives for the facts, made at the first use.
export function once(facts, make) {
  if (!made.has(facts)) made.set(facts, new Map());
  const kept = made.get(facts);
  if (!kept.has(make)) kept.set(make, make(facts));
  return kept.get(make);
}

// A mistake at a place: `hint` is the corrected value there, or, as `as` says, "entries" instead of the whole field,
// what stands "beside" it, "items" more of a list, a "name" for the key.
export function fault(at, code, values = {}, hint = "", more = {}) {
  return { at, code, severity: "error", values, hint, ...more };
}

export const WARNING = { severity: "warning" };
export const NOTICE = { severity: "notice" };

export const isMapping = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

// The wordings of a text by language; the one of a plain text is the file's own, or of none: "und".
export function wordings(value, language) {
  return isMapping(value) ? Object.entries(value) : [[language || "und", value]];
}

export const now = (facts) => (facts.now === undefined ? Date.now() : +new Date(facts.now));
