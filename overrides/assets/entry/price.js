// What it costs, in any of the forms of the contract: which one was typed, and what is wrong with it.
import { fault, isMapping } from "./facts.js";
import { guessAmount } from "./guess.js";
import { guessPrice, several } from "./words_meant.js";

const AMOUNT = /^[0-9]{1,5}([.][0-9]{1,2})?$/;

export const amountFaults = (value, at) =>
  AMOUNT.test(value) ? [] : [fault(at, "price-format", { value }, guessAmount(value))];

// The rule that a price of several values is read by; none for one value.
export function priceRule(value) {
  if (Array.isArray(value)) return isBare(value) ? null : { kind: "list", of: { kind: "part", part: "Tariff" } };
  if (!isMapping(value) || meantByMapping(value)) return null;
  return { kind: "part", part: "pay_what_you_can" in value ? "Chosen" : "Lowest" };
}

// What is wrong with a price of one value, of none, or of values without their form.
export function priceFaults(value, at, { rules }) {
  const refused = (typed, meant) => [fault(at, "price-format", { value: typed }, meant)];
  if (value === "free") return [];
  if (Array.isArray(value)) {
    if (!value.length) return refused("[]", "");
    return isBare(value) ? refused(value.join(", "), several(value, rules)) : [];
  }
  if (isMapping(value)) {
    const meant = meantByMapping(value);
    return meant ? refused("pay_what_you_can" in value ? "pay_what_you_can" : Object.keys(value).join(", "), meant) : [];
  }
  const meant = guessPrice(value, rules);
  return meant !== "free" && AMOUNT.test(value) ? [] : refused(value, meant);
}

const isBare = (values) => values.length > 0 && values.every((each) => typeof each === "string");

// Prices under their own names, one tariff in no list, a free choice that is only said to be one.
function meantByMapping(value) {
  const names = Object.keys(value);
  if (typeof value.pay_what_you_can === "string") return { pay_what_you_can: {} };
  if (names.length === 2 && "name" in value && "price" in value) return [value];
  if (!names.length || ["from", "name", "price"].some((name) => name in value)) return null;
  const amounts = names.map((name) => guessAmount(String(value[name])));
  return amounts.every(Boolean) ? names.map((name, index) => ({ name, price: amounts[index] })) : null;
}
