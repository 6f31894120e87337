// The page of favourites: the visitor's list, or one that came by a link, drawn from what is to come.
import { merged, save } from "./calendar.js";
import { drawCard } from "./cards.js";
import { canKeep, favourites, keep, mark } from "./favourites.js";
import { share } from "./share.js";
import { tell } from "./today.js";
import { loadUpcoming } from "./upcoming.js";

const root = document.querySelector("[data-favourites]");
const part = Object.fromEntries([...document.querySelectorAll("[data-part]")].map((element) => [element.dataset.part, element]));
const asked = new URLSearchParams(location.search).get("ids")?.split(",").filter((id) => /^[a-z0-9-]+$/.test(id));
const sent = asked && [...new Set(asked)];
const upcoming = await loadUpcoming(root.dataset.favourites).catch(() => say(part.status.dataset.failed));
let shown = favourites(), removed = [];

const DO = {
  take,
  print: () => print(),
  share: ({ dataset }) => share({ title: document.title, url: linkTo(listed()) }, dataset.done, say),
  keep: keepAll,
  remove: ({ dataset }) => keep(favourites().filter(([id]) => id !== dataset.id)),
  undo: () => keep([...favourites(), ...removed.filter(([id]) => !isKept(id))]),
};

part["no-script"].hidden = true;
part["no-storage"].hidden = canKeep();
part.shared.hidden = !sent;
for (const element of part.shared.querySelectorAll("p, button")) element.hidden = !canKeep();
if (upcoming) {
  draw();
  document.addEventListener("favourites", follow);
  root.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-do]");
    if (button) DO[button.dataset.do](button);
  });
}

function say(text) {
  part.status.textContent = text;
}

// What the page shows: the list of the link, with the titles that are known, else the visitor's own.
function listed() {
  return sent?.map((id) => found(id)) ?? favourites();
}

function found(id) {
  const entry = upcoming.entries.find((each) => each.id === id);
  return [id, entry?.title ?? id, entry?.lang ?? document.documentElement.lang];
}

function isKept(id) {
  return favourites().some(([other]) => other === id);
}

function keepAll() {
  keep([...favourites(), ...listed().filter(([id]) => !isKept(id))]);
  say(part.status.dataset.kept);
}

function linkTo(list) {
  return `${location.origin}${location.pathname}?ids=${list.map(([id]) => id).join()}`;
}

function draw() {
  const list = listed(), ids = new Set(list.map(([id]) => id));
  const entries = upcoming.entries.filter(({ id }) => ids.delete(id));
  part.cards.replaceChildren(...entries.map((entry) => drawCard(part.card, entry)));
  part.others.querySelector("ul").replaceChildren(...list.filter(([id]) => ids.has(id)).map(line));
  part.others.hidden = !ids.size;
  part.actions.hidden = part.coming.hidden = !entries.length;
  part.empty.hidden = Boolean(list.length) || !canKeep();
  mark(part.cards);
  tell(part.cards);
}

// A favourite that is not to come: its title, which leads to its page, and a button that removes it.
function line([id, title, lang]) {
  const item = part.line.content.firstElementChild.cloneNode(true), link = item.querySelector("a"), button = item.querySelector("button");
  link.href = `${upcoming.events}${id}/`;
  link.textContent = title;
  link.lang = lang;
  button.dataset.id = id;
  button.setAttribute("aria-label", upcoming.words.remove.replace("{name}", () => title));
  button.hidden = Boolean(sent);
  return item;
}

// The list has changed, here or in another tab: what is gone can be put back, and the focus stays where it was.
function follow() {
  const gone = shown.filter(([id]) => !isKept(id)), isUndone = document.activeElement === part.undo;
  shown = favourites();
  if (gone.length) removed = gone;
  part.undo.hidden = !gone.length;
  say(gone.length ? part.status.dataset.removed.replace("{title}", () => gone[0][1]) : "");
  const at = buttons().indexOf(document.activeElement);
  if (!sent) draw();
  const next = isUndone ? buttons().find(({ dataset }) => dataset.id === removed[0][0]) : buttons()[at] ?? buttons().at(-1);
  if (isUndone || at >= 0) (next ?? document.querySelector("h1")).focus();
}

function buttons() {
  return [...root.querySelectorAll(".favourite, [data-do=remove]")];
}

// One calendar of the events' own files.
async function take({ dataset }) {
  const addresses = listed().map(([id]) => id).filter((id) => upcoming.entries.some((entry) => entry.id === id));
  const files = addresses.map((id) => read(`${upcoming.events}${id}/${id}${upcoming.ics}`));
  const text = await Promise.all(files).then(merged, () => null);
  if (text) save(text, dataset.file);
  say(text ? dataset.done : text === "" ? dataset.none : part.status.dataset.failed);
}

async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.text();
}
