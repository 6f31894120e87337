// What the form does, from its first use on: it takes what happens, keeps the draft, checks, and says what it finds.
import { countriesOf } from "./countries.js";
import { forgetDraft, keepDraft, onOtherDraft, readDraft } from "./draft.js";
import { readEntry } from "./entry.js";
import { Errors } from "./errors.js";
import { Images } from "./image.js";
import { Look } from "./look.js";
import { Names } from "./names.js";
import { rank } from "./ranks.js";
import { Rows } from "./rows.js";
import { inputs, isShown, part } from "./scope.js";
import { restore, showVague, snapshot } from "./state.js";
import { speaker } from "../words.js";

const PAUSE = 300, EVENTS = ["input", "change", "click", "keydown", "focusout", "mousedown"];

// Where the form asks for any event, `titles` has them all.
export function open(form, facts, rest, titles) {
  if (titles) facts.known.events = titles;
  return new Desk(form, facts, new DOMParser().parseFromString(rest.html, "text/html").body);
}

class Desk {
  constructor(form, facts, rest) {
    this.form = form;
    facts.known.countries = countriesOf(facts, document.documentElement.lang);
    this.facts = facts;
    this.rest = rest;
    this.collection = form.dataset.contribute;
    this.language = document.documentElement.lang;
    this.phrases = speaker(facts.form.words, this.language);
    for (const { dataset, childNodes } of rest.querySelectorAll("[data-more]")) {
      form.querySelector(`[data-more="${dataset.more}"]`).replaceChildren(...childNodes);
    }
    const say = (key, values) => this.say(this.phrases.say(key, values));
    this.rows = new Rows(form, rest, say);
    this.names = new Names(facts.known, this.language, this.phrases);
    this.images = new Images(this.phrases);
    this.errors = new Errors(form, this.phrases, facts, this.language);
    this.look = new Look(form, facts, rest, this.language);
    this.rows.begin(form);
    this.#restore();
    for (const type of EVENTS) form.addEventListener(type, (event) => this.on(event));
    onOtherDraft(this.collection, () => this.#warn());
  }

  on(event) {
    this.names.on(event);
    if (event.type === "keydown" && event.key === "Enter" && event.target.matches("input")) event.preventDefault();
    const button = event.type === "click" && event.target.closest("button[data-do]");
    if (button) this.#press(button);
    const ordered = event.type === "change" && event.target.closest('[data-at="disciplines"]');
    if (ordered) rank(event.target, inputs(ordered));
    if (event.type === "input" || event.type === "change") this.#changed(event);
  }

  say(text) {
    part(this.form, "status").textContent = text;
  }

  read() {
    return readEntry(this.form, this.facts.known);
  }

  // The form's answer, or what is to be corrected first.
  async submit() {
    const { prepare } = await import("./result.js");
    const read = this.read(), problems = this.errors.all(this.collection, read);
    part(this.form, "result").hidden = problems.some(({ severity }) => severity === "error");
    if (this.errors.show(problems, read)) return;
    prepare(this, read, problems);
  }

  #press(button) {
    const { do: what } = button.dataset;
    if (what === "add" || what === "remove") this.rows.press(button);
    if (what === "vague" || what === "exact") this.#vague(button, what === "vague");
    if (what === "forget") this.#forget();
    else this.#outdate(button);
  }

  #vague(button, vague) {
    const control = button.closest("[data-at]");
    showVague(control, vague);
    control.querySelector(`[data-part="${vague ? "stretch" : "day"}"]`).focus();
  }

  #changed({ type, target }) {
    if (target.type === "radio") this.#arrange();
    if (type === "change" && target.type === "file") this.images.take(target);
    if (type === "change") this.errors.touch(target);
    this.#outdate(target);
  }

  // What was made of the form is no longer what it says.
  #outdate(changed) {
    const result = part(this.form, "result");
    if (result.contains(changed)) return;
    if (!result.hidden) this.say(this.phrases.say("changed"));
    result.hidden = true;
    this.#askRights();
    this.#soon();
  }

  // The right to an image is asked for where there is one.
  #askRights() {
    const hasImage = [...this.form.querySelectorAll("[type=file]")].some(({ dataset }) => dataset.name);
    this.form.querySelector("#right-image").closest("label").hidden = !hasImage;
  }

  // Only what belongs to the ways and the language that are chosen is there to be filled.
  #arrange() {
    for (const way of this.form.querySelectorAll(".switch")) {
      const chosen = [...way.querySelectorAll(":scope > .choice input")].find((radio) => radio.checked)?.value;
      for (const fields of way.querySelectorAll(":scope > [data-case]")) fields.hidden = fields.dataset.case !== chosen;
    }
    const language = this.form.querySelector(".spoken input:checked")?.value;
    for (const label of this.form.querySelectorAll("[data-lang]")) label.hidden = Boolean(language) && label.dataset.lang !== language;
    for (const list of this.form.querySelectorAll("[data-rows][data-shown]")) {
      if (isShown(list)) this.rows.begin(list.closest("[data-row]") ?? this.form);
    }
  }

  // After a pause: the draft is kept, and what can be said already is said.
  #soon() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => {
      keepDraft(this.collection, snapshot(this.form));
      const read = this.read();
      this.errors.review(this.collection, read);
      this.look.tell(read.entry);
    }, PAUSE);
  }

  #restore() {
    const draft = readDraft(this.collection);
    if (draft) restore(this.form, draft, (list) => this.rows.add(list));
    part(this.form, "draft").hidden = !draft;
    this.#arrange();
    this.images.lost(this.form);
    this.#askRights();
    if (draft) this.look.tell(this.read().entry);
  }

  // Two tabs keep one draft: whoever writes in both is told so, once.
  #warn() {
    const box = part(this.form, "draft");
    box.querySelector("p").textContent = this.phrases.say("elsewhere");
    box.hidden = false;
  }

  #forget() {
    forgetDraft(this.collection);
    this.form.reset();
    for (const row of this.form.querySelectorAll("[data-row]")) row.remove();
    this.rows.begin(this.form);
    for (const { dataset } of this.form.querySelectorAll("[type=file]")) delete dataset.name;
    this.images.ready.clear();
    this.#arrange();
    this.#askRights();
    part(this.form, "draft").hidden = true;
    part(this.form, "result").hidden = true;
    this.errors.clear();
    this.say(this.phrases.say("forgotten"));
    this.form.querySelector("input").focus();
    clearTimeout(this.waiting);
  }
}
