// Draws what was found, sixty cards at a time, runs in blocks of their own.
import { drawCard, made } from "./cards.js";
import { distanceWords } from "./near.js";
import { tell } from "./today.js";

// How many cards at a time, beside others, and at once: the others follow when the first are on the screen.
const BATCH = 60, BESIDE = 12, CHUNK = 8;
const APART = ["runs", "lasting", "starting"];

// Fills a box with groups; tools are the page's templates, the words, the words of days, what marks new cards.
export function drawGroups(box, groups, tools) {
  const apart = groups.filter(({ kind }) => APART.includes(kind)), main = groups.filter(({ kind }) => !APART.includes(kind));
  const own = apart.map(({ items }) => Math.min(items.length, main.length ? BESIDE : BATCH));
  const left = own.reduce((sum, count) => sum - count, BATCH);
  box.replaceChildren();
  if (main.length) box.append(mainBlock(main, left, tools));
  apart.forEach((group, number) => box.append(blockApart(group, own[number], !main.length && !number, tools)));
}

function mainBlock(groups, count, tools) {
  const wrap = made("div"), block = made("div", wrap);
  [wrap.className, block.className] = ["wrap", "section"];
  const items = groups.flatMap((group) => group.items.map((item) => ({ ...item, group })));
  const rooms = JSON.parse(tools.templates.day.dataset.rooms);
  const open = (group) => {
    const section = group.kind === "day" ? daySection(group.day, tools) : plainSection(group.kind, tools);
    section.dataset.cards = rooms.find((room) => group.items.length <= room) ?? rooms.at(-1);
    wrap.append(section);
    return section.querySelector(".cards");
  };
  new Stream(wrap, items, open, tools).draw(count);
  return block;
}

function blockApart(group, count, isAlone, tools) {
  const block = cloned(tools.templates.runs), wrap = block.querySelector(".wrap");
  name(block, group.kind, tools.speak.say(`heading.${group.kind}`));
  block.querySelector("small")?.remove();
  new Stream(wrap, group.items.map((item) => ({ ...item, group })), () => wrap.querySelector(".cards"), tools).draw(count, isAlone ? CHUNK : 0);
  return block;
}

function daySection(day, { templates, calendar }) {
  const section = cloned(templates.day), { name: weekday, number, mark, month, year } = calendar.parts(day);
  section.querySelector("time").dateTime = day;
  section.querySelector(".day-name").textContent = weekday;
  section.querySelector(".day-number").replaceChildren(number, ...(mark ? [made("sup", mark)] : []));
  section.querySelector(".day-month").textContent = `${month} ${year}`;
  name(section, day);
  return section;
}

function plainSection(kind, { templates, speak }) {
  const section = cloned(templates.day), title = made("span", speak.say(`heading.${kind}`));
  title.className = "day-name";
  section.querySelector("h2").replaceChildren(title);
  name(section, kind);
  return section;
}

// Says that nothing answers, and what to give up: [{ question, label, count }].
export function drawNothing(box, ways, tools) {
  const { speak } = tools, text = made("p", speak.say(ways.length ? "none.without" : "none.all")), wrap = made("div", made("h2", nothingWords(tools)), text);
  const list = made("ul", ...ways.map(({ question, label, count }) => {
    const button = made("button", speak.count("without", count, { name: label }));
    button.type = "button";
    button.dataset.without = question;
    return made("li", button);
  }));
  [wrap.className, list.className] = ["wrap finder-none", "chips"];
  const section = made("div", wrap);
  section.className = "section";
  if (ways.length) wrap.append(list);
  box.replaceChildren(section);
}

// What is short for a month may end with a point: there is one at the end of the sentence.
export function nothingWords({ speak, active }) {
  return active.length === 1 ? speak.say("none.one", { name: active[0].label.replace(/\.$/, "") }) : speak.say("none");
}

// Gives a section its heading, and an id that no other heading has.
function name(section, id, words) {
  const heading = section.querySelector("h2");
  heading.id = `found-${id}`;
  if (words) heading.textContent = words;
  section.setAttribute("aria-labelledby", heading.id);
}

function cloned(template) {
  return template.content.firstElementChild.cloneNode(true);
}

// Cards one batch after the other; `open` begins a group and gives the list that takes its cards.
class Stream {
  #shown = 0;
  #group = null;
  #list = null;

  constructor(wrap, items, open, tools) {
    Object.assign(this, { wrap, items, open, tools });
  }

  // The next cards, the first of them at once, and a button for those that follow.
  draw(count, atOnce = CHUNK) {
    const last = Math.min(this.#shown + count, this.items.length), cards = this.#take(atOnce, last);
    this.#finish(last);
    return cards;
  }

  #take(count, last) {
    const cards = this.items.slice(this.#shown, Math.min(this.#shown + count, last)).map((item) => this.#add(item));
    this.#shown += cards.length;
    this.tools.mark(this.wrap);
    cards.forEach(tell);
    return cards;
  }

  // What is left, after each frame, until something else is asked.
  #finish(last) {
    if (this.#shown === last) return this.#shown < this.items.length && this.wrap.append(this.#button());
    afterFrame(() => {
      if (!this.wrap.isConnected) return;
      this.#take(CHUNK, last);
      this.#finish(last);
    });
  }

  #add({ entry, day, metres, group }) {
    if (group !== this.#group) [this.#group, this.#list] = [group, this.open(group)];
    const { speak, templates } = this.tools;
    const far = metres === undefined ? "" : speak.say("distance", { distance: distanceWords(metres, speak.language) });
    const card = drawCard(templates.card, far ? { ...entry, where: [entry.where, far].filter(Boolean).join(" · ") } : entry, day);
    this.#list.append(card);
    return card;
  }

  #button() {
    const left = this.items.length - this.#shown, { speak } = this.tools;
    const button = made("button", speak.count("more", Math.min(BATCH, left), { left: speak.number(left) }));
    [button.type, button.className] = ["button", "finder-more"];
    button.addEventListener("click", () => {
      button.remove();
      this.draw(BATCH)[0].querySelector("a").focus({ preventScroll: true });
    });
    return button;
  }
}

function afterFrame(act) {
  requestAnimationFrame(() => setTimeout(act));
}
