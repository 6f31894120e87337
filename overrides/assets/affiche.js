// What a script adds to every page: the menu that folds, the language that is remembered, the day on paper.

foldMenu(document.querySelector(".menu-button"));
rememberLanguage();
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

// A page on paper says of which day it is.
function sayToday() {
  document.querySelector("[data-printed]").textContent = new Date().toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
}
