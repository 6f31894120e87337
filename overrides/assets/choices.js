// A question of a panel with its choices: how many events each would show, the empty ones not offered.
import { made } from "./cards.js";
import { LISTS } from "./query.js";
import { fold } from "./search.js";

// A longer list shows the choices with the most events, and is narrowed by typing.
const LONG = 24;

export function question(legend, ...content) {
  const set = made("fieldset", made("legend", legend), ...content);
  return set;
}

export function field(words, input) {
  const label = made("label", made("span", words), input);
  label.className = "finder-field";
  return label;
}

export function input(type, name, values = {}) {
  return Object.assign(document.createElement("input"), { type, name, ...values });
}

// Options are { key, value, words, other?, type?, isPlain? }: a plain one has no count and is always offered.
export class Choices {
  #rows = new Map();
  #list = made("div");
  #narrow = null;
  #hint = null;

  constructor(legend, options, { speak, data }) {
    Object.assign(this, { options, speak, data });
    this.#list.className = "choices";
    this.element = question(legend, ...(options.length > LONG ? this.#narrowing(legend) : []), this.#list);
  }

  // Shows the choices that there are now; `counts` gives those of a key.
  refresh(state, counts) {
    this.last = [state, counts];
    const offered = this.options
      .map((option) => ({ option, count: option.isPlain ? null : (counts(option.key).get(option.value) ?? 0), isOn: isChosen(state, option) }))
      .filter(({ count, isOn }) => isOn || count !== 0);
    const shown = this.#narrow ? this.#narrowed(offered) : offered;
    arrange(this.#list, shown.map((each) => this.#row(each)));
    this.element.hidden = !offered.some(({ option }) => option.value !== "");
    if (this.#hint) this.#hint.textContent = shown.length < offered.length ? this.speak.count("narrow.more", offered.length - shown.length) : "";
  }

  #narrowing(legend) {
    this.#narrow = input("search", "", { autocomplete: "off" });
    this.#narrow.setAttribute("aria-label", this.speak.say("narrow", { name: legend }));
    this.#narrow.placeholder = this.speak.say("narrow.short");
    this.#narrow.addEventListener("input", () => this.refresh(...this.last));
    this.#hint = made("p");
    this.#hint.className = "quiet";
    return [this.#narrow, this.#hint];
  }

  // Those that are chosen, and those that fit what is typed, the most frequent ones when there are many.
  #narrowed(offered) {
    const typed = fold(this.#narrow.value.trim());
    const fitting = offered.filter(({ option, isOn }) => isOn || fold(`${option.words} ${option.other ?? ""}`).includes(typed));
    const least = fitting.map(({ count }) => count).sort((one, other) => other - one)[LONG - 1] ?? 0;
    let room = LONG;
    return fitting.filter(({ count, isOn }) => isOn || (count >= least && room-- > 0));
  }

  #row({ option, count, isOn }) {
    const { key, value, words, type = "checkbox" } = option, name = `${key} ${value}`;
    if (!this.#rows.has(name)) this.#rows.set(name, row(input(type, key, { value }), words));
    const label = this.#rows.get(name);
    label.firstChild.checked = isOn;
    label.lastChild.textContent = count === null ? "" : this.speak.number(count);
    return label;
  }
}

function row(box, words) {
  const label = made("label", box, made("span", words), made("small"));
  label.className = "choice";
  return label;
}

function isChosen(state, { key, value }) {
  return LISTS.includes(key) ? state[key].includes(value) : state[key] === value;
}

// Rows are added and taken away, never moved: the one with the focus keeps it.
function arrange(list, rows) {
  for (const row of [...list.children]) if (!rows.includes(row)) row.remove();
  rows.forEach((row, place) => {
    if (list.children[place] !== row) list.insertBefore(row, list.children[place] ?? null);
  });
}
