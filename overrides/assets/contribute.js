// Shows the form; what it does is loaded at its first use, or at once where a draft waits.
import { hasDraft } from "./contribute/draft.js";

const form = document.querySelector("[data-contribute]");
const USES = ["focusin", "pointerdown", "pointermove", "submit"];
let desk;

form.hidden = false;
for (const type of USES) form.addEventListener(type, use);
addEventListener("scroll", use, { once: true, passive: true });
if (hasDraft(form.dataset.contribute)) begin();

function use(event) {
  if (event.type === "submit") event.preventDefault();
  begin().then((begun) => { if (event.type === "submit") begun?.submit(); });
}

function begin() {
  return (desk ??= import("./contribute/desk.js").then(({ open }) => open(form)).catch(fail));
}

// A script that does not come is said; the next use asks for it again.
function fail(error) {
  desk = null;
  form.querySelector('[data-part="status"]').textContent = form.dataset.failed;
  console.warn(error);
}
