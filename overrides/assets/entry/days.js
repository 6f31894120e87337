// Days, months, seasons and runs in words, as a Belgian editor writes them; every pattern is in the catalogue.
import { MONTH, parts, SEASON, weekday } from "./moment.js";

const SEASONS = { 12: "winter", 3: "spring", 6: "summer", 9: "autumn" };

// Days that follow one another, those of a month together.
function byMonth(days) {
  const months = [];
  days.forEach((day, index) => {
    const isSame = index && `${parts(day).slice(0, 2)}` === `${parts(days[index - 1]).slice(0, 2)}`;
    if (isSame) months.at(-1).push(day);
    else months.push([day]);
  });
  return months;
}

// What writes days: `length` is "extra-short", "short" or "medium"; `year` goes without saying.
export class Days {
  constructor(words, language, length = "medium", year = null) {
    Object.assign(this, { words, language, isBrief: length === "extra-short", year: length === "medium" ? null : year });
  }

  say(key, values = {}) {
    return this.words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }

  day(day, { weekday: hasWeekday = true, year: hasYear = true } = {}) {
    const dated = this.dated(day, hasYear && parts(day)[0] !== this.year);
    return hasWeekday ? `${this.name("weekday", weekday(day))} ${dated}` : dated;
  }

  month(day) {
    const [year, month] = parts(day);
    return `${this.name("month", month)} ${year}`;
  }

  // A day, a month or a season that is not known better.
  coarse(day, precision) {
    const [year, month] = parts(day);
    if (precision === SEASON) return this.say(`date.season.${SEASONS[month]}`, { year });
    return precision === MONTH ? this.say(this.key("date.month"), { month: this.month(day) }) : this.day(day);
  }

  // Several texts in a row: `vendredi, samedi et dimanche`.
  enumerated(texts) {
    if (texts.length < 2) return texts.join("");
    return this.say("list.and", { first: texts.slice(0, -1).join(", "), last: texts.at(-1) });
  }

  // Days with their months and years said once: `les 3, 4 et 10 octobre 2026`.
  few(days) {
    const months = byMonth(days);
    const isThisYear = parts(days[0])[0] === this.year && parts(days.at(-1))[0] === this.year;
    const texts = months.map((month, index) => {
      const last = month.at(-1), next = months[index + 1];
      const saysYear = (!next || parts(next[0])[0] !== parts(last)[0]) && !isThisYear;
      return this.enumerated([...month.slice(0, -1).map((day) => this.number(day)), this.dated(last, saysYear)]);
    });
    return this.say(this.key("date.few"), { days: this.enumerated(texts) });
  }

  // The days of a run, both included, as far as they are known.
  period(first, last) {
    const plain = (day) => this.day(day, { weekday: false });
    if (first === null) return last === null ? "" : this.say(this.key("run.until"), { last: plain(last) });
    if (last === null) return this.say(this.key("run.since"), { first: plain(first) });
    if (first === last) return this.day(first);
    const [[year, month], [lastYear, lastMonth]] = [parts(first), parts(last)], isOneYear = year === lastYear;
    const isOneMonth = isOneYear && month === lastMonth;
    const opening = isOneMonth ? this.number(first) : this.dated(first, !isOneYear && year !== this.year);
    const closing = this.dated(last, !isOneYear || lastYear !== this.year);
    return this.say(this.key("run.between"), { first: opening, last: closing });
  }

  // A run, seen from a day: all of it before it begins, its end while it is on, or its beginning without one.
  run({ first, last }, today) {
    const isOn = (first ?? -Infinity) <= today && (last ?? Infinity) >= today;
    if (first !== null && last === null && isOn) return this.say("run.begun", { first: this.day(first, { weekday: false }) });
    return this.period(last !== null && isOn ? null : first, last);
  }

  dated(day, hasYear) {
    const [year, month] = parts(day), text = `${this.number(day)} ${this.name("month", month)}`;
    return hasYear ? `${text} ${year}` : text;
  }

  name(kind, number) {
    return this.say(this.isBrief ? `${kind}.brief.${number}` : `${kind}.${number}`);
  }

  number(day) {
    const [, , number] = parts(day);
    return number === 1 ? this.say("day.first") : String(number);
  }

  key(key) {
    return this.isBrief ? `${key}.brief` : key;
  }
}
