// The entry that a form describes: what its file's front matter holds, every value as typed, and the bodies.
import { isMapping } from "../entry/facts.js";
import { proposeId } from "../entry/id.js";
import { ticked } from "./ranks.js";
import { inputs, isShown, own, part, rowsIn } from "./scope.js";

// What stands for a row of a list that holds nothing else.
const ONLY = { organisers: "organisation", organisations: "organisation", performers: "name", selection: "event" };

// {entry, bodies, controls}: the last has the control of each place, `["dates", 0, "start"]` as JSON.
export function readEntry(form, known) {
  const codes = [...new Set([...form.querySelectorAll("[data-lang]")].map((label) => label.dataset.lang))];
  const language = form.querySelector(".spoken input:checked")?.value ?? codes[0];
  const found = { bodies: {}, controls: new Map(), language, known, codes };
  const entry = readScope(form, [], found) ?? {};
  if (language) entry.language = language;
  return { entry, bodies: found.bodies, controls: found.controls };
}

// The control of a place, or of the nearest one below or around it; of the entry itself there is none.
export function controlAt(controls, place, orNear = true) {
  const own = controls.get(key(place));
  if (own || !orNear || !place.length) return own;
  const start = `${key(place).slice(0, -1)},`, below = [...controls].find(([other]) => other.startsWith(start));
  return below?.[1] ?? controlAt(controls, place.slice(0, -1));
}

function key(place) {
  return JSON.stringify(place);
}

// What a scope holds, as a mapping, or as the one value of a row that is no more; nothing where all is empty.
function readScope(scope, place, found) {
  let held;
  for (const element of own(scope, "[data-at], [data-rows]").filter(isShown)) {
    const at = element.dataset.at ?? element.dataset.rows, steps = at ? at.split(".") : [];
    const value = element.dataset.rows ? readRows(element, [...place, ...steps], found) : read(element, scope, found);
    found.controls.set(key([...place, ...steps]), element);
    if (value === undefined) continue;
    if (!steps.length) return value;
    put((held ??= {}), steps, value);
  }
  return held;
}

function put(target, steps, value) {
  const last = steps.at(-1);
  for (const step of steps.slice(0, -1)) target = target[step] ??= {};
  target[last] = value;
}

function readRows(list, place, found) {
  const items = [];
  for (const row of rowsIn(list)) {
    const item = readScope(row, [...place, items.length], found);
    if (item !== undefined) items.push(plain(list.dataset.of, item, items.length + 1));
  }
  return items.length ? items : undefined;
}

// An organiser without a role, as what has nothing but its name, is that name; a room gets its id from its name.
function plain(list, item, number) {
  if (list === "rooms") return { id: roomId(item.name, number), ...item };
  return isMapping(item) && Object.keys(item).join() === ONLY[list] ? Object.values(item)[0] : item;
}

function roomId(name, number) {
  const names = typeof name === "string" ? [name] : Object.values(name ?? {});
  return names.map(proposeId).find(Boolean) ?? `room-${number}`;
}

function read(control, scope, found) {
  const boxes = inputs(control), first = boxes[0], kind = control.dataset.kind;
  switch (kind) {
    case "text": return texts(control, found);
    case "body": return void Object.assign(found.bodies, wordings(control));
    case "lines": return some(linesOf(control));
    case "amount": return first.value.trim().replace(/^(\d+),(\d{1,2})$/, "$1.$2") || undefined;
    case "choices": return some(ticked(boxes).map((box) => box.value));
    case "features": return features(boxes);
    case "true": return first.checked ? "true" : undefined;
    case "geo": return some(first.value.split(/[,;]\s*|\s+/).filter(Boolean));
    case "start": case "moment": case "end": case "coarse": return moment(control, scope, kind);
    case "reference": return reference(first.value.trim(), found.known[control.dataset.to]);
    case "file": return first.dataset.name || undefined;
    default: return first.value.trim() || undefined;
  }
}

// The items of a box, one a line, or between commas where no item has any.
export function linesOf(control) {
  return control.value.split("apart" in control.dataset ? /[\n,;]/ : "\n").map((line) => line.trim()).filter(Boolean);
}

function some(list) {
  return list.length ? list : undefined;
}

function wordings(control) {
  const labels = [...control.querySelectorAll("[data-lang]")].filter(isShown);
  const filled = labels.map((label) => [label.dataset.lang, inputs(label)[0].value.trim()]);
  return Object.fromEntries(filled.filter(([, text]) => text));
}

// A text per language; a plain one where a single language is written, or where all say the same.
function texts(control, { language, codes }) {
  const found = wordings(control), different = new Set(Object.values(found));
  if (!different.size) return undefined;
  const isPlain = language || (different.size === 1 && Object.keys(found).length === codes.length);
  return isPlain ? [...different][0] : found;
}

function features(boxes) {
  const stated = boxes.filter((box) => box.value).map((box) => [box.dataset.feature, box.value]);
  return stated.length ? Object.fromEntries(stated) : undefined;
}

// A day, with its hour where there is one; a month or a season; an end that says an hour alone is of its start's night.
function moment(control, scope, kind) {
  const vague = part(control, "vague");
  if (vague && isShown(vague)) {
    const year = part(control, "year").value.trim().replace(/^\d\d$/, "20$&");
    return year ? `${year}-${part(control, "stretch").value}` : undefined;
  }
  const time = part(control, "time")?.value ?? "";
  const day = part(control, "day").value || (kind === "end" && time ? dayAfterStart(scope, control, time) : "");
  return [day, day || kind !== "end" ? time : ""].filter(Boolean).join(" ") || undefined;
}

function dayAfterStart(scope, control, time) {
  const isBeside = (each) => isShown(each) && each.closest("[data-case]") === control.closest("[data-case]");
  const start = own(scope, '[data-kind="start"]').find(isBeside);
  const day = start && part(start, "day").value;
  if (!day || time > (part(start, "time").value || "00:00")) return day ?? "";
  const next = new Date(`${day}T12:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

// The id of what is called so in any language; what is known by no name stays as typed.
export function reference(typed, known = {}) {
  if (Array.isArray(known)) return typed || undefined;
  const name = fold(typed);
  const id = Object.keys(known).find((each) => fold(each) === name || known[each].names.some((other) => fold(other) === name));
  return (typed && id) || typed || undefined;
}

export function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/œ/g, "oe").replace(/[’']/g, " ").trim();
}
