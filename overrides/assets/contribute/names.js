// A box that proposes known names (ARIA combobox with a list): any name, in any language, without accents.
import { fold } from "./entry.js";
import { made } from "./scope.js";

const MOST = 8;

export class Names {
  constructor(known, language, phrases) {
    const { municipalities, ...collections } = known;
    const towns = municipalities.map(({ name, aliases }) => [...new Set([name[language], ...Object.values(name), ...aliases])]);
    const named = Object.entries(collections).map(([name, records]) => [name, Object.values(records).map(({ names }) => names)]);
    const lists = [["municipalities", towns], ...named];
    this.lists = Object.fromEntries(lists.map(([name, all]) => [name, all.filter(({ length }) => length).map(entryOf)]));
    this.phrases = phrases;
  }

  on(event) {
    const combo = event.target.closest?.(".combo");
    if (!combo) return;
    const input = combo.querySelector("input"), list = combo.querySelector("ul");
    if (event.type === "input") this.#propose(combo, input, list);
    if (event.type === "keydown") this.#key(event, input, list);
    if (event.type === "focusout" && !combo.contains(event.relatedTarget)) close(input, list);
    if (event.type === "mousedown" && event.target.closest("[role=option]")) {
      event.preventDefault();
      take(event.target.closest("[role=option]"), input, list);
    }
  }

  #propose(combo, input, list) {
    const typed = fold(input.value), words = typed.split(/\s+/).filter(Boolean);
    const all = words.length ? (this.lists[combo.dataset.to] ?? []) : [];
    const fitting = all.filter(({ folded }) => words.every((word) => folded.some((name) => name.includes(word))));
    fitting.sort((one, other) => rank(other, typed) - rank(one, typed));
    list.replaceChildren(...fitting.slice(0, MOST).map((record, place) => option(record, `${list.id}-${place}`)));
    list.hidden = !fitting.length;
    input.setAttribute("aria-expanded", !list.hidden);
    input.removeAttribute("aria-activedescendant");
    combo.querySelector(".status").textContent = words.length && !fitting.length ? this.phrases.say(combo.dataset.to === "municipalities" ? "none.free" : "none") : "";
  }

  #key(event, input, list) {
    const options = [...list.children], at = options.findIndex((each) => each.getAttribute("aria-selected") === "true");
    if (list.hidden) return;
    if (event.key === "ArrowDown") mark(options, (at + 1) % options.length, input);
    else if (event.key === "ArrowUp") mark(options, (at <= 0 ? options.length : at) - 1, input);
    else if (event.key === "Enter" && at >= 0) take(options[at], input, list);
    else if (event.key === "Escape") close(input, list);
    else return;
    event.preventDefault();
  }
}

function entryOf(names) {
  return { name: names[0], others: names.slice(1), folded: names.map(fold) };
}

function rank({ folded }, typed) {
  return folded.some((name) => name.startsWith(typed)) ? 1 : 0;
}

function option({ name, others }, id) {
  const element = made("li", made("span", name), ...(others.length ? [" ", made("small", others.join(", "))] : []));
  Object.assign(element, { id, role: "option" });
  element.dataset.name = name;
  element.setAttribute("aria-selected", "false");
  return element;
}

function mark(options, at, input) {
  options.forEach((each, place) => each.setAttribute("aria-selected", place === at));
  options[at].scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", options[at].id);
}

function take(chosen, input, list) {
  input.value = chosen.dataset.name;
  close(input, list);
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

function close(input, list) {
  list.hidden = true;
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}
