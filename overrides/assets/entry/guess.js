// What is meant by days, hours and prices that are typed in another way; empty where that is not evident.
import { parseMoment, two } from "./moment.js";
import { fold } from "./text.js";

const LETTERS = "[\\p{L}\\p{Nl}\\p{No}_]+[.]?";
const DAYS = [
  /^(?<year>[0-9]{4})[-/.](?<month>[0-9]{1,2})[-/.](?<day>[0-9]{1,2})/u,
  /^(?<day>[0-9]{1,2})[-/.](?<month>[0-9]{1,2})[-/.](?<year>[0-9]{4})/u,
  /^(?<day>[0-9]{1,2})[-/.](?<month>[0-9]{1,2})[-/.](?<short>[2-9][0-9])(?![0-9])/u,
  new RegExp(`^(?:${LETTERS} )?(?<day>[0-9]{1,2})(?:er|e)? (?<month>${LETTERS}) (?<year>[0-9]{4})`, "u"),
];
const MONTH = new RegExp(`^(?<month>${LETTERS}) (?<year>[0-9]{4})$`, "u");
// What stands between a day and its hour.
const JOINT = /^[\sT,]*(?:à|om|at|vers|dès|vanaf)?\s*/;
const HOUR = /^(?<hour>[0-9]{1,2})\s*(?:[:.,]|heures?|uur|[hu])\s*(?<minute>[0-9]{2})?\s*(?:heures?|uur|[hu])?$/i;
const TWELVE = /^(?<hour>0?[1-9]|1[0-2])(?:[:.](?<minute>[0-9]{2}))?\s*(?<half>[ap])\.?m\.?$/i;
// Our own zone behind an hour, as people call it.
const OUR_ZONE = new RegExp(
  "\\s*[(]?\\b(?:ces?t|mes?t|heure (?:locale|belge|de bruxelles)|(?:local|belgian|brussels) time" +
    "|(?:lokale|plaatselijke|belgische|brusselse) tijd)[)]?$",
  "i",
);
const AMOUNT = /^(?:€|EUR)?\s*([0-9]{1,5})(?:[.,]([0-9]{1,2})-?)?(?:,-)?\s*(?:€|EUR|euros?)?$/i;

export function guessMoment(text, rules) {
  for (const pattern of DAYS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const rest = text.slice(match[0].length), hour = /^[0-9]/.test(rest) ? "" : guessHour(rest.replace(JOINT, ""));
    const { short, year = `20${short}`, month, day } = match.groups;
    const guess = `${year}-${two(monthOf(month, rules))}-${two(Number(day))} ${hour}`.trim();
    return hour || !rest ? ifReal(guess, rules) : "";
  }
  const month = MONTH.exec(text)?.groups;
  return month ? ifReal(`${month.year}-${two(monthOf(month.month, rules))}`, rules) : "";
}

export const guessDay = (text, rules) => /^[0-9]{4}-[0-9]{2}-[0-9]{2}|/.exec(guessMoment(text, rules))[0];

export function guessTime(typed) {
  const text = withoutZone(typed), half = TWELVE.exec(text)?.groups, found = half ?? HOUR.exec(text)?.groups;
  if (!found) return "";
  const hour = half ? (half.hour % 12) + (/p/i.test(half.half) ? 12 : 0) : Number(found.hour);
  const minute = Number(found.minute ?? 0);
  return hour < 24 && minute < 60 ? `${two(hour)}:${two(minute)}` : "";
}

export const withoutZone = (text) => text.replace(OUR_ZONE, "");

// As guessTime, of an hour that may stand alone too, as no other number can be meant.
const guessHour = (text) => guessTime(/^[0-9]+$/.test(text) ? `${text}h` : text);

// A moment typed year, day, month, as year, month, day, where that makes it possible.
export function withDayFirst(text, rules) {
  const match = /^([0-9]{4})-([0-9]{2})-([0-9]{2})/.exec(text);
  return match ? ifReal(`${match[1]}-${match[3]}-${match[2]}${text.slice(match[0].length)}`, rules) : "";
}

export function guessAmount(text) {
  const match = AMOUNT.exec(text);
  if (!match) return "";
  return match[2] ? `${match[1]}.${match[2].padEnd(2, "0")}` : match[1];
}

const monthOf = (typed, { months }) => (/^[0-9]+$/.test(typed) ? Number(typed) : months[fold(typed).replace(/[.]+$/, "")] ?? 0);

const ifReal = (text, rules) => (parseMoment(text, rules) ? text : "");
