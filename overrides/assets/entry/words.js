// When an event is and what it costs, in the words of its page and of its card.
import { Dates } from "./dates.js";
import { today } from "./doubts.js";
import { placeOf, zoneOf } from "./event.js";
import { hoursLines } from "./hours.js";
import { parseMoment, parseTime, parts, typed } from "./moment.js";
import { municipality } from "./names.js";
import { areOver, coming, isOver, occurrences, runOf, standing } from "./occurrences.js";
import { readEntry } from "./read.js";
import { exceptWords, ruleWords } from "./repeated.js";
import { shownText } from "./shown.js";
import { runState, stateWords } from "./state_words.js";

// From this number of dates on, a rule of repetition is said rather than its dates.
const RULE_FROM = 3;

// All that is known of when an event is, a line each: its run or its rule, then every date with its own state.
export function whenLines(entry, facts, language) {
  const { record, found, dates } = seen(entry, facts, language), whole = wholeLines(record, found, dates, facts);
  const extra = (record.recurrence?.extra ?? []).map((value) => typed(parseMoment(value, facts.rules), facts.rules));
  const over = found.length ? areOver(found, facts) : isAllOver(record, found, facts);
  const shared = stateWords(record, dates, found, over, facts);
  const isSaid = ({ date }) => whole.length && !date.item && !extra.includes(typed(date.start, facts.rules));
  return [...whole, ...found.filter((each) => !isSaid(each)).map((each) => line(each, record, dates, shared, facts))];
}

// When an event is, in a line: the days of its run, its rule, or all dates to come; shortest on a card.
export function whenWords(entry, facts, language, length = "medium") {
  const { record, run, found, dates } = seen(entry, facts, language, length), ahead = coming(found, facts);
  const shown = standing(ahead);
  if (run) return dates.run(run, today(facts));
  if (shown.length >= RULE_FROM && record.recurrence) {
    const repeated = repeatedWords(record, found, dates, ahead.length < found.length, facts);
    if (repeated) return elsewhere(record, shown, dates, facts, repeated);
  }
  const words = shown.length ? dates.several(shown, standing(found), areOver(shown, facts)) : "";
  return elsewhere(record, shown, dates, facts, words);
}

// The state that a card says before the date; empty where nothing is special.
export function stateLine(entry, facts, language) {
  const { record, run, found, dates } = seen(entry, facts, language);
  if (run) return runState(record, dates, run, isAllOver(record, found, facts), today(facts), facts);
  const ahead = coming(found, facts);
  return stateWords(record, dates, ahead, areOver(ahead, facts), facts);
}

// What it costs: `Gratuit`, `8,50 €`, `de 8 à 12 €`, `à partir de 10 €`; empty when unknown.
export function priceLine(entry, facts, language) {
  const { record: { price }, dates } = seen(entry, facts, language);
  const amount = (value) => amountWords(value, facts.words.decimal);
  if (price === undefined) return "";
  if (price === "free") return dates.say("price.free");
  if (price.pay_what_you_can) return dates.say("price.chosen");
  if (price.from) return dates.say("price.from", { amount: amount(price.from) });
  const amounts = typeof price === "string" ? [price] : price.map((tariff) => tariff.price);
  const [low, high] = [Math.min(...amounts), Math.max(...amounts)];
  if (low !== high) return dates.say("price.between", { low: amount(low), high: amount(high) });
  return low ? dates.say("price.amount", { amount: amount(low) }) : dates.say("price.free");
}

function amountWords(value, decimal) {
  return Number.isInteger(Number(value)) ? String(Number(value)) : Number(value).toFixed(2).replace(".", decimal);
}

function seen(entry, facts, language, length) {
  const { record } = readEntry("events", entry, facts), [year] = parts(today(facts));
  const dates = new Dates(facts.words, language, length, year);
  return { record, run: runOf(record, facts), found: occurrences(record, facts), dates };
}

const isAllOver = (record, found, facts) => isOver(runOf(record, facts), found, facts, zoneOf(record, facts));

// What an event is as a whole: the days of its run with the opening hours, or its rule; nothing without either.
function wholeLines(record, found, dates, facts) {
  const run = runOf(record, facts);
  if (run) return [dates.period(run.first, run.last), ...hoursLines(record, dates, facts)];
  if (!record.recurrence || found.length < RULE_FROM) return [];
  const rule = repeatedWords(record, found, dates, false, facts);
  return rule ? [rule, exceptWords(dates, record.recurrence, facts.rules)].filter(Boolean) : [];
}

// A rule of repetition and the days between which it holds; empty where there is no short way to say it.
function repeatedWords(record, found, dates, hasBegun, facts) {
  const rule = ruleWords(dates, record.recurrence, facts.rules);
  if (!rule || dates.isBrief) return rule;
  return dates.say("rule.during", { rule, stretch: dates.period(hasBegun ? null : found[0].day, found.at(-1).day) });
}

// A date with the hour of its doors and its note, after its own state where that is not the shared one.
function line(each, record, dates, shared, facts) {
  const { doors, note } = each.date.item ?? {}, over = areOver([each], facts);
  const opening = doors ? dates.say("performance.doors", { hour: dates.hour(parseTime(doors)) }) : "";
  const date = elsewhere(record, [each], dates, facts, dates.occurrence(each, over));
  const said = [date, opening, shownText(note, record, facts, dates.language)].filter(Boolean).join(", ");
  const state = stateWords(record, dates, [each], over, facts);
  return state && state !== shared ? dates.say("feed.item.state", { state, date: said }) : said;
}

// Hours of another zone than the site's, with the town whose hours they are.
function elsewhere(record, shown, dates, facts, words) {
  const zones = new Set(shown.filter(({ start }) => start).map(({ zone }) => zone)), [zone] = zones;
  if (zones.size !== 1 || zone === facts.zone) return words;
  const town = townOf(placeOf(record, facts, shown[0].date.item), facts, dates.language);
  return dates.say("date.elsewhere", { when: words, town: town || zone.split("/").at(-1).replaceAll("_", " ") });
}

export function townOf(place, facts, language) {
  if (!place) return "";
  const isHere = (place.country ?? "BE") === "BE";
  const found = isHere && (municipality(place.municipality ?? "", facts) ?? municipality(place.postal_code ?? "", facts));
  return place.town ?? (found ? shownText(found.name, {}, facts, language) : place.municipality ?? "");
}
