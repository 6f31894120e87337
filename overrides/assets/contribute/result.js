// What becomes of a form: its file, where it belongs, and the ways to send it.
import { fileText } from "../entry/file.js";
import { freeId, proposeId } from "../entry/id.js";
import { load } from "./load.js";
import { daysOf } from "./look.js";
import { made, part } from "./scope.js";

// GitHub answers no address of more than about 8,000 characters, which a sign-in page encodes once more.
const LONGEST = 5500;
// Collections whose ids may not meet, since both go into calendars.
const CALENDARS = ["events", "calls"];
const UNTRANSLATED = "translation-missing";

export async function prepare(desk, read, problems) {
  const { entry, bodies } = read, { form, facts, collection } = desk, box = part(form, "result");
  const text = fileText(collection, entry, bodies, facts);
  const id = idOf(desk, entry, await taken(desk)), path = pathOf(collection, id, entry);
  box.replaceChildren(desk.rest.querySelector('template[data-part="result"]').content.cloneNode(true));
  const card = desk.look.card(entry, id);
  if (card) part(box, "card").append(card);
  part(box, "look").hidden = !card;
  notes(part(box, "notes"), desk, problems, read);
  fill(box, desk, path, text);
  images(box, desk, path);
  box.addEventListener("click", (event) => copyOn(event, box, desk));
  box.hidden = false;
  box.focus();
}

// An id like the name in one of its languages, that no other file has.
function idOf({ collection, language }, entry, ids) {
  const name = entry.title ?? entry.name;
  const names = typeof name === "string" ? [name] : [name[language], ...Object.values(name)];
  const proposed = names.filter(Boolean).map(proposeId).find(Boolean) ?? collection.replace(/s$/, "");
  return freeId(proposed, yearOf(entry), ids);
}

// Without the list, the check that answers a proposal tells what is there already.
async function taken({ form, collection }) {
  const ids = await load(form.dataset.ids).catch(() => ({}));
  const among = CALENDARS.includes(collection) ? CALENDARS : [collection];
  return among.flatMap((name) => ids[name] ?? []);
}

function yearOf(entry) {
  return (daysOf(entry)[0] ?? String(new Date().getFullYear())).slice(0, 4);
}

// `content/events/2027/nuit-ouverte.md`, by the year of the first day; others have no folder of years.
export function pathOf(collection, id, entry) {
  return `content/${collection}/${collection === "events" ? `${yearOf(entry)}/` : ""}${id}.md`;
}

// A page of GitHub with the text filled in, as far as an address may be long; else it is to be pasted.
function lead(way, page, name, text) {
  const whole = `${page}&${name}=${encodeURIComponent(text)}`, isWhole = whole.length <= LONGEST;
  const link = way.querySelector("a");
  link.href = isWhole ? whole : page;
  link.toggleAttribute("data-copies", !isWhole);
  part(way, "short").hidden = !isWhole;
  part(way, "long").hidden = isWhole;
}

function notes(box, desk, problems, read) {
  const told = problems.filter(({ severity }) => severity !== "error");
  const foreign = told.filter(({ code }) => code === UNTRANSLATED).flatMap(apart);
  const lacking = new Set(foreign.map(({ values }) => values.languages));
  const others = told.filter(({ code }) => code !== UNTRANSLATED).map((problem) => made("li", desk.errors.linked(problem, read)));
  const debts = [...lacking].map((codes) => debt(codes, foreign.filter(({ values }) => values.languages === codes), desk, read));
  box.querySelector("ul").replaceChildren(...others, ...debts);
  box.hidden = !told.length;
}

// One problem that names several texts, as one for each.
function apart(problem) {
  const { name, names = name } = problem.values;
  return names.split(", ").map((each) => ({ ...problem, at: each.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step)) }));
}

// The texts that a language lacks, in one line, each leading to its field.
function debt(codes, texts, desk, read) {
  const names = new Intl.DisplayNames([desk.language], { type: "language" });
  const languages = codes.split(", ").map((code) => names.of(code)).join(", ");
  const links = texts.flatMap((problem) => [", ", desk.errors.named(problem, read)]).slice(1);
  return Object.assign(made("li", desk.phrases.say("untranslated", { languages }), " ", ...links), { className: "debt" });
}

function fill(box, desk, path, text) {
  const [github, issue] = ["github", "issue"].map((way) => box.querySelector(`[data-way="${way}"]`));
  const href = URL.createObjectURL(new Blob([text], { type: "text/markdown" })), name = path.split("/").at(-1);
  part(box, "path").textContent = path;
  part(box, "text").textContent = text;
  Object.assign(part(box, "download"), { href, download: name });
  const mail = part(box, "desk");
  if (mail?.protocol === "mailto:") mail.search = `?subject=${encodeURIComponent(name)}`;
  if (github) lead(github, `${pageOf(github)}?filename=${path}`, "value", text);
  if (issue) lead(issue, pageOf(issue), "file", `${path}\n${text}`);
}

function pageOf(way) {
  return way.querySelector("a").dataset.page;
}

function images(box, desk, path) {
  const way = box.querySelector('[data-way="image"]');
  const links = [...desk.images.ready].map(([name, href]) => Object.assign(made("a", name), { href, download: name }));
  part(box, "folder").textContent = `${path.split("/").slice(0, -1).join("/")}/`;
  part(box, "images").replaceChildren(...links.map((link) => made("li", link)));
  way.hidden = !links.length;
}

async function copyOn({ target }, box, desk) {
  if (!target.closest('[data-do="copy"], [data-copies]')) return;
  const shown = part(box, "text");
  try {
    await navigator.clipboard.writeText(shown.textContent);
    desk.say(desk.phrases.say("copied"));
  } catch {
    shown.closest("details").open = true;
    getSelection().selectAllChildren(shown);
    desk.say(desk.phrases.say("selected"));
  }
}
