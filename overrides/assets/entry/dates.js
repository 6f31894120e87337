// Hours and dates in words: one, a few, or many in a line.
import { Days } from "./days.js";
import { A_DAY, DAY, dayOf, minutesOf, two, weekday } from "./moment.js";

// From this number on, days are counted rather than listed; on a card, sooner.
const MANY = 7, MANY_FOR_A_CARD = 4;

export class Dates extends Days {
  // An hour, of the minutes since midnight; `key` is `hour.bare` for the first of two that share their unit.
  hour(minutes, key = "hour") {
    const { style } = this.words, hour = Math.floor(minutes / 60), minute = two(minutes % 60);
    const compact = style && !style.includes(" ") ? ".compact" : "";
    const exact = minutes % 60 || style.includes("00") ? "" : ".exact";
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
    const first = Math.min(...days), stretch = this.period(first, Math.max(...days));
    const many = this.say("date.many", { n: days.length, stretch });
    return next === first ? many : this.say("date.many.next", { dates: many, day: this.day(next, { year: false }) });
  }

  #nextAndOthers(dates) {
    const n = dates.length - 1, forms = this.words["date.many.others"];
    const form = new Intl.PluralRules(this.language).select(n) === "one" ? 0 : 1, next = this.occurrence(dates[0]);
    return forms[form].replace("{next}", () => next).replace("{n}", n);
  }
}
