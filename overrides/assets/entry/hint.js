// An entry repaired as a problem proposes; the one given stays as it is.

export function applyHint(entry, { at, hint, as, also = [] }) {
  const fixed = structuredClone(entry);
  if (as === "beside") return { ...fixed, ...hint };
  const last = at.at(-1), around = at.slice(0, -1).reduce((inner, step) => (inner[step] ??= {}), fixed);
  if (as === "entries") return instead(fixed, around, [last, ...also], hint);
  if (as === "name") return renamed(fixed, around, last, hint);
  around[last] = as === "items" ? [...around[last], ...hint] : hint;
  return fixed;
}

// The entry with others in the place of some fields of one of its mappings.
function instead(entry, around, fields, others) {
  for (const name of fields) delete around[name];
  Object.assign(around, others);
  return entry;
}

function renamed(entry, around, name, hint) {
  const value = around[name];
  delete around[name];
  around[hint] = value;
  return entry;
}
