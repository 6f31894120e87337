// What is to be corrected: beside each field, and all of it above the button, each with a link to its field.
import { controlAt } from "./entry.js";
import { inputs, isShown, made, nameOf, part } from "./scope.js";
import { checkEntry } from "../entry/check.js";
import { sayProblem } from "../entry/message.js";

// What a sentence calls by the name of a field, which the form calls by its label.
const NAMES = ["name", "first", "second"];
// How many boxes have got an id, to be led to.
let named = 0;

export class Errors {
  constructor(form, phrases, facts, language) {
    const own = Object.entries(facts.form.words).filter(([key]) => key.startsWith("problem.")).map(([key, text]) => [key.slice(8), text]);
    const told = { ...facts, messages: { ...facts.messages, ...Object.fromEntries(own) } };
    Object.assign(this, { form, phrases, facts, told, language, touched: new Set(), asked: false });
  }

  touch(box) {
    this.touched.add(box.closest("[data-at]"));
  }

  // The problems of the entry, and those that only the form has.
  all(collection, { entry, bodies }) {
    return [...this.#unfinished(), ...checkEntry(collection, entry, bodies, this.facts), ...this.#unsigned()];
  }

  // What is wrong in the fields that were left, or in all once they were checked.
  review(collection, read) {
    if (!this.asked && !this.touched.size) return;
    const isTold = (problem) => this.asked || (problem.code !== "field-missing" && this.touched.has(this.#control(problem, read)));
    this.#mark(this.all(collection, read).filter((problem) => !problem.box || this.asked).filter(isTold), read);
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
      if (key === "near") return [key, this.#called(value, controlAt(controls, problem.at))];
      const field = NAMES.includes(key) && (controlAt(controls, [...problem.at, value], false) ?? controlAt(controls, [value], false));
      return [key, field ? nameOf(field) : value];
    });
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

  #unsigned() {
    const boxes = [...this.form.querySelectorAll(".rights input")].filter((box) => !box.checked);
    return boxes.map((box) => ({ box, code: "rights", severity: "error", text: this.phrases.say("rights") }));
  }

  #control(problem, { controls }) {
    const at = problem.code === "field-missing" && problem.values?.name ? [...problem.at, problem.values.name] : problem.at;
    return problem.box ?? controlAt(controls, at);
  }

  #mark(problems, read) {
    for (const line of this.form.querySelectorAll(".error")) line.remove();
    for (const box of this.form.querySelectorAll("[aria-invalid]")) unmark(box);
    this.shown = problems.filter(({ severity }) => severity === "error").map((problem, number) => {
      const control = this.#control(problem, read) ?? this.form.querySelector(".switch, [data-at]");
      const text = this.sentence(problem, read);
      return { box: this.#beside(control, problem, text, `error-${number}`), text };
    });
    this.shown.sort((one, other) => (one.box.compareDocumentPosition(other.box) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  }

  // The line of an error in its field, and the box that it is about.
  #beside(control, problem, text, id) {
    const box = boxOf(control, problem), field = control.closest(".field") ?? control.parentElement;
    const line = Object.assign(made("p", text, ...this.#repair(control, problem)), { className: "error", id });
    const legend = field.querySelector(":scope > legend, :scope > label");
    if (legend && field.matches("fieldset, .field")) legend.after(line);
    else field.append(line);
    box.id ||= `box-${(named += 1)}`;
    box.setAttribute("aria-invalid", "true");
    box.setAttribute("aria-describedby", [...(box.getAttribute("aria-describedby")?.split(" ") ?? []), id].join(" "));
    return box;
  }

  // A button that writes what was probably meant, where that is one value of one box.
  #repair(control, problem) {
    const { hint, as } = problem, isMoment = ["start", "end", "moment"].includes(control.dataset.kind);
    if (typeof hint !== "string" || !hint || as || control.matches("fieldset:not(.texts, .moment)") || control.matches("[type=file]")) return [];
    const value = this.facts.known[control.dataset.to]?.[hint]?.names[0] ?? hint;
    const button = Object.assign(made("button", this.phrases.say("use", { hint: value })), { type: "button", className: "quiet-button" });
    button.addEventListener("click", () => {
      const box = boxOf(control, problem);
      if (isMoment) [part(control, "day").value, part(control, "time").value = ""] = value.split(" ");
      else box.value = value;
      box.focus();
      box.dispatchEvent(new Event("change", { bubbles: true }));
    });
    return [" ", button];
  }

  #sum() {
    const box = part(this.form, "errors"), items = this.shown.map(({ box: target, text }) => made("li", this.#link(target, text)));
    box.hidden = !items.length;
    box.querySelector("h3").textContent = items.length ? this.phrases.count("errors", items.length) : "";
    box.querySelector("ul").replaceChildren(...items);
  }

  #link(target, text) {
    const link = made("a", text);
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

function unmark(box) {
  box.removeAttribute("aria-invalid");
  const others = (box.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && !id.startsWith("error-"));
  if (others.length) box.setAttribute("aria-describedby", others.join(" "));
  else box.removeAttribute("aria-describedby");
}
