// Narrows lists to the lines that answer to a form, parts without any left out; the address has what is asked for.
import { speaker } from "./words.js";

const form = document.querySelector(".narrow"), letters = document.querySelector(".letters");
const status = document.querySelector("[data-count]");
const lines = [...document.querySelectorAll(".directory > li")], selects = [...form.querySelectorAll("select")];
const beside = [...document.querySelectorAll(".matches > li")], parts = [...document.querySelectorAll("section:has(.directory, .matches)")];
const names = new Map(selects.flatMap(({ options }) => [...options].map((option) => [option, option.textContent])));
const words = speaker({ lines: JSON.parse(status.dataset.count) }, document.documentElement.lang);

form.addEventListener("change", go);
form.addEventListener("reset", clear);
addEventListener("popstate", restore);
restore();

// What the address asks for; a value that is not offered is ignored.
function restore() {
  const asked = new URLSearchParams(location.search);
  for (const select of selects) {
    const value = asked.get(select.name) ?? "";
    select.value = [...select.options].some((option) => option.value === value) ? value : "";
  }
  narrow();
}

// A choice is a step of the history.
function go() {
  const query = new URLSearchParams(selects.filter(({ value }) => value).map(({ name, value }) => [name, value])).toString();
  history.pushState(null, "", location.pathname + (query && `?${query}`));
  narrow();
}

// The button goes where nothing is asked: the focus goes to the first question.
function clear(event) {
  event.preventDefault();
  for (const select of selects) select.value = "";
  selects[0].focus();
  go();
}

function narrow() {
  const isAsked = selects.some(({ value }) => value);
  for (const line of [...lines, ...beside]) line.hidden = !answers(line);
  for (const part of parts) part.hidden = !part.querySelector(":is(.directory, .matches) > li:not([hidden])");
  for (const select of selects) offer(select);
  if (letters) letters.hidden = isAsked;
  form.querySelector("[type=reset]").hidden = !isAsked;
  say(lines.filter(({ hidden }) => !hidden).length);
}

// Whether a line answers to all questions but one.
function answers({ dataset }, but = null) {
  return selects.every((select) => select === but || !select.value || (dataset[select.name] ?? "").split(" ").includes(select.value));
}

// Each choice has its number of lines beside what is asked otherwise; an empty one is not offered.
function offer(select) {
  const others = lines.filter((line) => answers(line, select));
  for (const option of [...select.options].slice(1)) {
    const count = others.filter(({ dataset }) => (dataset[select.name] ?? "").split(" ").includes(option.value)).length;
    option.textContent = `${names.get(option)} (${words.number(count)})`;
    option.hidden = option.disabled = !count && !option.selected;
  }
}

// The status is touched only when it changes, so that it is said once.
function say(count) {
  const said = words.count("lines", count);
  if (status.textContent !== said) status.textContent = said;
}
