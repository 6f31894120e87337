// Local times in a zone: its offsets in minutes, hours that do not exist and hours that come twice.
import { A_DAY, A_MINUTE, withOffset } from "./moment.js";

const STEP = 4 * A_DAY;
const formats = new Map(), offsets = new Map();

// Whether there is such a zone, written as the database of zones has it.
export function isZone(name) {
  try {
    const { timeZone } = new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions();
    return timeZone === name || timeZone.toLowerCase() !== name.toLowerCase();
  } catch {
    return false;
  }
}

// The offset at a moment; between two days that share theirs, it is that.
export function offsetAt(utc, zone) {
  const first = Math.floor(utc / STEP) * STEP, before = exactly(first, zone);
  return before === exactly(first + STEP, zone) ? before : exactly(utc, zone);
}

function exactly(utc, zone) {
  const key = `${zone} ${utc}`;
  if (!offsets.has(key)) offsets.set(key, measured(utc, zone));
  return offsets.get(key);
}

function measured(utc, zone) {
  if (!formats.has(zone)) {
    const each = Object.fromEntries(["year", "month", "day", "hour", "minute"].map((name) => [name, "numeric"]));
    formats.set(zone, new Intl.DateTimeFormat("en", { timeZone: zone, hourCycle: "h23", ...each }));
  }
  const found = Object.fromEntries(formats.get(zone).formatToParts(utc).map(({ type, value }) => [type, Number(value)]));
  return (Date.UTC(found.year, found.month - 1, found.day, found.hour, found.minute) - utc) / A_MINUTE;
}

// The offsets of the first and the second pass of a local time; clocks that jump over it have the ones around.
export function passes(local, zone) {
  const around = [offsetAt(local - A_DAY, zone), offsetAt(local + A_DAY, zone)];
  const real = around.filter((offset) => offsetAt(local - offset * A_MINUTE, zone) === offset);
  if (real.length === 1) return { first: real[0], second: real[0], isImpossible: false, isAmbiguous: false };
  const [first, second] = around;
  return { first, second, isImpossible: !real.length, isAmbiguous: Boolean(real.length) && first !== second };
}

// The moment of a local time in a zone, and what clocks show then.
export function resolve({ local, offset }, zone) {
  const utc = local - (offset ?? passes(local, zone).first) * A_MINUTE;
  return { utc, local: utc + offsetAt(utc, zone) * A_MINUTE };
}

// The two readings of an hour that comes twice, with their offsets.
export function readings(local, zone) {
  const { first, second } = passes(local, zone);
  return [withOffset(local, first), withOffset(local, second)];
}
