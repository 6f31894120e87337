// The root page leads to the language that the visitor chose, else to the first that the browser asks for and the site has.
// Whoever comes from a page of the site, or asks with `?choose`, chooses again.
"use strict";

const homes = JSON.parse(document.currentScript.dataset.homes);
const isChoosing = new URLSearchParams(location.search).has("choose") || document.referrer.startsWith(`${location.origin}/`);
const asked = [chosen(), ...navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase())];
const home = homes[asked.find((code) => Object.hasOwn(homes, code))];
if (home && !isChoosing) location.replace(home);

addEventListener("click", ({ target }) => {
  const link = target.closest("a[hreflang]");
  if (link) choose(link.hreflang);
});

function chosen() {
  try {
    return localStorage.getItem("affiche:language");
  } catch {
    return null;
  }
}

function choose(language) {
  try {
    localStorage.setItem("affiche:language", language);
  } catch { /* Without storage nothing is remembered. */ }
}
