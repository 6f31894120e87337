// Addresses of events that lead elsewhere: to the home page of a house, to the page of a past edition.
import { listed, performances } from "./event.js";
import { fault, WARNING, wordings } from "./facts.js";
import { inAscii } from "./host.js";
import { fold } from "./text.js";

const HOMES = ["fr", "nl", "en", "index.html", "index.php", "home"];
const ADDRESS = /^https?:\/\/(?<authority>[^/?#]*)(?<path>[^?#]*)(?<query>[?][^#]*)?(?<fragment>#.*)?$/s;

export function pageFaults(record, facts) {
  const years = performances(record, facts).map(({ start }) => new Date(start.local).getUTCFullYear());
  const year = years.length ? Math.min(...years) : Number((record.period?.start ?? "0").slice(0, 4));
  return pagesOf(record, facts).flatMap(([at, url]) => {
    const { authority, path, query = "", fragment = "" } = ADDRESS.exec(url).groups;
    const host = inAscii(authority.split(":")[0]), isHouse = isHome(path, query, fragment) && !isOf(record, host);
    const reason = isHouse ? "home" : isPast(path, year) ? "past" : "";
    return reason ? [fault(at, "url-doubtful", { url, host, reason }, "", WARNING)] : [];
  });
}

// The addresses that are those of this very event.
function pagesOf({ booking, same_as = [], ...record }, facts) {
  const dates = listed(record, facts).map(({ at, item }) => [[...at, "booking_url"], item.booking_url]);
  const own = same_as.map((url, index) => [["same_as", index], url]);
  return [[["booking", "url"], booking?.url], ...dates, ...own].filter(([, url]) => url);
}

function isHome(path, query, fragment) {
  return path.toLowerCase().split("/").every((step) => !step || HOMES.includes(step)) && query.length < 2 && fragment.length < 2;
}

// Whether a site is named after an event, as a festival's own is: one of the two names is half of the other.
function isOf({ title, language }, host) {
  const site = host.toLowerCase().replace(/^www\./, "").split(".")[0].replaceAll("-", "");
  return wordings(title ?? "?", language).some(([, text]) => {
    const name = (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).join("");
    const [short, long] = name.length < site.length ? [name, site] : [site, name];
    return long.includes(short) && 2 * short.length >= long.length;
  });
}

// Whether all years of a path are earlier; the date in the address of an article may well be.
function isPast(path, year) {
  if (/\/20[0-9]{2}\/(?:0?[1-9]|1[0-2])(?:\/|$)/.test(path)) return false;
  const years = path.match(/(?<![0-9])20[0-9]{2}(?![0-9])/g) ?? [];
  return year > 0 && years.length > 0 && Math.max(...years) < year;
}
