// Builds the code of an embed from what is chosen, with a preview; without it the page lists every address.
"use strict";

const SHOWN = "12";
const form = document.querySelector("[data-builder]");
const links = [...document.querySelectorAll("[data-kind] a")];

for (const group of document.querySelectorAll("[data-kind]")) {
  const options = document.createElement("optgroup");
  options.label = group.dataset.title;
  for (const link of group.querySelectorAll("a")) options.append(new Option(link.textContent, links.indexOf(link)));
  form.elements.list.append(options);
}
form.hidden = false;
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("change", update);
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", () => copy(code(button.dataset.copy)));
}

function update() {
  const asked = chosen(), preview = document.querySelector(".preview"), address = form.dataset.root + asked.path;
  if (preview.getAttribute("src") !== address) preview.contentWindow.location.replace(address);
  code("frame").textContent = frame(asked);
  code("element").textContent = element(asked);
  say(form.dataset.updated.replace("{name}", () => asked.name));
}

// What the form asks for, as addresses within the site.
function chosen() {
  const { list, language, count, period, colour, theme } = Object.fromEntries(new FormData(form));
  const { dataset, textContent, pathname } = links[list], group = links[list].closest("[data-kind]").dataset;
  const last = pathname.split("/").at(-2), folder = group[key("folder", language)];
  const page = `${folder}${dataset[key("path", language)] || last}/`;
  const colours = [colour, theme].filter(Boolean).join(",");
  const wanted = { ...(count !== SHOWN && { count }), ...(period && { period }), ...(colours && { colours }) };
  const query = new URLSearchParams(wanted).toString().replace("%2C", ",");
  return {
    language, count, period,
    name: `${dataset[key("name", language)] || textContent} · ${form.dataset.name}`,
    path: page + (query && `?${query}`),
    page: page.slice(page.indexOf("/") + 1),
    data: dataset.data || `${form.dataset.data}/${group.kind}/${last}.json`,
  };
}

function frame({ path, name }) {
  const values = { src: form.dataset.site + path, title: name, width: "100%", height: 480, loading: "lazy", style: "border: 0" };
  return `<iframe${attributes(values)}></iframe>`;
}

function element({ data, language, count, period, page, name }) {
  const { site } = form.dataset, values = { src: site + data, language, count, ...(period && { period }) };
  const link = `<a${attributes({ href: site + page })}>${escaped(name)}</a>`;
  const script = `<script${attributes({ src: `${site}assets/affiche-agenda.js` })} async></script>`;
  return `${script}\n<affiche-agenda${attributes(values)}>${link}</affiche-agenda>`;
}

function attributes(values) {
  return Object.entries(values).map(([name, value]) => ` ${name}="${escaped(value)}"`).join("");
}

function escaped(text) {
  const names = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" };
  return String(text).replace(/[&<>"']/g, (mark) => names[mark]);
}

async function copy(shown) {
  try {
    await navigator.clipboard.writeText(shown.textContent);
    say(form.dataset.copied);
  } catch {
    getSelection().selectAllChildren(shown);
    say(form.dataset.selected);
  }
}

function code(name) {
  return document.querySelector(`[data-code="${name}"]`);
}

// The name of a data attribute of a language: `data-path-nl` is `pathNl`.
function key(name, language) {
  return name + language[0].toUpperCase() + language.slice(1);
}

function say(text) {
  document.querySelector("[role=status]").textContent = text;
}
