// States that people write into a title, told apart from the same words in a real title by how they stand there.
import { once } from "./facts.js";

const LETTER = "[\\p{L}\\p{N}_]", FREE = `(?<!${LETTER})`, END = `(?!${LETTER})`;
const JOINTS = " :/|-–—*,·•#", QUOTES = "«“”\"'‘’„";

// The states that are marked in a title, the words that say so, the title without; null where there are none.
export function marksOf(title, facts) {
  const made = once(facts, patterns), words = [];
  let rest = title, isClear = true, mark;
  while ((mark = nextMark(rest, made))) {
    words.push(mark.words);
    isClear &&= !mark.goesOn;
    const around = [trimmedEnd(mark.before, JOINTS), trimmedStart(mark.after, `${JOINTS}!`)];
    rest = around.join(" ").split(/\s+/).filter(Boolean).join(" ");
  }
  if (!words.length || !new RegExp(LETTER, "u").test(rest)) return null;
  const said = words.join(", "), states = made.states.filter(([, , pattern]) => pattern.test(said));
  return { words, states: Object.fromEntries(states.map(([name, state]) => [name, state])), title: isClear ? rest : "" };
}

function patterns({ rules: { states, explained } }) {
  const one = `${FREE}(?:${states.map(([, , pattern]) => pattern).join("|")})${END}`;
  const several = `${one}(?:(?:\\s*[-–—/|,+&]\\s*|\\s+)${one})*`;
  const apart = `(?!(?:en ligne|on-?line)${END})(?<words>${several})`;
  const isExplained = ([name, state]) => name === "status" && explained.includes(state);
  const reasons = states.filter(isExplained).map(([, , pattern]) => pattern);
  const made = (pattern, flags = "iu") => new RegExp(pattern, flags);
  return {
    states: states.map(([name, state, pattern]) => [name, state, made(`${FREE}(?:${pattern})${END}`)]),
    any: made(one),
    bracketed: made(`[(\\[]\\s*(?<words>${several})\\s*[!.]*\\s*[)\\]]`),
    first: made(`^(?:[^\\p{L}\\p{N}]*)${apart}(?:\\s*[:!/|*]+|\\s+[-–—·•]+(?=\\s)|[-–—]+(?=\\s))`),
    last: made(`(?:(?<=!)|[:/|*]|\\s[-–—·•]+|[-–—]+(?=\\s))\\s*${apart}[\\s!.*]*$`),
    explained: made(`[(\\[]\\s*(?<words>${reasons.join("|")})${END}[^()\\[\\]]*[)\\]]`),
    capitals: made(apart, "giu"),
  };
}

function nextMark(title, made) {
  if (!made.any.test(title)) return null;
  for (const kind of ["bracketed", "first", "last", "explained"]) {
    const match = made[kind].exec(title);
    if (match) return asMark(title, match, kind);
  }
  const shouted = [...title.matchAll(made.capitals)].find((match) => isShouted(title, match));
  return shouted ? asMark(title, shouted, "capitals") : null;
}

function asMark(title, match, kind) {
  const before = title.slice(0, match.index), after = title.slice(match.index + match[0].length);
  return { words: match.groups.words, before, after, goesOn: goesOn(before, after.trimStart(), kind) };
}

// Whether words are in capitals while the rest of the title is not; those between quotes are somebody's own.
function isShouted(title, match) {
  const before = title.slice(0, match.index).trimEnd(), rest = before + title.slice(match.index + match[0].length).trim();
  const isUpper = match.groups.words === match.groups.words.toUpperCase();
  return isUpper && rest.toUpperCase() !== rest && !QUOTES.includes(before.at(-1) || " ");
}

// Whether what stands beside the words may belong to them: a new date, a reason.
function goesOn(before, after, kind) {
  const hasLetter = (text) => new RegExp(LETTER, "u").test(text);
  if (kind === "capitals" && (/^\p{Ll}/u.test(after) || (hasLetter(before) && hasLetter(after)))) return true;
  return kind === "explained" || (kind !== "bracketed" && /^[0-9]/.test(after));
}

function trimmedEnd(text, characters) {
  let end = text.length;
  while (end && characters.includes(text[end - 1])) end--;
  return text.slice(0, end);
}

function trimmedStart(text, characters) {
  let start = 0;
  while (start < text.length && characters.includes(text[start])) start++;
  return text.slice(start);
}
