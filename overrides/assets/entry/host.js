// The host of an address: its ASCII form (IDNA 2008 after UTS 46), and why one cannot stand.

const TYPED = /^[\p{L}\p{M}\p{N}.。．｡-]+$/u;
const LABEL = /^(?!..--|-)[a-z0-9-]{1,63}(?<!-)$/;
const NUMBER = /^(?:[0-9]+|0x[0-9a-f]*)$/;
const EAST_ASIAN = "Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}\\p{sc=Bopomofo";
const SCRIPTS = ["Latin", "Greek", "Cyrillic", "Armenian", "Hebrew", "Arabic", "Georgian", "Thai", "Devanagari", EAST_ASIAN];

// The reason why an authority is refused; none for a host with an optional port.
export function authorityRefusal(authority) {
  if (authority.includes("@")) return "user";
  if (authority.includes("[")) return "numeric-host";
  const colon = authority.indexOf(":"), host = colon < 0 ? authority : authority.slice(0, colon);
  const port = authority.slice(colon + 1);
  if (colon >= 0 && !(/^[0-9]{1,5}$/.test(port) && port >= 1 && port <= 65535)) return "port";
  return hostRefusal(host);
}

export function hostRefusal(host) {
  const last = host.replace(/[.。．｡]$/, "").split(/[.。．｡]/).at(-1).toLowerCase().normalize("NFKC");
  if (NUMBER.test(last)) return isWhole(host, last) ? "numeric-host" : "host";
  const labels = inAscii(host).split(".");
  if (labels.at(-1) === "localhost") return "local-host";
  return labels.length > 1 ? "" : "host";
}

// Whether a host that ends in a number would be one at all: a browser makes an address of four numbers of it.
const isWhole = (host, last) => Boolean(inAscii(host.replace(/[.。．｡]$/, "").slice(0, -last.length) + "a"));

// The ASCII form of a host without the dot at its end; empty for what is none.
export function inAscii(host) {
  const typed = host.normalize("NFKC").split(/[.。．｡]/);
  if (!TYPED.test(host) || typed.some((label) => /^-|-$/.test(label))) return "";
  try {
    const ascii = new URL(`http://${host}`).hostname.replace(/[.]$/, "");
    const isValid = ascii.split(".").every((label) => LABEL.test(label) || /^xn--[a-z0-9-]{1,59}$/.test(label));
    return isValid && ascii.length <= 253 ? ascii : "";
  } catch {
    return "";
  }
}

// Whether the letters of a text are of several alphabets, which makes look-alikes possible.
export function isMixed(text) {
  const letters = text.normalize("NFKC").match(/\p{L}/gu) ?? [];
  return new Set(letters.map(scriptOf)).size > 1;
}

const scriptOf = (letter) => SCRIPTS.findIndex((script) => new RegExp(`[\\p{sc=${script}}]`, "u").test(letter));
