// Addresses of events that lead elsewhere: to the home page of a house, to the page of a past edition.
import { listed, performances } from "./event.js";
import { fault, WARNING } from "./facts.js";
import { inAscii } from "./host.js";

const HOMES = ["fr", "nl", "en", "index.html", "index.php", "home"];
const ADDRESS = /^https?:\/\/(?<authority>[^/?#]*)(?<path>[^?#]*)(?<query>[?][^#]*)?(?<fragment>#.*)?$/s;

export function pageFaults(record, facts) {
  const years = performances(record, facts).map(({ start }) => new Date(start.local).getUTCFullYear());
  const year = years.length ? Math.min(...years) : Number((record.period?.start ?? "0").slice(0, 4));
  return pagesOf(record, facts).flatMap(([at, url]) => {
    const { authority, path, query = "", fragment = "" } = ADDRESS.exec(url).groups;
    const reason = isHome(path, query, fragment) ? "home" : isPast(path, year) ? "past" : "";
    if (!reason) return [];
    return [fault(at, "url-doubtful", { url, host: inAscii(authority.split(":")[0]), reason }, "", WARNING)];
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

// Whether all years of a path are earlier; the date in the address of an article may well be.
function isPast(path, year) {
  if (/\/20[0-9]{2}\/(?:0?[1-9]|1[0-2])(?:\/|$)/.test(path)) return false;
  const years = path.match(/(?<![0-9])20[0-9]{2}(?![0-9])/g) ?? [];
  return year > 0 && years.length > 0 && Math.max(...years) < year;
}
