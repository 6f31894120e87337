// Shows the form of the agenda; what it does is loaded at its first use, or when the address or the day asks for it.
import { local } from "./today.js";

const form = document.querySelector("[data-finder]");
const listed = document.querySelector(".listed");
const today = local(form.dataset.zone, new Date()).day;
let finding;

form.hidden = false;
for (const time of document.querySelectorAll(".listed .day-title time")) time.closest(".day").hidden = time.dateTime < today;
for (const type of ["focusin", "input", "change", "click", "keydown", "submit"]) form.addEventListener(type, use);
if (location.search || isOfAnotherDay()) begin().catch(fail);

function use(event) {
  if (event.type === "submit") event.preventDefault();
  begin().then((found) => found?.on(event));
}

function begin() {
  if (!finding) import("./upcoming.js").then(({ loadUpcoming }) => loadUpcoming(form.dataset.finder)).catch(() => {});
  return (finding ??= import("./finding.js").then(({ Finding }) => new Finding(form, listed), fail));
}

// A script that does not come is said; the next use asks for it again.
function fail() {
  finding = null;
  form.querySelector("[role=status]").textContent = form.dataset.failed;
}

// A list that says today was made last night, or before: the browser knows the day.
function isOfAnotherDay() {
  return listed?.dataset.when && listed.dataset.day !== today;
}
