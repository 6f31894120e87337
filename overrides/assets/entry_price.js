// What it costs, in any of the forms of the contract: which one was typed, and what is wrong with it.
import { fault, isMapping } from "./entry_facts.js";
import { guessAmount } from "./entry_guess.js";

const AMOUNT = /^[0-9]{1,5}([.][0-9]{1,2})?$/;

export const amountFaults = (value, at) =>
  AMOUNT.test(value) ? [] : [fault(at, "price-format", { value }, guessAmount(value))];

// The rule that a price of several values is read by; none for one value.
export function priceRule(value) {
  if (Array.isArray(value)) return { kind: "list", of: { kind: "part", part: "Tariff" } };
  return isMapping(value) ? { kind: "part", part: "pay_what_you_can" in value ? "Chosen" : "Lowest" } : null;
}

// What is wrong with a price of one value, or of none.
export function priceFaults(value, at, { rules }) {
  if (Array.isArray(value)) return value.length ? [] : [fault(at, "price-format", { value: "[]" })];
  if (value === "free" || isMapping(value)) return [];
  const folded = value.toLowerCase();
  if (rules.free.includes(folded)) return [fault(at, "price-format", { value }, "free")];
  for (const word of rules.from) {
    const lowest = folded.startsWith(word) && guessAmount(value.slice(word.length).trim());
    if (lowest) return [fault(at, "price-format", { value }, { from: lowest })];
  }
  return amountFaults(value, at);
}
