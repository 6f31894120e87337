// Finds events: takes what the form says, shows what answers to it, and keeps the address in step.
import { Address } from "./address.js";
import { Indexing, answer } from "./answer.js";
import { Bar } from "./bar.js";
import { activeOf } from "./chips.js";
import { calendar } from "./days.js";
import { mark } from "./favourites.js";
import { locate } from "./near.js";
import { changed, nothing } from "./query.js";
import { local } from "./today.js";
import { loadUpcoming } from "./upcoming.js";
import { View } from "./view.js";
import { speaker } from "./words.js";

const PAUSE = 400;

export class Finding {
  #typed = 0;
  #place = null;
  #shown = "";

  constructor(form, listed) {
    const rest = { ...nothing(), when: listed?.dataset.when ?? "" };
    Object.assign(this, { form, rest, bar: new Bar(form), view: new View(form, listed, rest) });
    this.address = new Address(new URL(form.action).pathname, rest);
    this.view.found.addEventListener("click", (event) => this.on(event));
    addEventListener("popstate", () => this.tools && this.#shown !== this.address.here && this.#restore());
    this.#load();
  }

  // What happens in the form, or among what was found.
  async on({ type, target, key }) {
    // A button has the focus before it is clicked: what came in between could move it away from under the pointer.
    if (type === "focusin" && target.name !== "q") return;
    const button = type === "click" ? target.closest("button") : null;
    if (type === "keydown") return key === "Escape" && this.bar.close();
    if (button) this.bar.press(button);
    if (!(await this.#load())) return;
    if (button) this.#press(button);
    else if (type === "submit" || (type === "input" && target.name === "q")) this.#type(type === "submit");
    else if (type === "change" && target.name && target.name !== "q") this.#choose(target);
    else if (type === "focusin") this.tools.index.begin();
  }

  // Whether the data is there; while it is not, the page says so and stays what it was.
  async #load() {
    if (this.tools) return true;
    this.view.tell(this.form.dataset.loading);
    const data = await loadUpcoming(this.form.dataset.finder).catch(() => null);
    if (!data) this.view.tell(this.form.dataset.failed);
    else if (!this.tools) this.#begin(data);
    return Boolean(data);
  }

  #begin(data) {
    const { lang } = document.documentElement, speak = speaker(data.words, lang);
    this.tools = { data, speak, calendar: calendar(lang, this.form.dataset.first), index: new Indexing(data.entries), mark };
    this.view.tell("");
    this.#restore(this.form.elements.q.value);
  }

  // What the address asks for; what was typed before the data came stays.
  #restore(typed = "") {
    const state = this.address.read(this.tools.data.choices);
    this.form.elements.q.value = typed || state.q;
    this.#show(state);
  }

  #show(state) {
    this.state = state;
    this.#shown = this.address.here;
    this.tools.today = local(this.form.dataset.zone, new Date()).day;
    this.tools.active = activeOf(state, this.rest, this.tools);
    this.address.follow();
    this.view.show(state, answer(state, this.tools, this.#place), this.tools, this.bar.open);
  }

  #go(state, isSame = false) {
    this.address.go(state, isSame);
    this.#show(state);
  }

  // While one types, all that comes without a pause is one step of the history.
  #type(isDone) {
    const value = this.form.elements.q.value.trim(), now = Date.now();
    if (value !== this.state.q) this.#go({ ...this.state, q: value }, now - this.#typed < PAUSE);
    this.#typed = isDone ? 0 : now;
  }

  #choose({ name, type, value, checked }) {
    const isOn = type === "checkbox" ? checked : value !== "";
    if (name === "sort" && value === "near") this.#locate();
    else this.#go(changed(this.state, name, value, isOn));
  }

  #press(button) {
    const { drop, value, without, near, opens } = button.dataset, { active } = this.tools;
    if (opens) this.view.refresh(this.state, this.tools, this.bar.open);
    if (near !== undefined) this.#locate();
    if (without) this.#drop(active.filter(({ question }) => question === without), this.form.elements.q);
    if (drop === "") this.#drop(active, this.form.elements.q);
    if (drop) this.#drop(active.filter((item) => item.key === drop && item.value === value), button);
  }

  // Takes choices back; the focus goes to the next chip where its own is gone.
  #drop(items, button) {
    const place = this.view.placeOf(button), ends = items.some(({ key }) => key === "from") ? { to: "" } : {};
    this.#go(items.reduce((state, { key, value }) => changed(state, key, value, false), { ...this.state, ...ends }));
    this.form.elements.q.value = this.state.q;
    this.view.focusAt(place);
  }

  async #locate() {
    const { speak } = this.tools;
    this.view.tell(speak.say("near.wait"));
    this.#place = await locate().catch(() => null);
    if (this.#place) return this.#go({ ...this.state, sort: "near" });
    this.view.tell(speak.say("near.refused"));
    this.view.refresh(this.state, this.tools, this.bar.open);
  }
}
