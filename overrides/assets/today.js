// Says of a place or a run what is true today, from the opening hours that its page holds; hides what is over.
// Until this hour, in minutes, it is still last night.
export const NIGHT_ENDS = 5 * 60;

tell(document);
for (const part of document.querySelectorAll("[data-until]")) part.hidden = part.dataset.until < local(part.dataset.zone, new Date()).day;

export function tell(root) {
  for (const element of root.querySelectorAll("[data-opening]")) {
    const said = today(JSON.parse(element.dataset.opening), new Date());
    if (said) {
      element.textContent = said;
      element.hidden = false;
    }
  }
}

// What there is to say at a moment; nothing where no hours are known, or outside the days of a run.
export function today(opening, moment) {
  const { day, weekday, minutes } = local(opening.zone, moment);
  if ((opening.first && day < opening.first) || (opening.last && day > opening.last)) return "";
  const hours = on(opening, day, weekday);
  if (!hours) return "";
  const spans = hours.map(([opens, closes]) => ({ opens, closes, from: clock(opens), to: closing(opens, closes) }));
  const open = spans.find(({ from, to }) => from <= minutes && minutes < to);
  if (open) return say(opening, "open", open.closes);
  const next = spans.find(({ from }) => minutes < from);
  if (next) return say(opening, "opens", next.opens);
  return spans.length ? say(opening, "over", spans[spans.length - 1].closes) : opening.words.closed;
}

// The day, its number from Monday, and the minutes since it began; after midnight still those of last night.
export function local(zone, moment) {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
  });
  const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  const night = clock(`${parts.hour}:${parts.minute}`) < NIGHT_ENDS;
  const date = new Date(Date.UTC(parts.year, parts.month - 1, parts.day - (night ? 1 : 0)));
  const minutes = clock(`${parts.hour}:${parts.minute}`) + (night ? 24 * 60 : 0);
  return { day: date.toISOString().slice(0, 10), weekday: (date.getUTCDay() + 6) % 7, minutes };
}

// The hours of a day: closed days win over adjusted ones, adjusted ones over the week.
export function on({ week, closed, adjusted }, day, weekday) {
  const covers = ([first, last]) => first <= day && day <= last;
  if (closed.some(covers)) return [];
  const other = adjusted.filter(covers).pop();
  if (other) return other[2][weekday];
  return week.some((hours) => hours.length) ? week[weekday] : null;
}

export function clock(hour) {
  const [hours, minutes] = hour.split(":").map(Number);
  return hours * 60 + minutes;
}

export function closing(opens, closes) {
  return clock(closes) + (clock(closes) <= clock(opens) ? 24 * 60 : 0);
}

function say({ words, hours }, key, hour) {
  return words[key].replace("{hour}", hours[hour]);
}
