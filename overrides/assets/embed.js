// Applies what the address of an embed asks for: how many dates, how far ahead, which colours; the rest is ignored.
"use strict";

const PERIODS = ["7", "14", "30"];
const COLOURS = ["yellow", "orange", "pink", "sky", "mint", "red", "blue", "green", "violet"];
const THEMES = ["light", "dark"];
// Until this hour, it is still last night.
const NIGHT_ENDS = 5;

const { shown, zone } = document.querySelector("main").dataset;
const query = new URLSearchParams(location.search);
paint((query.get("colours") || "").split(","));
choose(query.get("count"), query.get("period"), new Date());

function paint(asked) {
  const page = document.documentElement.dataset;
  for (const word of asked) {
    if (COLOURS.includes(word)) page.colour = word;
    if (THEMES.includes(word)) page.theme = word;
  }
}

// Shows the first entries of each list that are not over and begin within the period.
function choose(asked, period, now) {
  const count = /^[1-9]\d?$/.test(asked) ? Number(asked) : Number(shown);
  const after = PERIODS.includes(period) ? day(now, Number(period)) : "9999";
  let left = 0;
  for (const section of document.querySelectorAll("section")) {
    let places = count;
    for (const entry of section.querySelectorAll("li")) {
      const { first, over } = entry.dataset;
      const fits = places > 0 && first < after && !(Date.parse(over) <= now);
      entry.hidden = !fits;
      places -= fits;
    }
    section.hidden = places === count;
    left += count - places;
  }
  document.querySelector(".none").hidden = left > 0;
}

// The local day, some days after the one that a moment belongs to.
function day(moment, later) {
  const night = new Date(moment - NIGHT_ENDS * 3600e3);
  const local = new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(night);
  return new Date(Date.parse(local) + later * 864e5).toISOString().slice(0, 10);
}
