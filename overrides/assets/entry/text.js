// The hygiene of texts: what is folded, what is taken out in silence or not, what cannot stand.
import { fault, isMapping, once, WARNING } from "./facts.js";

const PLAIN = /^[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u202f-\u205e\u20a0-\u20bf]+$/;
// What looks like a tag of HTML; and its beginning, where no word stands before it.
const WHOLE_TAG = /<\/?[a-zA-Z][^<>]*>/g;
const TAG = /<\/?[a-zA-Z][^<>]*>|(?<![\p{L}\p{N}_])<\/?[a-zA-Z][^\s<>]*/u;
const TOKEN = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*|[a-z]+:\S+)$/;

export const length = (text) => [...text].length;

// A name without case and accents, to compare what people type.
export function fold(name) {
  return name.toLowerCase().replaceAll("ß", "ss").normalize("NFKD").replace(/\p{Mn}/gu, "").trim();
}

// A word without case, accents, blanks and hyphens too; of an address of schema.org, its last part.
export const foldWord = (word) => fold(word.split("schema.org/").at(-1)).replace(/[\s_.’'·-]+/g, "");

// A tree of typed values with every text cleaned; its faults go to `faults`.
export function cleaned(value, facts, faults, at = []) {
  if (typeof value === "string") {
    const line = cleanLine(value, facts, faults, at);
    faults.push(...htmlFaults(line, at));
    return line;
  }
  if (Array.isArray(value)) return value.map((item, index) => cleaned(item, facts, faults, [...at, index]));
  if (!isMapping(value)) return value;
  const items = Object.entries(value).filter(([, item]) => item !== null && item !== undefined);
  return Object.fromEntries(items.map(([name, item]) => [name, cleaned(item, facts, faults, [...at, name])]));
}

function cleanLine(text, facts, faults, at) {
  if (PLAIN.test(text) && text === text.trim()) return text;
  const { surrogates, bidi, removed, breaks } = once(facts, classes);
  const found = [];
  let line = without(text, surrogates, "character-invalid", {}, found);
  line = without(line, bidi, "character-bidi", {}, found);
  line = without(line, removed, "character-removed", WARNING, found);
  line = line.replace(breaks, " ").normalize("NFC").trim();
  for (const [code, characters, more] of found) {
    const severity = code === "character-removed" && TOKEN.test(line) ? {} : more;
    faults.push(fault(at, code, { characters }, line, severity));
  }
  faults.push(...contentFaults(line, facts, at));
  return line;
}

// Whether a text has what looks like a tag of HTML, which is shown as typed; the hint is the text without.
function htmlFaults(line, at) {
  const tag = line.includes("<") && line.match(TAG)?.[0];
  if (!tag) return [];
  const rest = line.replace(WHOLE_TAG, "").replace(/ {2,}/g, " ").trim();
  return [fault(at, "html-in-text", { tag }, rest.includes("<") ? "" : rest, WARNING)];
}

function classes({ rules: { characters: of } }) {
  return {
    surrogates: new RegExp(`[${of.surrogates}]`, "gu"),
    bidi: new RegExp(`[${of.bidi}]`, "gu"),
    controls: new RegExp(`[${of.controls}]`, "gu"),
    removed: new RegExp(`[${of.controls}${of.invisible}]`, "gu"),
    breaks: new RegExp(` *[${of.breaks}][ ${of.breaks}]*`, "gu"),
  };
}

function without(text, refused, code, more, found) {
  const characters = text.match(refused);
  if (!characters) return text;
  found.push([code, codePoints(characters), more]);
  return text.replace(refused, "");
}

function codePoints(characters) {
  const points = [...new Set(characters)].map((character) => character.codePointAt(0)).sort((a, b) => a - b);
  return points.map((point) => `U+${point.toString(16).toUpperCase().padStart(4, "0")}`).join(", ");
}

function contentFaults(line, { rules: { limits } }, at) {
  const faults = [];
  if (!/[^\p{M}\p{Z}\p{Cc}\p{Cf}]/u.test(line)) faults.push(fault(at, "text-empty"));
  const stacked = new RegExp(`\\p{M}{${limits.marks + 1}}`, "u");
  if (stacked.test(line)) faults.push(fault(at, "text-marks-stacked", { limit: String(limits.marks) }));
  return faults;
}

// What is wrong with the description in a language, as far as it can be told without reading its Markdown.
export function bodyFaults(text, facts, at) {
  const { limits } = facts.rules, { bidi, controls } = once(facts, classes), faults = [];
  const tooLong = (what, length, limit) =>
    faults.push(fault(at, "text-too-long", { what, length: String(length), limit: String(limit) }));
  for (const line of text.split("\n")) {
    const found = [];
    without(line, bidi, "character-bidi", {}, found);
    without(line, controls, "character-removed", WARNING, found);
    faults.push(...found.map(([code, characters, more]) => fault(at, code, { characters }, "", more)));
    if (length(line) > limits.line) tooLong("line", length(line), limits.line);
    const bars = line.split("|").length - 1;
    if (bars > limits.bars) tooLong("table", bars, limits.bars);
  }
  const size = new TextEncoder().encode(text).length;
  if (size > limits.body) tooLong("body", size, limits.body);
  return faults;
}
