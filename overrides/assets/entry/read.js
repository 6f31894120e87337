// An entry read field by field, so that one mistake hides no other: what can be used of it, and every fault.
import { withDays } from "./apart.js";
import { fault, isMapping } from "./facts.js";
import { partFaults } from "./parts.js";
import { priceFaults, priceRule } from "./price.js";
import { isLanguage, scalarFaults, tooLong } from "./scalars.js";
import { cleaned, fold } from "./text.js";
import { mailboxesElsewhere } from "./url.js";

const IMAGE_TEXTS = ["alt", "credit"];

// The readable fields of an entry, cleaned, and what is wrong with the fields; `given` names all that were typed.
export function readEntry(collection, entry, facts) {
  const faults = [], typed = cleaned(entry, facts, faults), { fields } = facts.rules.collections[collection];
  const record = {};
  for (const [name, value] of Object.entries(typed)) {
    if (!fields[name]) continue;
    const found = withDays(readField(name, fields[name], value, record, facts), typed, facts);
    faults.push(...mailboxesElsewhere(found, typed, fields, facts));
  }
  for (const name of Object.keys(fields)) {
    if (fields[name].required && !(name in typed)) faults.push(fault([], "field-missing", { name }));
  }
  return { record, faults, given: Object.keys(typed) };
}

// Puts a field into the record, and gives what is wrong with it; one with faults is read again as it was meant, so that the rest is checked.
function readField(name, rule, value, record, facts) {
  const found = read(rule, value, [name], facts);
  const meant = found.length ? asMeant({ [name]: value }, found)[name] : value;
  if (!found.length || !read(rule, meant, [name], facts).some(isError)) record[name] = meant;
  return found;
}

export const isError = ({ severity }) => severity === "error";

function read(rule, value, at, facts) {
  switch (rule.kind) {
    case "text":
      return readText(rule, value, at, facts);
    case "list":
      return readList(rule, value, at, facts);
    case "part":
      return readPart(rule.part, value, at, facts);
    case "features":
      return readFeatures(rule, value, at, facts);
    case "either":
      return read(rule.forms[typeof value === "string" ? 0 : 1], value, at, facts);
    case "geo":
      return isPoint(value) ? [] : [fault(at, "geo-format", { value: pointText(value) })];
    case "price":
      return [...priceFaults(value, at, facts), ...(priceRule(value) ? read(priceRule(value), value, at, facts) : [])];
  }
  return scalarFaults(rule, value, at, facts);
}

// One text, or a text for each language: the first that cannot stand.
function readText({ limit }, value, at, facts) {
  if (!isMapping(value)) return tooLong(value, limit, at);
  const unknown = Object.keys(value).find((language) => !isLanguage(language, facts));
  if (unknown) {
    const hint = meantLanguage(unknown, value, facts);
    return [fault([...at, unknown], "language-unknown", { value: unknown }, hint, { as: "name" })];
  }
  const found = Object.entries(value).map(([language, text]) => tooLong(text, limit, [...at, language]));
  return found.find((faults) => faults.length) ?? [];
}

function readList({ of, most }, value, at, facts) {
  const found = value.flatMap((item, index) => read(of, item, [...at, index], facts));
  if (found.length || !most || value.length <= most) return found;
  return [fault(at, "too-many", { count: String(value.length), limit: String(most) })];
}

function readPart(part, value, at, facts) {
  const fields = Object.entries(facts.rules.parts[part]);
  const found = fields.flatMap(([name, rule]) => {
    if (name in value) return read(rule, value[name], [...at, name], facts);
    const code = IMAGE_TEXTS.includes(name) ? "image-alt-missing" : "field-missing";
    return rule.required ? [fault(at, code, { name })] : [];
  });
  return found.length ? found : partFaults(part, value, at, facts);
}

function readFeatures({ choices, values }, value, at, facts) {
  return Object.entries(value).flatMap(([name, answer]) => {
    const unknown = scalarFaults({ kind: "choice", choices }, name, [...at, name], facts);
    const wrong = scalarFaults({ kind: "choice", choices: values }, answer, [...at, name], facts);
    return [...unknown.map((each) => ({ ...each, as: "name" })), ...wrong];
  });
}

// The language that a key of a text means; empty where none is evident, or where that one is there already.
function meantLanguage(typed, value, facts) {
  const [lower, upper] = typed.replaceAll("_", "-").toLowerCase().split(/-(.*)/s);
  const guesses = [facts.rules.languages.own[fold(typed)], `${lower}-${(upper ?? "").toUpperCase()}`, lower];
  return guesses.find((code) => code && isLanguage(code, facts) && !(code in value)) ?? "";
}

const pointText = (value) => (Array.isArray(value) ? `[${value.map((part) => `'${part}'`).join(", ")}]` : value);

function isPoint(value) {
  const isDegrees = (part) => /^-?[0-9]{1,3}([.][0-9]+)?$/.test(part);
  if (!Array.isArray(value) || value.length !== 2 || !value.every(isDegrees)) return false;
  return Math.abs(value[0]) <= 90 && Math.abs(value[1]) <= 180;
}

// A field with every wrong value of its mappings corrected by its hint, or left out where it has none.
function asMeant(entry, faults) {
  const tree = structuredClone(entry);
  for (const each of faults.filter(isError)) {
    const last = each.at.at(-1), around = each.at.slice(0, -1).reduce((inner, step) => inner?.[step], tree);
    if (each.at.length < 2 || !isMapping(around) || !(last in around)) continue;
    const value = around[last];
    delete around[last];
    if (each.as === "name") around[each.hint] ??= value;
    else if (each.hint) around[last] = each.hint;
  }
  return tree;
}
