"use strict";

const PER_PAGE = 100;
const FEED = 200;
const KINDS = { organisations: "organisations", venues: "venues", disciplines: "disciplines", municipalities: "municipalities", months: "months" };
const TODAY = process.env.TODAY;
const DAY = 86_400_000;
const moved = (days) => new Date(Date.parse(TODAY) + days * DAY).toISOString().slice(0, 10);
const FROM = moved(-30);
const UNTIL = moved(365);

/** The events of a list: those to come first, in their order, then the past, newest first. */
const agenda = (events) => [
  ...events.filter((event) => event.data.last >= TODAY),
  ...events.filter((event) => event.data.last < TODAY).reverse(),
];

/** The lists of a site: every event, and those of each value of each kind, in each language. */
function lists(events) {
  const found = new Map();
  const add = (language, kind, id, event) => {
    const key = `${language}/${kind}/${id}`;
    if (!found.has(key)) found.set(key, { language, kind, id, address: `/${language}/${kind}/${id ? `${id}/` : ""}`, events: [] });
    found.get(key).events.push(event);
  };
  for (const event of events) {
    add(event.data.language, "events", "", event);
    for (const kind of Object.values(KINDS)) for (const id of event.data[kind]) add(event.data.language, kind, id, event);
  }
  return [...found.values()].map((list) => ({ ...list, events: agenda(list.events) }));
}

function parts(list) {
  const number = Math.max(1, Math.ceil(list.events.length / PER_PAGE));
  return Array.from({ length: number }, (_, index) => ({
    ...list,
    part: index + 1,
    number,
    shown: list.events.slice(index * PER_PAGE, (index + 1) * PER_PAGE),
  }));
}

const made = new Map();
/** Lists are made once a build, not once a collection. */
function once(api) {
  const events = api.getFilteredByTag("event").sort((one, other) => one.data.first.localeCompare(other.data.first));
  const all = made.get("events");
  if (!all || all.length !== events.length || all[0] !== events[0]) {
    made.set("events", events);
    made.set("lists", lists(events));
  }
  return made.get("lists");
}

const icsText = (text) => String(text).replace(/[\\,;]/g, "\\$&").replaceAll("\n", "\\n");
const compact = (moment) => moment.replace(/[-:]/g, "");
const later = (start) => new Date(Date.parse(`${start}Z`) + 2 * 3_600_000).toISOString().slice(0, 19);

/** The VEVENTs of an event. */
function vevents({ data, url }) {
  const times = data.form === "run"
    ? [["run", `;VALUE=DATE:${compact(data.first)}`, `;VALUE=DATE:${compact(data.last)}`]]
    : data.starts.map((start) => [compact(start), `;TZID=Europe/Brussels:${compact(start)}`, `;TZID=Europe/Brussels:${compact(later(start))}`]);
  const status = { cancelled: "CANCELLED", postponed: "TENTATIVE" }[data.status] ?? "CONFIRMED";
  return times.map(([uid, start, end]) => [
    "BEGIN:VEVENT", `SUMMARY:${icsText(data.title)}`, `DTSTART${start}`, `DTEND${end}`, "DTSTAMP:20261117T110000Z",
    `UID:${data.id}.${uid}@affiche.example`, `CATEGORIES:${data.disciplines[0]}`,
    `DESCRIPTION:${icsText(`${data.description}\nhttps://affiche.example${url}`)}`, `GEO:${data.latitude};${data.longitude}`,
    `LOCATION:${icsText(`${data.venue_name}, ${data.street}, ${data.postal_code} ${data.town}`)}`, `STATUS:${status}`,
    "TRANSP:TRANSPARENT", `URL:https://affiche.example${url}`, "END:VEVENT", "",
  ].join("\r\n")).join("");
}

const ZONE = [
  "BEGIN:VTIMEZONE", "TZID:Europe/Brussels", "BEGIN:STANDARD", "DTSTART:19701025T030000", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
  "TZNAME:CET", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "END:STANDARD", "BEGIN:DAYLIGHT", "DTSTART:19700329T020000",
  "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "TZNAME:CEST", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "END:DAYLIGHT", "END:VTIMEZONE",
];
const calendar = (title, events) => [
  "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Affiche//Affiche//EN", "CALSCALE:GREGORIAN", `NAME:${icsText(title)}`, ...ZONE, "",
].join("\r\n") + events.map(vevents).join("") + "END:VCALENDAR\r\n";

const WORDS = { weekday: "long", day: "numeric", month: "long", year: "numeric" };
const FORMATS = { fr: new Intl.DateTimeFormat("fr-BE", WORDS), nl: new Intl.DateTimeFormat("nl-BE", WORDS) };
function whenWords(data) {
  const [first, last] = [data.first, data.last].map((day) => FORMATS[data.language].format(new Date(day)));
  if (data.form === "run") return `${first} – ${last}`;
  return data.starts.length ? `${first}, ${data.starts[0].slice(11, 16)}` : data.first.slice(0, 7);
}

module.exports = (config) => {
  config.setUseGitIgnore(false);
  config.addCollection("lists", once);
  config.addCollection("parts", (api) => once(api).flatMap(parts));
  config.addCollection("subscribed", (api) => once(api).filter((list) => list.kind !== "months"));
  config.addFilter("items", (events) => events.filter((event) => event.data.last >= TODAY).slice(0, FEED));
  config.addFilter("calendar", (list) => calendar(list.id || "Agenda", list.events.filter(({ data }) => data.last >= FROM && data.first <= UNTIL)));
  config.addFilter("eventCalendar", (event) => calendar(event.data.title, [event]));
  config.addFilter("when", whenWords);
  config.addFilter("json", (value) => JSON.stringify(value).replaceAll("<", "\\u003c"));
  return { dir: { input: "content", output: "_site", includes: "../_includes" }, markdownTemplateEngine: false, htmlTemplateEngine: "njk" };
};
