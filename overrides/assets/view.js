// Shows an answer on the page: the chips, the events in place of the page's own list, how many there are, the panels.
import { drawChips } from "./chips.js";
import { made } from "./cards.js";
import { rangeOf } from "./days.js";
import { KEYS_OF, questionsOf } from "./panel.js";
import { drawGroups, drawNothing, nothingWords } from "./results.js";

const PAUSE = 400;

export class View {
  #panels = new Map();
  #timer = 0;

  constructor(form, listed, rest) {
    const part = (name) => document.querySelector(`[data-part="${name}"]`);
    const head = ["h1", ".page-head .lead", ".page-head .links"].map((part) => document.querySelector(part));
    Object.assign(this, { form, listed, rest, fold: form.querySelector(".finder-fold") });
    Object.assign(this, { status: part("status"), chips: part("chips"), found: part("found"), leave: part("leave") });
    this.templates = { card: part("card"), day: part("day"), runs: part("runs") };
    this.current = document.querySelector(".shortcuts [aria-current]");
    this.currentAs = this.current?.getAttribute("aria-current");
    this.head = head.map((element) => ({ element, own: [...(element?.childNodes ?? [])] }));
  }

  show(state, found, tools, open) {
    const isOld = Boolean(this.listed?.dataset.when) && this.listed.dataset.day !== tools.today;
    const isActive = tools.active.length > 0 || state.when !== this.rest.when || isOld;
    drawChips(this.chips, tools.active, tools);
    this.#list(isActive, found, tools);
    this.#headings(state, isActive, isOld, found, tools);
    this.found.hidden = !isActive;
    if (this.listed) this.listed.hidden = isActive;
    this.answer = found;
    this.refresh(state, tools, open);
    this.say(isActive && (tools.active.length || state.when !== this.rest.when) ? this.#words(state, found, tools) : "");
  }

  // The panel that is open, and the numbers on the buttons.
  refresh(state, tools, open) {
    if (open) this.#refreshPanel(state, tools, open);
    const keys = tools.active.map(({ key }) => key), { speak } = tools;
    for (const button of this.form.querySelectorAll("[data-opens]")) {
      button.lastChild.textContent = keys.filter((key) => KEYS_OF[button.dataset.opens].includes(key)).length || "";
    }
    this.fold.lastChild.textContent = keys.filter((key) => key !== "q").length || "";
    this.leave.textContent = speak.count("leave", this.answer.chosen.length);
  }

  // Says something at once, for those who look and for those who listen.
  tell(words) {
    clearTimeout(this.#timer);
    this.status.textContent = words;
  }

  // Says something when nothing else has been said for a while.
  say(words) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.tell(words), PAUSE);
  }

  placeOf(button) {
    return [...this.chips.querySelectorAll("button")].indexOf(button);
  }

  focusAt(place) {
    const chips = [...this.chips.querySelectorAll("button")];
    (place < 0 ? this.form.elements.q : chips[Math.min(place, chips.length - 1)] ?? this.form.elements.q).focus();
  }

  #refreshPanel(state, tools, { dataset: { opens: name } }) {
    if (!this.#panels.has(name)) this.#panels.set(name, this.#built(name, tools));
    const { questions, nothing } = this.#panels.get(name), isUnplaced = state.sort === "near" && !this.answer.isPlaced;
    for (const question of questions) question.refresh(isUnplaced ? { ...state, sort: "" } : state, this.answer.counts);
    nothing.hidden = questions.some(({ element }) => !element.hidden);
  }

  #built(name, tools) {
    const questions = questionsOf(name, tools), nothing = made("p", tools.speak.say("panel.nothing"));
    document.getElementById(`finder-${name}`).replaceChildren(...questions.map(({ element }) => element), nothing);
    return { questions, nothing };
  }

  #list(isActive, found, tools) {
    if (!isActive) this.found.replaceChildren();
    else if (found.chosen.length) drawGroups(this.found, found.groups(), { ...tools, templates: this.templates });
    else drawNothing(this.found, waysOut(found, tools), tools);
  }

  // The heading of a shortcut whose day is over, or that is no longer asked for; the line below it.
  #headings(state, isActive, isOld, { chosen }, { speak, calendar, today }) {
    const [heading, lead, links] = this.head, { when } = this.rest, isOwn = state.when === when;
    const range = when ? rangeOf({ when }, today) : null;
    const title = when && !isOwn ? [speak.say("agenda")] : isOld ? dated(speak, when, calendar.stretch(range)) : heading.own;
    heading.element.replaceChildren(...title);
    const isPlain = isOld && isOwn;
    lead.element?.replaceChildren(...(isActive ? [isPlain ? speak.count("found", chosen.length) : speak.say("lead")] : lead.own));
    links.element?.replaceChildren(...(isActive ? this.#anchors(links.own) : links.own));
    this.#markShortcut(!isActive || (when && isOwn));
  }

  // The shortcut of this page is the current one only while its days are what is shown.
  #markShortcut(isShown) {
    if (!this.current) return;
    if (isShown) this.current.setAttribute("aria-current", this.currentAs);
    else this.current.removeAttribute("aria-current");
  }

  // The links that lead elsewhere, and those to the blocks below the days.
  #anchors(own) {
    const headings = this.found.querySelectorAll(".section ~ .runs h2"), kept = own.filter((item) => item.querySelector?.("a")?.hash === "");
    return [...kept, ...[...headings].map(({ id, textContent }) => made("li", Object.assign(made("a", textContent), { href: `#${id}` })))];
  }

  #words(state, { chosen, unstated, isPlaced }, tools) {
    const { speak } = tools;
    const said = [chosen.length ? speak.count("found", chosen.length) : nothingWords(tools)];
    if (unstated.access) said.push(speak.count("unstated.access", unstated.access));
    if (unstated.age) said.push(speak.count("unstated.age", unstated.age));
    if (state.sort === "near" && !isPlaced) said.push(speak.say("near.ask"));
    return said.join(" ");
  }
}

// What to give up so that something is found, the most fruitful first.
function waysOut({ missed }, { active }) {
  const ways = Object.entries(missed).map(([question, entries]) => ({
    question,
    count: entries.length,
    label: active.filter((item) => item.question === question).map(({ label }) => label).join(", "),
  }));
  return ways.filter(({ count, label }) => count && label).sort((one, other) => other.count - one.count);
}

function dated(speak, when, days) {
  const line = made("span", days), name = /\d/.test(when) ? speak.count("days", Number(when)) : speak.say(`when.${when}`);
  line.className = "dated";
  return [`${name}, `, line];
}
