// The nearest known name to one that is not known: Ratcliff and Obershelp's likeness, as Python's difflib has it.
import { fold, length } from "./text.js";

const LIKENESS = 0.6;
const LONGEST = 100;
const FEWEST = 3;
const BRACKETED = /\s*[([]([^()[\]]+)[)\]]\s*/g;

const folded = (name) => fold(name).replaceAll("_", "-").replaceAll(" ", "-");

export function nearest(typed, known) {
  return nearestFew(typed, known, 1)[0] ?? "";
}

// The known names that look most like the typed one, best first.
export function nearestFew(typed, known, count = 3) {
  if (length(typed) > LONGEST) return [];
  const byFold = new Map([...known].map((name) => [folded(name), name])), word = [...folded(typed)];
  const scored = [...byFold.keys()].map((name) => [likeness([...name], word), name]);
  const best = scored.filter(([score]) => score >= LIKENESS);
  best.sort(([one, name], [other, second]) => other - one || (name < second ? 1 : -1));
  return best.slice(0, count).map(([, name]) => byFold.get(name));
}

// The known names that look most like the typed one, then those that begin with it or have it as a word.
export function nearestCalled(typed, known) {
  const names = [...known], byFold = new Map(names.map((name) => [folded(name), name])), part = folded(typed);
  const isFirst = (name) => name.startsWith(part), size = length(part);
  const holding = [...byFold.keys()].filter((name) => isFirst(name) || `-${name}-`.includes(`-${part}-`));
  holding.sort((one, other) => isFirst(other) - isFirst(one) || length(one) - length(other) || (one < other ? -1 : 1));
  const longer = size >= FEWEST && size <= LONGEST ? holding.map((name) => byFold.get(name)) : [];
  return [...new Set([...nearestFew(typed, names), ...longer])];
}

// What else a name with brackets is: "Ancienne Belgique (AB)" is called either.
export function namesWithin(name) {
  const inside = [...name.matchAll(BRACKETED)].map(([, each]) => each.trim());
  const without = name.replace(BRACKETED, " ").trim().split(/\s+/).join(" ");
  return inside.length ? [without, ...inside].filter(Boolean) : [];
}

function likeness(one, other) {
  const total = one.length + other.length;
  if (!total) return 1;
  if ((2 * Math.min(one.length, other.length)) / total < LIKENESS) return 0;
  return (2 * matched(one, other)) / total;
}

// How many letters stand in the longest common parts: the longest of all, then of what is before and behind it.
function matched(one, other) {
  if (!one.length || !other.length) return 0;
  let size = 0, at = 0, there = 0, row = [];
  for (let i = 0; i < one.length; i++) {
    const next = [];
    for (let j = 0; j < other.length; j++) {
      if (one[i] !== other[j]) continue;
      next[j] = (row[j - 1] ?? 0) + 1;
      if (next[j] > size) [size, at, there] = [next[j], i - next[j] + 1, j - next[j] + 1];
    }
    row = next;
  }
  if (!size) return 0;
  const before = matched(one.slice(0, at), other.slice(0, there));
  return size + before + matched(one.slice(at + size), other.slice(there + size));
}
