// Shows the form; what it does is loaded at its first use, or at once where a draft waits.
import { hasDraft } from "./contribute/draft.js";
import { load } from "./contribute/load.js";

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
  return (desk ??= start());
}

async function start() {
  const { facts, rest, titles } = form.dataset;
  try {
    const data = [load(facts), load(rest).then(fetchAll), titles && load(titles)];
    const { open } = await import("./contribute/desk.js");
    return await open(form, ...(await Promise.all(data)));
  } catch (error) {
    fail(error);
  }
}

// All scripts at once, where each would wait for the one that names it.
function fetchAll(rest) {
  for (const href of rest.scripts) document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href }));
  return rest;
}

// A script that does not come is said; the next use asks for it again.
function fail(error) {
  desk = null;
  form.querySelector('[data-part="status"]').textContent = form.dataset.failed;
  console.warn(error);
}
