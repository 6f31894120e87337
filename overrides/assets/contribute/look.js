// How it will look: dates and price in words while they are typed, what is filed beside, the card at the end.
import { drawCard, made } from "../cards.js";
import { priceLine, stateLine, townOf, whenLines, whenWords } from "../entry/words.js";
import { loadUpcoming } from "../upcoming.js";
import { colourOf, titleSize } from "./poster.js";
import { part } from "./scope.js";

const MOST = 4;

export class Look {
  constructor(form, facts, rest, language) {
    Object.assign(this, { form, facts, rest, language });
  }

  tell(entry) {
    if (this.form.dataset.contribute !== "events") return;
    this.#line("when", whenLines(entry, this.facts, this.language).join(" · "));
    this.#line("price", priceLine(entry, this.facts, this.language));
    for (const advice of this.form.querySelectorAll('[data-part="advice"]')) {
      advice.textContent = this.facts.form.advice[entry.type] ?? "";
      advice.hidden = !advice.textContent;
    }
    const day = daysOf(entry)[0], venue = typeof entry.venue === "string" ? entry.venue : "";
    if (day) loadUpcoming(this.form.dataset.upcoming).then((all) => this.#beside(all, day, venue)).catch(() => {});
  }

  // The card as lists will show it, of an event; other records have none.
  card(entry, id) {
    if (this.form.dataset.contribute !== "events") return null;
    const { facts, language } = this, { poster } = facts.form, title = wordingOf(entry.title, language);
    const by = (entry.organisers ?? []).map((each) => this.#name("organisations", each.organisation ?? each));
    return drawCard(this.rest.querySelector('template[data-part="card"]'), {
      id,
      title,
      size: titleSize(title, poster),
      colour: colourOf(entry.disciplines ?? [], id, poster),
      kind: nameOf(this.form, entry.type),
      state: stateLine(entry, facts, language),
      off: ["cancelled", "postponed"].includes(entry.status),
      date: whenWords(entry, facts, language, "extra-short") || "–",
      by,
      where: this.#where(entry, by),
      facts: [priceLine(entry, facts, language)].filter(Boolean),
    });
  }

  #where({ venue }, beside) {
    if (!venue) return "";
    const place = typeof venue === "string" ? this.facts.known.venues[venue] ?? {} : venue;
    const name = place === venue ? wordingOf(venue.name, this.language) : this.#name("venues", venue);
    const town = townOf(place, this.facts, this.language);
    if (town && beside.includes(name)) return town;
    return [...new Set([name, town])].filter(Boolean).join(", ");
  }

  #name(collection, id) {
    return this.facts.known[collection][id]?.names[0] ?? id;
  }

  #line(name, text) {
    const line = part(this.form, name);
    if (line.textContent !== text) line.textContent = text;
    line.hidden = !text;
  }

  #beside({ entries, events }, day, venue) {
    const isThere = (each) => Boolean(venue) && (each.venue ?? []).includes(venue);
    const isOn = (each) => (each.days ?? []).some(([, , iso]) => iso?.startsWith(day));
    const isOpen = ({ run: [first, last] = [] }) => Boolean(first && last) && first <= day && day <= last;
    const same = entries.filter((each) => isOn(each) || (isThere(each) && isOpen(each)));
    same.sort((one, other) => isThere(other) - isThere(one));
    const box = part(this.form, "beside");
    box.querySelector("ul").replaceChildren(...same.slice(0, MOST).map((each) => {
      const link = Object.assign(made("a", each.title), { href: `${events}${each.id}/`, target: "_blank", rel: "noopener" });
      return made("li", link, ` ${[each.date, each.where].filter(Boolean).join(", ")}`);
    }));
    box.hidden = !same.length;
  }
}

// The days that an entry states, the first one first, as far as they are known.
export function daysOf({ start, dates = [], period, recurrence }) {
  const typed = [start, ...dates.map((each) => each.start), period?.start, period?.end, recurrence?.from];
  return typed.filter((each) => typeof each === "string").map((each) => each.slice(0, 10)).sort();
}

export function wordingOf(text, language) {
  return typeof text === "string" ? text : text?.[language] ?? Object.values(text ?? {})[0] ?? "";
}

function nameOf(form, type) {
  return form.querySelector('[data-at="type"]').selectedOptions[0]?.text ?? type;
}
