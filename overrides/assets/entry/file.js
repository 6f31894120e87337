// The file of a filled form: front matter in block form with quoted texts, then each description under its language.
import { bodyText } from "./body.js";
import { isMapping, once } from "./facts.js";

const WORD = "(?!null$)[a-z0-9]+(?:[-_][a-z0-9]+)*", HOUR = "[0-9]{2}:[0-9]{2}";
const MOMENT = `[0-9]{4}-[0-9]{2}-[0-9]{2} ${HOUR}(?:[+-]${HOUR})?`;
// Words, ids, numbers, hours, days and moments, in which no reader of YAML sees anything else.
const PLAIN = new RegExp(`^(?:${WORD}|-?[0-9]+[.][0-9]+|[0-9]{1,2}:[0-9]{2}|${MOMENT})$`, "i");
const AROUND = /^[ \u00a0\u202f]+|[ \u00a0\u202f]+$/g;
// Texts in somebody's words, which stand in quotes whatever they say.
const TEXTS = ["text", "line", "zone"];
const PRICES = [
  { kind: "amount" },
  { kind: "list", of: { kind: "part", part: "Tariff" } },
  { kind: "part", part: "Lowest" },
  { kind: "part", part: "Chosen" },
];

export function fileText(collection, entry, bodies, facts) {
  const { fields } = facts.rules.collections[collection], { shared } = facts.rules;
  const own = Object.keys(fields).filter((name) => !shared.includes(name));
  const ordered = ["language", ...own, ...shared].map((name) => [name, fields[name]]);
  const filled = fill(entry, once(facts, refusedIn)) ?? {};
  const lines = mappingLines(filled, ordered, facts.rules);
  return ["---", ...lines, "---"].map((line) => `${line}\n`).join("") + bodyText(bodies, facts);
}

function refusedIn({ rules: { characters: { breaks, controls, surrogates } } }) {
  return [new RegExp(`[${controls}${surrogates}\ufeff]`, "gu"), new RegExp(` *[${breaks}][ ${breaks}]*`, "gu")];
}

// A value without what is empty in it, each text on one line; null when nothing is left.
function fill(value, patterns) {
  if (typeof value === "string") return oneLine(value, patterns) || null;
  if (Array.isArray(value)) return orNull(value.map((item) => fill(item, patterns)).filter((item) => item !== null));
  if (!isMapping(value)) return null;
  const items = Object.entries(value).map(([name, item]) => [name, fill(item, patterns)]).filter(([, item]) => item !== null);
  return items.length ? Object.fromEntries(items) : null;
}

const orNull = (items) => (items.length ? items : null);

const oneLine = (text, [refused, folds]) => text.replace(refused, "").replace(folds, " ").replace(AROUND, "");

// The lines of a mapping: the fields of the contract in its order, the others in their own.
function mappingLines(value, ordered, rules) {
  const known = new Map(ordered), stated = [...known.keys()].filter((name) => name in value);
  return [...new Set([...stated, ...Object.keys(value)])].flatMap((name) => {
    const key = PLAIN.test(name) ? name : quoted(name), rule = known.get(name) ?? known.get(""), item = value[name];
    if (typeof item === "string") return [`${key}: ${scalar(item, rule)}`];
    return [`${key}:`, ...lines(item, rule, rules).map((line) => `  ${line}`)];
  });
}

function lines(value, rule, rules) {
  if (typeof value === "string") return [scalar(value, rule)];
  if (!Array.isArray(value)) return mappingLines(value, below(rule, rules), rules);
  const of = forms(rule).find(({ kind }) => kind === "list")?.of;
  return value.flatMap((item) => lines(item, of, rules).map((line, index) => `${index ? "  " : "- "}${line}`));
}

// The fields of the mappings that a rule allows; those of any other name under the empty one.
function below(rule, { parts }) {
  const found = forms(rule);
  const text = found.some(({ kind }) => kind === "text") ? [["", rule]] : [];
  return [...found.filter(({ part }) => part).flatMap(({ part }) => Object.entries(parts[part])), ...text];
}

// Each form of a rule that allows several.
function forms(rule) {
  if (!rule) return [];
  return rule.kind === "either" ? rule.forms.flatMap(forms) : rule.kind === "price" ? PRICES : [rule];
}

function scalar(text, rule) {
  return PLAIN.test(text) && !forms(rule).some(({ kind }) => TEXTS.includes(kind)) ? text : quoted(text);
}

const quoted = (text) => `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
