// The questions of each panel, built when it is first opened; afterwards only their counts and marks change.
import { made } from "./cards.js";
import { Choices, field, input, question } from "./choices.js";
import { capital, choiceName } from "./chips.js";
import { NO_LANGUAGE, PARTLY, SORTS, WHEN } from "./query.js";

const PANELS = {
  when: [whenQuestion, datesQuestion, runsQuestion],
  discipline: [listOf("discipline")],
  type: [listOf("type")],
  municipality: [nearQuestion, listOf("municipality"), onlineQuestion],
  public: [priceQuestion, ageQuestion, listOf("audience"), listOf("participation")],
  language: [languageQuestion, listOf("surtitles")],
  access: [accessQuestion],
  place: [listOf("venue"), listOf("organisation"), listOf("group")],
  sort: [sortQuestion],
};
// The keys whose choices stand in a panel, for the number on its button.
export const KEYS_OF = {
  when: ["when", "from", "runs"],
  discipline: ["discipline"],
  type: ["type"],
  municipality: ["municipality", "online"],
  public: ["free", "tariff", "age", "audience", "participation"],
  language: ["language", "surtitles"],
  access: ["access"],
  place: ["venue", "organisation", "group"],
  sort: ["sort"],
};

// The questions of a panel: [{ element, refresh }].
export function questionsOf(panel, tools) {
  return PANELS[panel].map((build) => build(tools)).filter(Boolean);
}

function listOf(key) {
  return (tools) => {
    const options = optionsOf(key, tools);
    return options.length ? new Choices(tools.speak.say(key), options, tools) : null;
  };
}

function optionsOf(key, { data }) {
  return (data.choices[key] ?? []).map(([value, words, other]) => ({ key, value, words: capital(words), other }));
}

function whenQuestion(tools) {
  const { speak } = tools, words = (value) => (/\d/.test(value) ? speak.count("days", Number(value)) : speak.say(`when.${value}`));
  const options = WHEN.map((value) => ({ key: "when", type: "radio", value, words: words(value) }));
  const all = { key: "when", type: "radio", value: "", words: speak.say("when.all"), isPlain: true };
  return new Choices(speak.say("when"), [all, ...options], tools);
}

function datesQuestion({ speak, today }) {
  const inputs = ["from", "to"].map((key) => input("date", key, { min: today }));
  const fields = inputs.map((box) => field(speak.say(`dates.${box.name}`), box));
  const refresh = (state) => inputs.forEach((box) => { if (box.value !== state[box.name]) box.value = state[box.name]; });
  return { element: question(speak.say("dates"), ...fields), refresh };
}

function runsQuestion(tools) {
  const { speak } = tools;
  return new Choices(speak.say("runs.legend"), [{ key: "runs", value: "0", words: speak.say("runs"), isPlain: true }], tools);
}

function nearQuestion({ speak }) {
  const button = Object.assign(made("button", speak.say("near")), { type: "button" }), text = made("p", speak.say("near.text"));
  button.dataset.near = "";
  text.className = "quiet";
  return { element: question(speak.say("near.legend"), button, text), refresh: () => {} };
}

function onlineQuestion(tools) {
  const { speak } = tools;
  return new Choices(speak.say("online.legend"), [{ key: "online", value: "1", words: speak.say("online") }], tools);
}

function priceQuestion(tools) {
  const free = { key: "free", value: "1", words: tools.speak.say("free") };
  return new Choices(tools.speak.say("price"), [free, ...optionsOf("tariff", tools)], tools);
}

function ageQuestion({ speak }) {
  const box = input("number", "age", { min: 0, max: 99, inputMode: "numeric" });
  const refresh = (state) => { if (box.value !== state.age) box.value = state.age; };
  return { element: question(speak.say("children"), field(speak.say("age"), box)), refresh };
}

function languageQuestion(tools) {
  const open = { key: "language", value: NO_LANGUAGE, words: choiceName("language", NO_LANGUAGE, tools) };
  return new Choices(tools.speak.say("language"), [open, ...optionsOf("language", tools)], tools);
}

function accessQuestion(tools) {
  const partly = { key: "access", value: PARTLY, words: choiceName("access", PARTLY, tools), isPlain: true };
  const options = optionsOf("access", tools);
  return options.length ? new Choices(tools.speak.say("access"), [...options, partly], tools) : null;
}

function sortQuestion(tools) {
  const { speak } = tools, options = ["", ...SORTS].map((value) => ({ key: "sort", type: "radio", value, words: speak.say(`sort.${value || "date"}`), isPlain: true }));
  return new Choices(speak.say("sort"), options, tools);
}
