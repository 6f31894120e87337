// Prices and ages in words, in the forms of the contract; empty where that is not evident.
import { guessAmount } from "./guess.js";
import { fold } from "./text.js";

export function guessPrice(typed, rules) {
  const { free, chosen, patterns } = rules.prices, text = plain(typed).replace(/[ !.]+$/, ""), amount = guessAmount(typed);
  const every = (name) => new RegExp(patterns[name], "gu"), whole = (name) => new RegExp(`^(?:${patterns[name]})$`, "u");
  if (free.includes(text) || whole("nothing").test(text)) return "free";
  if (chosen.includes(text)) return { pay_what_you_can: {} };
  if (amount) return amount;
  const first = new RegExp(`^(?:${patterns.lowest})`, "u").exec(text);
  const lowest = first && guessAmount(text.slice(first[0].length));
  if (lowest) return { from: lowest };
  const amounts = text.match(every("number")) ?? [], rest = text.replace(every("number"), "#").replace(every("around"), "");
  if (rest.replace(every("between"), "").trim().replace(every("range"), "-") === "#-#") {
    return { from: inOrder(amounts.map(guessAmount))[0] };
  }
  return amounts.length > 1 && /^#*$/.test(rest.replace(every("each"), "")) ? several(amounts, rules) : "";
}

// Several prices without names: two are the full and the reduced one, of more the lowest is known.
export function several(typed, { prices: { full, reduced } }) {
  const amounts = inOrder([...new Set(typed.map(guessAmount))]);
  if (amounts.includes("")) return "";
  if (amounts.length === 2) return [{ name: full, price: amounts[1] }, { name: reduced, price: amounts[0] }];
  return amounts.length > 1 ? { from: amounts[0] } : amounts.join("");
}

export function guessAges(typed, { ages: { words, patterns } }) {
  const text = plain(typed), ages = text.match(/[0-9]{1,2}/g) ?? [], form = text.replace(/[0-9]{1,2}/g, "#");
  const whole = (name) => new RegExp(`^(?:${patterns[name]})$`, "u").test(form);
  if (Object.hasOwn(words, text)) return words[text];
  if (whole("between")) return inOrder(ages).join("-");
  if (whole("until")) return `-${ages[0]}`;
  return whole("from") ? `${ages[0]}-` : "";
}

const plain = (text) => fold(text).split(/\s+/u).join(" ");
const inOrder = (amounts) => [...amounts].sort((one, other) => one - other);
