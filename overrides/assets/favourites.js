// The visitor's favourites: a list that this browser alone keeps, and the buttons that fill it.

const KEY = "affiche:favourites";
const link = document.querySelector("[data-keep]");

// [id, title, language of the title] of each, in the order in which they were kept.
export function favourites() {
  try {
    const list = JSON.parse(localStorage.getItem(KEY));
    return list.filter((each) => Array.isArray(each) && each.length === 3 && each.every((part) => typeof part === "string") && /^[a-z0-9-]+$/.test(each[0]));
  } catch {
    return [];
  }
}

// Keeps a list, and says so to all that shows it.
export function keep(list) {
  try {
    if (list.length) localStorage.setItem(KEY, JSON.stringify(list));
    else localStorage.removeItem(KEY);
  } catch { /* A browser that is full, or that allows no storage, keeps what it had. */ }
  tell();
}

// Whether this browser keeps anything.
export function canKeep() {
  try {
    return Boolean(localStorage);
  } catch {
    return false;
  }
}

// Puts a button on each card that has none yet, and says on all buttons what is kept.
export function mark(root) {
  if (!canKeep()) for (const button of root.querySelectorAll(".favourite")) button.remove();
  if (!link || !canKeep()) return;
  for (const title of root.querySelectorAll(".card-title a")) {
    const card = title.closest(".card");
    if (!card.querySelector(".favourite")) card.querySelector(".card-body").append(buttonOf(title));
  }
  show();
}

function buttonOf(title) {
  const button = document.createElement("button");
  const text = title.textContent.trim();
  button.type = "button";
  button.className = "favourite";
  Object.assign(button.dataset, { id: idOf(title.pathname), title: text, lang: title.querySelector("[lang]")?.lang || document.documentElement.lang });
  button.setAttribute("aria-label", link.dataset.keep.replace("{title}", () => text));
  return button;
}

// `nuit-ouverte` of `/fr/evenements/nuit-ouverte/`.
function idOf(path) {
  return path.split("/").at(-2);
}

function show() {
  const ids = new Set(favourites().map(([id]) => id));
  for (const button of document.querySelectorAll(".favourite")) button.setAttribute("aria-pressed", ids.has(button.dataset.id));
  link.querySelector(".site-count").textContent = ids.size || "";
}

function tell() {
  show();
  document.dispatchEvent(new Event("favourites"));
}

function toggle({ id, title, lang }) {
  const others = favourites().filter(([other]) => other !== id);
  keep(others.length < favourites().length ? others : [...others, [id, title, lang]]);
}

document.addEventListener("click", ({ target }) => {
  const button = target.closest(".favourite");
  if (button) toggle(button.dataset);
});
addEventListener("storage", ({ key }) => {
  if (key === KEY || key === null) tell();
});
