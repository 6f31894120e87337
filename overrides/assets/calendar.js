// Several calendars (RFC 5545) as one: each zone and each entry of theirs once, under a head of its own.

// How long, in milliseconds, a browser may take to begin to save a file.
const LONG_ENOUGH = 6e4;
const HEAD = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Affiche//Affiche//EN", "CALSCALE:GREGORIAN"];

// The text of the one calendar; empty where no calendar has an entry.
export function merged(calendars) {
  const parts = new Set(calendars.flatMap((text) => [...components(text)]));
  const isEmpty = ![...parts].some((part) => part.startsWith("BEGIN:VEVENT"));
  return isEmpty ? "" : [...HEAD, ...parts, "END:VCALENDAR", ""].join("\r\n");
}

// A line of a component begins with its name: what is folded begins with a space, and is never taken for one.
function* components(text) {
  let open = null;
  for (const line of text.split("\r\n")) {
    if (!open && /^BEGIN:V(TIMEZONE|EVENT)$/.test(line)) open = [];
    open?.push(line);
    if (open && line === open[0].replace("BEGIN", "END")) {
      yield open.join("\r\n");
      open = null;
    }
  }
}

// Hands a calendar to the visitor as a file.
export function save(text, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/calendar" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), LONG_ENOUGH);
}
