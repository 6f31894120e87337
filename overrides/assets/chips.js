// What is asked for, in words: one button for each choice, that takes it back.
import { made } from "./cards.js";
import { questionOf } from "./filters.js";
import { KEYS, LISTS, NO_LANGUAGE, PARTLY } from "./query.js";

// [{ key, value, label, question }] of all that a state asks for beyond what its page does by itself.
export function activeOf(state, rest, tools) {
  return KEYS.flatMap((key) => {
    const question = questionOf(key);
    if (LISTS.includes(key)) return state[key].map((value) => ({ key, value, question, label: listLabel(key, value, tools) }));
    if (!state[key] || state[key] === rest[key] || (key === "to" && state.from)) return [];
    return [{ key, value: state[key], question, label: label(key, state, tools) }];
  });
}

export function drawChips(list, active, { speak }) {
  const chips = active.map((item) => chip(speak.say("remove", { name: item.label }), item, item.label));
  if (active.length > 1) chips.push(chip(speak.say("clear"), { key: "", value: "" }, speak.say("clear")));
  list.replaceChildren(...chips.map((button) => made("li", button)));
  list.hidden = !active.length;
}

function chip(said, { key, value }, words) {
  const button = made("button", words);
  button.type = "button";
  button.setAttribute("aria-label", said);
  Object.assign(button.dataset, { drop: key, value });
  return button;
}

// The name of a value as it is offered.
export function choiceName(key, value, { data, speak }) {
  if (key === "language" && value === NO_LANGUAGE) return speak.say("language.none");
  if (key === "access" && value === PARTLY) return speak.say("access.partial");
  return data.choices[key].find(([other]) => other === value)[1];
}

// A text as it begins a line.
export function capital(text) {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

function listLabel(key, value, tools) {
  const name = choiceName(key, value, tools);
  if (key === "surtitles") return tools.speak.say("chip.surtitles", { name });
  return key === "language" && value !== NO_LANGUAGE ? tools.speak.say("chip.language", { name }) : capital(name);
}

function label(key, state, { speak, calendar }) {
  const value = state[key];
  switch (key) {
    case "q": return speak.say("chip.q", { words: value });
    case "when": return /\d/.test(value) ? speak.count("days", Number(value)) : speak.say(`when.${value}`);
    case "from": return state.to ? speak.say("chip.between", { from: calendar.brief(value), to: calendar.brief(state.to) }) : speak.say("chip.from", { date: calendar.brief(value) });
    case "to": return speak.say("chip.to", { date: calendar.brief(value) });
    case "age": return speak.count("chip.age", Number(value));
    case "sort": return speak.say("chip.sort", { name: speak.say(`sort.${value}`) });
    default: return speak.say(key);
  }
}
