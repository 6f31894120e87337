// Cards drawn from the page's own template, which the macro of all other cards has made.

// The card of an entry, or of one of its days: [day, words, moment, minutes, state, whether it is off, what else differs].
export function drawCard(template, entry, day) {
  const [plain, pictured] = template.content.children;
  const card = (entry.picture ? pictured : plain).cloneNode(true);
  const [date, moment, state, off] = day ? [day[1], day[2], day[4], day[5]] : [entry.date, entry.iso, entry.state, entry.off];
  const other = day?.[6] ?? {};
  card.dataset.colour = entry.colour;
  card.toggleAttribute("data-off", Boolean(off));
  put(card, ".state", state);
  if (off) card.querySelector(".state")?.removeAttribute("data-tone");
  drawDate(card.querySelector(".card-date"), date, moment);
  drawTitle(card.querySelector(".card-title"), entry);
  put(card, ".card-note", other.note && wording(other.note, other.lang));
  put(card, ".foreign", entry.label);
  put(card, ".card-by", entry.by && names(entry));
  put(card, ".card-where", other.where ?? entry.where);
  card.querySelector(".card-facts").replaceChildren(...[entry.kind, ...(entry.facts ?? [])].map((fact) => made("li", fact)));
  drawOpening(card.querySelector(".open"), day ? null : entry.opening);
  if (entry.picture) drawPicture(card, entry.picture);
  return card;
}

export function made(tag, ...content) {
  const element = document.createElement(tag);
  element.append(...content);
  return element;
}

// Fills a part of a card, or takes it away when there is nothing to say.
function put(card, part, content) {
  const element = card.querySelector(part);
  if (content) element.replaceChildren(...[content].flat());
  else element.remove();
}

function drawDate(line, words, moment) {
  const time = line.querySelector("time");
  time.textContent = words;
  if (moment) time.dateTime = moment;
  else time.replaceWith(words);
}

function drawTitle(heading, { id, title, lang, size }) {
  const link = heading.querySelector("a");
  link.setAttribute("href", `${link.getAttribute("href")}${id}/`);
  link.replaceChildren(wording(title, lang));
  heading.dataset.size = size;
}

function drawOpening(line, opening) {
  if (opening) line.dataset.opening = JSON.stringify(opening);
  else line.remove();
}

function drawPicture(card, { src, srcset, avif, sizes, width, height, alt = "", lang }) {
  const image = card.querySelector("img"), lighter = card.querySelector("source");
  if (avif) Object.assign(lighter, { srcset: avif, sizes });
  else lighter?.remove();
  Object.assign(image, { sizes, srcset, src, width, height, alt });
  if (lang) image.lang = lang;
}

function names({ by, by_lang: languages = [] }) {
  return by.flatMap((name, number) => [...(number ? [", "] : []), wording(name, languages[number])]);
}

// A text with its language where that is not the page's.
function wording(text, language) {
  return Object.assign(made("bdi", text), language ? { lang: language } : {});
}
