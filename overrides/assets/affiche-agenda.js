// <affiche-agenda src=".../upcoming.json" language="fr" count="5" period="30"><a href="...">Agenda</a></affiche-agenda>
// shows what comes next of a list in the style of its page; where anything fails, the link inside stays as it is.
"use strict";

(() => {
  const WORDS = {
    fr: {
      cancelled: "Annul\u00e9", postponed: "Report\u00e9, nouvelle date \u00e0 venir", rescheduled: "Nouvelle date",
      "moved-online": "Se tient en ligne", limited: "Derni\u00e8res places", "sold-out": "Complet",
      "waiting-list": "Complet, liste d\u2019attente", online: "En ligne", runs: "En ce moment",
      none: "Rien d\u2019annonc\u00e9 pour le moment.", until: "jusqu\u2019au {last} inclus", since: "\u00e0 partir du {first}",
      begun: "depuis le {first}",
    },
    nl: {
      cancelled: "Geannuleerd", postponed: "Uitgesteld, nieuwe datum volgt", rescheduled: "Nieuwe datum",
      "moved-online": "Gaat online door", limited: "Laatste plaatsen", "sold-out": "Uitverkocht",
      "waiting-list": "Volzet, wachtlijst", online: "Online", runs: "Doorlopend",
      none: "Op dit moment is er niets aangekondigd.", until: "tot en met {last}", since: "vanaf {first}",
      begun: "sinds {first}",
    },
    en: {
      cancelled: "Cancelled", postponed: "Postponed, new date to follow", rescheduled: "New date",
      "moved-online": "Moved online", limited: "Last places", "sold-out": "Sold out",
      "waiting-list": "Full, waiting list", online: "Online", runs: "On now",
      none: "Nothing announced for now.", until: "until {last}", since: "from {first}",
      begun: "since {first}",
    },
  };
  const STYLE = `:host { display: block; overflow-wrap: anywhere } ul { list-style: none; margin: 0; padding: 0 }
    li { padding: .5em 0; border-top: 1px solid } li > * { display: block } li > b { font-size: 1.125em }
    [data-off] time { text-decoration: line-through }`;
  const HOUR = 36e5;

  customElements.define("affiche-agenda", class extends HTMLElement {
    async connectedCallback() {
      try {
        const answer = await fetch(this.getAttribute("src"), { credentials: "omit", referrerPolicy: "no-referrer" });
        if (answer.ok) this.show((await answer.json()).events, Date.now());
      } catch (error) {
        console.warn("affiche-agenda:", error);
      }
    }

    show(events, now) {
      const asked = this.getAttribute("language"), language = Object.hasOwn(WORDS, asked) ? asked : "en";
      const count = parseInt(this.getAttribute("count"), 10) || 12, days = this.getAttribute("period");
      const until = now + (["7", "14", "30"].includes(days) ? days * 24 * HOUR : Infinity);
      const left = events.flatMap(entries).filter(({ first, over }) => !(over <= now || first > until));
      const runs = left.filter(({ run, first }) => run && first <= now).sort((a, b) => a.over - b.over);
      const dates = left.filter((entry) => !runs.includes(entry)).sort((a, b) => a.first - b.first);
      const lines = (found) => make("ul", ...found.slice(0, count).map((entry) => line(entry, language)));
      const box = make("div", lines(dates), make("slot"));
      if (runs.length) box.lastChild.before(make("b", WORDS[language].runs), lines(runs));
      if (!left.length) box.prepend(WORDS[language].none);
      box.lang = language;
      const sheet = new CSSStyleSheet(), root = this.shadowRoot || this.attachShadow({ mode: "open" });
      sheet.replaceSync(STYLE);
      root.adoptedStyleSheets = [sheet];
      root.replaceChildren(box);
    }
  });

  // The performances of an event and its run, each with the moments between which it counts; unknown ones come last.
  function entries(event) {
    const dated = (event.performances || []).map((each) => ({ ...each, event, first: Date.parse(each.start) || 9e15 }));
    const { run } = event;
    const whole = run ? [{ ...run, event, run: true, precision: "day", first: Date.parse(run.start) || 0 }] : [];
    return [...dated, ...whole].map((entry) => ({ ...entry, over: ends(entry) || 9e15 }));
  }

  // An hour that is stated, else five in the morning after the last day.
  function ends({ run, start, end = run ? "" : start, precision }) {
    if (precision === "minute" && end !== start) return Date.parse(end);
    return Date.parse(end.slice(0, 10)) + (precision === "month" ? 32 * 24 : 29) * HOUR;
  }

  function line({ event, venue = event.venue, ...entry }, language) {
    const { status, availability = event.availability } = entry, words = WORDS[language], item = make("li");
    const state = words[status === "scheduled" ? availability : status];
    const online = status === "moved-online" || (!venue && event.online_url);
    const places = online ? [words.online] : [venue?.name, venue?.municipality].map((name) => text(name, language)[0]);
    const when = entry.run ? stretch : moment;
    if (state) item.append(make("strong", state));
    item.append(make("time", when(entry, venue?.time_zone || "Europe/Brussels", language)), title(event, language));
    item.append(make("span", [...new Set(places)].filter(Boolean).join(", ")));
    item.toggleAttribute("data-off", ["cancelled", "postponed"].includes(status));
    return item;
  }

  function title({ title, url }, language) {
    const [said, spoken] = text(title, language), link = make("a", said), href = text(url, language)[0];
    if (spoken) link.lang = spoken;
    if (/^https?:/.test(href)) link.href = href;
    const whole = make("b");
    whole.append(link);
    return whole;
  }

  // A text in a language, else in none or in any other, which is then named.
  function text(texts = {}, language) {
    const found = [language, "und", ...Object.keys(texts)].find((code) => Object.hasOwn(texts, code));
    return [found ? String(texts[found]) : "", [language, "und"].includes(found) ? "" : found];
  }

  function moment({ start, precision }, zone, language) {
    if (precision === "season") return start.slice(0, 4);
    if (precision === "month") return written(start, "UTC", language, {});
    const day = { weekday: "long", day: "numeric" };
    if (precision === "day") return written(start, "UTC", language, day);
    return written(start, zone, language, { ...day, hour: "numeric", minute: "2-digit" });
  }

  function stretch({ start, end, first }, zone, language) {
    const { since, begun, until } = WORDS[language], day = (text) => written(text, "UTC", language, { day: "numeric" });
    const opening = first > Date.now() ? since : end ? "" : begun;
    const from = start ? opening.replace("{first}", day(start)) : "";
    return `${from} ${end ? until.replace("{last}", day(end)) : ""}`.trim();
  }

  // Belgian usage, with the year where it is another one than now.
  function written(moment, timeZone, language, parts) {
    const year = moment.startsWith(new Date().getFullYear()) ? {} : { year: "numeric" };
    const format = new Intl.DateTimeFormat(`${language}-BE`, { timeZone, month: "long", ...parts, ...year });
    const said = format.format(new Date(moment));
    return language === "fr" ? said.replace(/\b1 (?=\D)/, "1er ") : said;
  }

  function make(name, ...content) {
    const element = document.createElement(name);
    element.append(...content);
    return element;
  }
})();
