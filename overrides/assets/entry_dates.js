// Dates and hours in words, as a Belgian editor writes them; every pattern is in the catalogue.
import { A_DAY, DAY, dayOf, minutesOf, MONTH, parts, SEASON, two, weekday } from "./entry_moment.js";

// From this number on, days are counted rather than listed; on a card, sooner.
const MANY = 7, MANY_FOR_A_CARD = 4;
const SEASONS = { 12: "winter", 3: "spring", 6: "summer", 9: "autumn" };

// What writes dates: `length` is "extra-short", "short" or "medium"; `year` goes without saying.
export class Dates {
  constructor(words, language, length = "medium", year = null) {
    Object.assign(this, { words, language, isBrief: length === "extra-short", year: length === "medium" ? null : year });
  }

  say(key, values = {}) {
    return this.words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }

  day(day, { weekday: hasWeekday = true, year: hasYear = true } = {}) {
    const dated = this.#dated(day, hasYear && parts(day)[0] !== this.year);
    return hasWeekday ? `${this.#name("weekday", weekday(day))} ${dated}` : dated;
  }

  month(day) {
    const [year, month] = parts(day);
    return `${this.#name("month", month)} ${year}`;
  }

  // A day, a month or a season that is not known better.
  coarse(day, precision) {
    const [year, month] = parts(day);
    if (precision === SEASON) return this.say(`date.season.${SEASONS[month]}`, { year });
    return precision === MONTH ? this.say(this.#key("date.month"), { month: this.month(day) }) : this.day(day);
  }

  // Several texts in a row: `vendredi, samedi et dimanche`.
  enumerated(texts) {
    if (texts.length < 2) return texts.join("");
    return this.say("list.and", { first: texts.slice(0, -1).join(", "), last: texts.at(-1) });
  }

  // Days with their months and years said once: `les 3, 4 et 10 octobre 2026`.
  few(days) {
    const months = [...Map.groupBy(days, (day) => parts(day).slice(0, 2).join()).values()];
    const isThisYear = parts(days[0])[0] === this.year && parts(days.at(-1))[0] === this.year;
    const texts = months.map((month, index) => {
      const last = month.at(-1), next = months[index + 1];
      const saysYear = (!next || parts(next[0])[0] !== parts(last)[0]) && !isThisYear;
      return this.enumerated([...month.slice(0, -1).map((day) => this.#number(day)), this.#dated(last, saysYear)]);
    });
    return this.say(this.#key("date.few"), { days: this.enumerated(texts) });
  }

  // An hour, of the minutes since midnight; `key` is `hour.bare` for the first of two that share their unit.
  hour(minutes, key = "hour") {
    const { style } = this.words, hour = Math.floor(minutes / 60), minute = two(minutes % 60);
    const compact = style && !style.includes(" ") ? ".compact" : "", exact = minutes % 60 || style.includes("00") ? "" : ".exact";
    return this.say(`${key}${compact}${exact}`, { hour, minute });
  }

  // From one local time to another, naming the day of an end on another one; midnight is still the evening's.
  hours(start, end) {
    const from = this.hour(minutesOf(start));
    if (end === null) return this.say("hours.at", { start: from });
    const later = dayOf(end) - dayOf(start), to = this.hour(minutesOf(end));
    if (later === 1 && !minutesOf(end)) return this.say("hours.to_midnight", { start: from });
    const between = this.say("hours.between", { start: this.hour(minutesOf(start), "hour.bare"), end: to });
    if (!later) return between;
    if (end - start < A_DAY) return `${between} (${this.say(`weekday.${weekday(dayOf(end))}`)})`;
    return this.say("hours.until_day", { start: from, day: this.day(dayOf(end)), end: to });
  }

  // A day or a rule with its hours.
  withHours(day, start, end) {
    if (this.isBrief) return this.say("date.with_hour.brief", { day, hour: this.hour(minutesOf(start)) });
    return this.say(end === null ? "date.with_hour" : "date.with_hours", { day, hours: this.hours(start, end) });
  }

  // The days of a run, both included, as far as they are known.
  period(first, last) {
    const plain = (day) => this.day(day, { weekday: false });
    if (first === null) return last === null ? "" : this.say(this.#key("run.until"), { last: plain(last) });
    if (last === null) return this.say(this.#key("run.since"), { first: plain(first) });
    if (first === last) return this.day(first);
    const [[year, month], [lastYear, lastMonth]] = [parts(first), parts(last)], isOneYear = year === lastYear;
    const isOneMonth = isOneYear && month === lastMonth;
    const opening = isOneMonth ? this.#number(first) : this.#dated(first, !isOneYear && year !== this.year);
    const closing = this.#dated(last, !isOneYear || lastYear !== this.year);
    return this.say(this.#key("run.between"), { first: opening, last: closing });
  }

  // A run, seen from a day: all of it before it begins, its end while it is on, or its beginning without one.
  run({ first, last }, today) {
    const isOn = (first ?? -Infinity) <= today && (last ?? Infinity) >= today;
    if (first !== null && last === null && isOn) return this.say("run.begun", { first: this.day(first, { weekday: false }) });
    return this.period(last !== null && isOn ? null : first, last);
  }

  // A date, as exactly as it is known.
  occurrence({ day, lastDay, start, end, precision, takesPlace }, isOver = false) {
    if (start) return this.withHours(this.day(day), start.local, end && end.local);
    if (precision > DAY) return this.coarse(day, precision);
    if (lastDay > day) return this.period(day, lastDay);
    if (isOver || this.isBrief || !takesPlace) return this.day(day);
    return this.say("date.day_only", { day: this.day(day, { weekday: false }) });
  }

  // Dates in one line: one date, a few days, or their number and stretch; where they are many, those in `among`.
  several(dates, among, isOver) {
    const days = [...new Set(dates.map(({ day }) => day))].sort((one, other) => one - other);
    if (dates.length === 1) return this.occurrence(dates[0], isOver);
    if (dates.some(({ precision }) => precision > DAY)) return this.enumerated(dates.map((date) => this.occurrence(date)));
    if (days.length === 1) return this.#sameDay(days[0], dates);
    if (days.length < (this.isBrief ? MANY_FOR_A_CARD : MANY)) return this.few(days);
    return this.isBrief ? this.#nextAndOthers(dates) : this.#many(days[0], among.map(({ day }) => day));
  }

  #sameDay(day, dates) {
    const starts = dates.filter(({ start }) => start).map(({ start }) => minutesOf(start.local));
    if (starts.length < dates.length) return this.day(day);
    const bare = starts.slice(0, -1).map((minutes) => this.hour(minutes, "hour.bare"));
    const hours = this.enumerated([...bare, this.hour(starts.at(-1))]);
    if (this.isBrief) return this.say("date.with_hour.brief", { day: this.day(day), hour: hours });
    return this.say("date.with_hour", { day: this.day(day), hours: this.say("hours.at", { start: hours }) });
  }

  #many(next, days) {
    const first = Math.min(...days), many = this.say("date.many", { n: days.length, stretch: this.period(first, Math.max(...days)) });
    return next === first ? many : this.say("date.many.next", { dates: many, day: this.day(next, { year: false }) });
  }

  #nextAndOthers(dates) {
    const n = dates.length - 1, forms = this.words["date.many.others"];
    const form = new Intl.PluralRules(this.language).select(n) === "one" ? 0 : 1, next = this.occurrence(dates[0]);
    return forms[form].replace("{next}", () => next).replace("{n}", n);
  }

  #dated(day, hasYear) {
    const [year, month] = parts(day), text = `${this.#number(day)} ${this.#name("month", month)}`;
    return hasYear ? `${text} ${year}` : text;
  }

  #name(kind, number) {
    return this.say(this.isBrief ? `${kind}.brief.${number}` : `${kind}.${number}`);
  }

  #number(day) {
    const [, , number] = parts(day);
    return number === 1 ? this.say("day.first") : String(number);
  }

  #key(key) {
    return this.isBrief ? `${key}.brief` : key;
  }
}
