// What is to be corrected: beside each field, and all of it above the button, each with a link to its field.
import { controlAt, linesOf, reference } from "./entry.js";
import { inputs, isShown, made, nameOf, part } from "./scope.js";
import { checkEntry } from "../entry/check.js";
import { sayProblem } from "../entry/message.js";

// What a sentence calls by the name of a field, which the form calls by its label.
const NAMES = ["name", "first", "second"];
// The start of the keys of sentences that the form says in its own way.
const OWN = "problem.";
// What no button beside a sentence can write into.
const UNWRITABLE = "fieldset:not(.texts, .moment), [type=file]";
const WHOLE = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
// How many boxes have got an id, to be led to.
let named = 0;

export class Errors {
  constructor(form, phrases, facts, language) {
    const own = Object.entries(facts.form.words).filter(([key]) => key.startsWith(OWN));
    const messages = Object.fromEntries(own.map(([key, text]) => [key.slice(OWN.length), text]));
    const told = { ...facts, messages: { ...facts.messages, ...messages } };
    Object.assign(this, { form, phrases, facts, told, language, touched: new Set(), asked: false });
  }

  touch(box) {
    this.touched.add(box.closest("[data-at]"));
  }

  // The problems of the entry, and those that only the form has.
  all(collection, { entry, bodies }) {
    return [...this.#unfinished(), ...this.#unnamed(), ...checkEntry(collection, entry, bodies, this.facts), ...this.#unsigned()];
  }

  // What is wrong in the fields that were left, or in all once they were checked.
  review(collection, read) {
    if (!this.asked && !this.touched.size) return;
    const isLeft = (problem) => problem.code !== "field-missing" && this.touched.has(this.controlOf(problem, read));
    const isTold = (problem) => this.asked || (!problem.box && isLeft(problem));
    this.#mark(this.all(collection, read).filter(isTold), read);
    if (this.asked && !part(this.form, "errors").hidden) this.#sum();
  }

  // Shows all errors and goes there; whether there are any.
  show(problems, read) {
    this.asked = true;
    this.#mark(problems, read);
    this.#sum();
    const box = part(this.form, "errors");
    if (!box.hidden) box.focus();
    return !box.hidden;
  }

  clear() {
    this.asked = false;
    this.touched.clear();
    this.#mark([], { controls: new Map() });
    this.#sum();
  }

  // A sentence in which fields have the names of the form.
  sentence(problem, { controls }) {
    if (problem.text) return problem.text;
    const values = Object.entries(problem.values).map(([key, value]) => {
      if (key === "near" || problem.code === "pick-twice") return [key, this.#called(value, controlAt(controls, problem.at))];
      const field = NAMES.includes(key) && [[...problem.at, value], [value]].map((at) => controlAt(controls, at, false)).find(Boolean);
      return [key, field ? nameOf(field) : dayWords(value, this.language)];
    });
    const isCountry = problem.code === "value-unknown" && controlAt(controls, problem.at)?.dataset.to === "countries";
    if (isCountry) values.push(["reason", "country"]);
    return sayProblem({ ...problem, values: Object.fromEntries(values) }, this.told, this.language);
  }

  // Names for ids, which nobody types here.
  #called(ids, control) {
    const known = this.facts.known[control?.dataset.to] ?? {};
    return ids.split(", ").map((id) => known[id]?.names[0] ?? id).join(", ");
  }

  #unfinished() {
    const boxes = [...this.form.querySelectorAll("input")].filter((box) => box.validity.badInput && isShown(box));
    return boxes.map((box) => ({ box, code: "unfinished", severity: "error", text: this.phrases.say("unfinished") }));
  }

  // An event, of which a page whose form asks for a festival alone does not know all.
  #unnamed() {
    const boxes = [...this.form.querySelectorAll('[data-to="events"] input')].filter((box) => isShown(box) && box.value.trim());
    const unknown = boxes.filter((box) => !(reference(box.value, this.facts.known.events) in this.facts.known.events));
    const key = this.form.dataset.titles ? "event-unknown" : "festival-unknown";
    const say = ({ value }) => this.phrases.say(key, { value });
    return unknown.map((box) => ({ box, code: "event-unknown", severity: "error", text: say(box) }));
  }

  #unsigned() {
    const boxes = [...this.form.querySelectorAll(".rights input")].filter((box) => isShown(box) && !box.checked);
    return boxes.map((box) => ({ box, code: "rights", severity: "error", text: this.phrases.say(box.id.replace("-", "s.")) }));
  }

  // What a problem is about; one of the whole entry, as that it has no date, is about the first choice of ways.
  controlOf(problem, { controls }) {
    const at = problem.code === "field-missing" && problem.values?.name ? [...problem.at, problem.values.name] : problem.at;
    return problem.box ?? controlAt(controls, at) ?? this.form.querySelector(".switch") ?? this.form.querySelector("[data-at]");
  }

  #mark(problems, read) {
    for (const line of this.form.querySelectorAll(".error")) line.remove();
    for (const box of this.form.querySelectorAll("[aria-invalid]")) unmark(box);
    this.shown = problems.filter(({ severity }) => severity === "error").map((problem, number) => {
      const control = this.controlOf(problem, read);
      const text = this.sentence(problem, read);
      return { box: this.#beside(control, problem, text, `error-${number}`), text };
    });
    this.shown.sort(({ box: one }, { box: other }) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  }

  // The line of an error in its field, and the box that it is about.
  #beside(control, problem, text, id) {
    const box = boxOf(control, problem), field = control.closest(".field") ?? control.parentElement;
    const line = Object.assign(made("p", text, ...this.#repair(control, problem)), { className: "error", id });
    const legend = field.querySelector(":scope > legend, :scope > label");
    const above = [...field.querySelectorAll(":scope > .error")].at(-1) ?? legend;
    if (above) above.after(line);
    else field.append(line);
    box.setAttribute("aria-invalid", "true");
    box.setAttribute("aria-describedby", [...(box.getAttribute("aria-describedby")?.split(" ") ?? []), id].join(" "));
    return box;
  }

  // A button that writes what was probably meant, where that is one value of one box.
  #repair(control, problem) {
    const { hint, as } = problem, [day, time] = ["day", "time"].map((name) => part(control, name));
    if (typeof hint !== "string" || !hint || as || control.matches(UNWRITABLE)) return [];
    const value = this.facts.known[control.dataset.to]?.[hint]?.names[0] ?? hint;
    const button = Object.assign(made("button", this.phrases.say("use", { hint: value })), { type: "button", className: "quiet-button" });
    button.addEventListener("click", () => {
      const box = boxOf(control, problem);
      if (day) fillMoment(day, time, value);
      else box.value = control.dataset.kind === "lines" ? linesOf(box).with(problem.at.at(-1), value).join("\n") : value;
      box.focus();
      box.dispatchEvent(new Event("change", { bubbles: true }));
    });
    return [" ", button];
  }

  // The same sentence with a link to the field, for what keeps nothing back.
  linked(problem, read) {
    return this.#link(boxOf(this.controlOf(problem, read), problem), this.sentence(problem, read));
  }

  // Its field alone, by its name.
  named(problem, read) {
    const control = this.controlOf(problem, read);
    return this.#link(boxOf(control, problem), nameOf(control));
  }

  #sum() {
    const box = part(this.form, "errors"), items = this.shown.map(({ box: target, text }) => made("li", this.#link(target, text)));
    box.hidden = !items.length;
    box.querySelector("h3").textContent = items.length ? this.phrases.count("errors", items.length) : "";
    box.querySelector("ul").replaceChildren(...items);
  }

  #link(target, text) {
    const link = made("a", text);
    target.id ||= `box-${(named += 1)}`;
    link.href = `#${target.id}`;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
      target.focus();
      target.closest(".field")?.scrollIntoView({ block: "center" });
    });
    return link;
  }
}

// The box of a control that a problem is about: that of its language, else the first that shows.
function boxOf(control, { at = [] }) {
  const boxes = inputs(control).filter((box) => isShown(box) && box.type !== "hidden");
  const own = boxes.find((box) => box.closest("[data-lang]")?.dataset.lang === at.at(-1));
  return own ?? boxes[0] ?? control.querySelector("button") ?? control;
}

function fillMoment(day, time, value) {
  const [date, hour = ""] = value.split(" ");
  day.value = date;
  if (time) time.value = hour;
}

// Days as people say them, in place of how a file writes them.
function dayWords(value, language) {
  return String(value).replace(/(?<!\S)(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d))?(?=$|,)/g, (typed, day, hour) => {
    const date = new Date(`${day}T00:00Z`);
    if (Number.isNaN(+date) || !date.toISOString().startsWith(day)) return typed;
    return [date.toLocaleDateString(language, WHOLE), hour].filter(Boolean).join(", ");
  });
}

function unmark(box) {
  box.removeAttribute("aria-invalid");
  const others = (box.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && !id.startsWith("error-"));
  if (others.length) box.setAttribute("aria-describedby", others.join(" "));
  else box.removeAttribute("aria-describedby");
}
