// An entry repaired as a problem proposes; the one given stays as it is.

export function applyHint(entry, { at, hint, as, also = [] }) {
  const fixed = structuredClone(entry), [field] = at;
  if (as === "entries") return instead(fixed, [field, ...also], hint);
  if (as === "beside") return { ...fixed, ...hint };
  const last = at.at(-1), around = at.slice(0, -1).reduce((inner, step) => (inner[step] ??= {}), fixed);
  if (as === "name") return renamed(fixed, around, last, hint);
  around[last] = as === "items" ? [...around[last], ...hint] : hint;
  return fixed;
}

// The entry with others in the place of some of its fields.
function instead(entry, fields, others) {
  const kept = Object.entries(entry).filter(([name]) => !fields.includes(name) && !(name in others));
  return Object.fromEntries([...kept, ...Object.entries(others)]);
}

function renamed(entry, around, name, hint) {
  const value = around[name];
  delete around[name];
  around[hint] = value;
  return entry;
}
