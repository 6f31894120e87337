// What a script adds to every page: the menu that folds, the buttons for favourites and sharing, the language that is remembered.
import { mark } from "./favourites.js";
import { share } from "./share.js";

foldMenu(document.querySelector(".menu-button"));
rememberLanguage();
mark(document);
for (const button of document.querySelectorAll("[data-share]")) button.addEventListener("click", () => shareThis(button));
for (const button of document.querySelectorAll("button[data-facts]")) button.addEventListener("click", () => copyFacts(button));
for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => print());
addEventListener("beforeprint", sayToday);

// On a narrow window the menu opens behind its button; Escape closes it and goes back to the button.
function foldMenu(button) {
  const header = button.closest("header");
  const show = (open) => button.setAttribute("aria-expanded", open);
  button.addEventListener("click", () => show(button.getAttribute("aria-expanded") !== "true"));
  header.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || button.getAttribute("aria-expanded") !== "true") return;
    show(false);
    button.focus();
  });
}

// The same page in the other language, filters and all; the root page leads there next time.
function rememberLanguage() {
  for (const link of document.querySelectorAll(".site-languages a")) {
    link.addEventListener("click", () => {
      Object.assign(link, { search: location.search, hash: location.hash });
      try {
        localStorage.setItem("affiche:language", link.hreflang);
      } catch { /* Without storage nothing is remembered. */ }
    });
  }
}

// A page is shared in the language in which it is read, and what became of that is said beside the button.
function shareThis({ dataset, nextElementSibling: status }) {
  const page = { title: dataset.share, url: dataset.address };
  share(page, dataset.done, (text) => { status.textContent = text; });
}

// What an editor pastes into an article; the script for it comes when it is asked for.
async function copyFacts({ dataset, nextElementSibling: status }) {
  const { copyEvent } = await import("./facts.js");
  status.textContent = await copyEvent(dataset.facts);
}

// A page on paper says of which day it is.
function sayToday() {
  document.querySelector("[data-printed]").textContent = new Date().toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
}
