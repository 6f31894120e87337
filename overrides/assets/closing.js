// How long there is to answer a call, in the words that its page holds.
const DAY = 24 * 60 * 60 * 1000;
// From so many days on, the date beside it says more (`MOST_DAYS` of `outputs/calls/closing.py`).
const MOST_DAYS = 30;

// What there is to say at a moment: nothing where the date says enough, or where no day is known.
export function closing({ zone, at, day, words }, moment) {
  if (moment >= new Date(at)) return words.over;
  const days = day ? (Date.parse(day) - Date.parse(local(zone, moment))) / DAY : Infinity;
  if (days > MOST_DAYS) return "";
  return [words.today, words.tomorrow][days] ?? words.days.replace("{n}", days);
}

// The local day: a deadline does not wait for the night to be over.
function local(zone, moment) {
  const format = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
  const { year, month, day } = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  return `${year}-${month}-${day}`;
}
