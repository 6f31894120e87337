// Rules of repetition in words: `un jeudi sur deux à 20 h`.
import { A_DAY, A_MINUTE, parseDay, parseTime, weekday } from "./moment.js";

// How often, on which days and at what hour; empty for a rule that is no plain sentence, such as every 15th.
export function ruleWords(dates, rule, rules) {
  const first = parseDay(rule.from, rules), named = (rule.days ?? []).map((day) => rules.weekdays.indexOf(day)).sort();
  const often = oftenWords(dates, rule, named.length ? named : [weekday(first)]);
  if (!often || !rule.start) return often;
  const at = (typed) => first * A_DAY + parseTime(typed) * A_MINUTE, start = at(rule.start);
  if (!rule.end) return dates.withHours(often, start, null);
  return dates.withHours(often, start, at(rule.end) > start ? at(rule.end) : at(rule.end) + A_DAY);
}

// The days on which a rule does not hold; empty without any.
export function exceptWords(dates, rule, rules) {
  const days = [...new Set((rule.except ?? []).map((day) => parseDay(day, rules)))].sort((one, other) => one - other);
  if (!days.length) return "";
  const one = () => dates.say("date.one", { day: dates.day(days[0], { weekday: false }) });
  return dates.say("rule.except", { days: days.length > 1 ? dates.few(days) : one() });
}

function oftenWords(dates, rule, numbers) {
  const interval = Number(rule.interval ?? 1);
  const named = dates.enumerated(numbers.map((number) => dates.say(`weekday.${number}`)));
  if (rule.every === "month") return monthly(dates, rule.nth, interval, named);
  if (rule.every === "day" && !rule.days?.length) {
    return dates.say(`rule.day.${interval <= 2 ? interval : "n"}`, { n: interval });
  }
  if (rule.every === "day" && interval > 1) return "";
  if (interval > 2 || (interval === 2 && numbers.length > 1)) {
    const each = dates.enumerated(numbers.map((number) => dates.say(`weekday.each.${number}`)));
    return dates.say("rule.week.n", { n: interval, days: each });
  }
  return dates.say(`rule.week.${interval}`, { days: named });
}

function monthly(dates, nth, interval, days) {
  if (!nth) return "";
  const which = dates.say(`rule.nth.${nth}`, { days });
  return dates.say(interval === 1 ? "rule.month.1" : "rule.month.n", { n: interval, which });
}
