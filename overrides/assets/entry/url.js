// The rule for addresses in fields: it validates and never rewrites (URL Standard, IDNA 2008).
import { fault, once, WARNING } from "./facts.js";
import { authorityRefusal, hostRefusal, inAscii, isMixed } from "./host.js";
import { length } from "./text.js";

const ADDRESS = /^https?:\/\/([^/?#]*)(.*)$/s;
const SCHEME = /^[A-Za-z][A-Za-z0-9+-]*:/;
const MAILBOX = /^[A-Za-z0-9_+-]+(?:[.][A-Za-z0-9_+-]+)*@([^@:]+)$/;
const FILE = /^[^/]+[.](?:gif|html?|jpe?g|md|pdf|php|png|txt|webp)$/i;

// What is wrong with an address: one error, or warnings, or nothing.
export function urlFaults(url, facts, at) {
  const reason = refusal(url, facts);
  if (reason) return [fault(at, "url-format", { url, reason }, correction(url, facts))];
  return [...doubts(url, facts, at), ...trackers(url, facts, at)];
}

function patterns({ rules: { characters, tracker } }) {
  const { controls, bidi, surrogates, invisible, joiners } = characters;
  return {
    refused: new RegExp(`["<>\\\\\`${controls}${bidi}${surrogates}${invisible}${joiners}]`, "u"),
    hidden: new RegExp(`[${invisible}${joiners}]`, "gu"),
    tracker: new RegExp(`^(?:${tracker})$`, "i"),
  };
}

function refusal(url, facts) {
  if (length(url) > facts.rules.limits.url) return "too-long";
  if (/\s/.test(url)) return "space";
  if (once(facts, patterns).refused.test(url)) return "character";
  const match = ADDRESS.exec(url);
  return match ? authorityRefusal(match[1]) : schemeRefusal(url);
}

function schemeRefusal(url) {
  if (/^https?:(?!\/\/)/i.test(url)) return "slashes";
  if (SCHEME.test(url)) return "scheme";
  return isMailbox(url) ? "mail" : "scheme-missing";
}

// The faults of a field, those of a mailbox in the place of a page with the field for mailboxes that stands beside.
export function mailboxesElsewhere(faults, typed, fields, { rules }) {
  return faults.map((each) => {
    const { url = "" } = each.values, mailbox = url.replace(/^mailto:/, ""), name = each.at.at(-1);
    const isBelow = each.at.length === 2, around = isBelow ? typed[each.at[0]] : typed;
    const beside = isBelow ? rules.parts[fields[each.at[0]].part] : fields;
    const isFree = each.at.length < 3 && beside?.email && !beside[name]?.required && !("email" in around);
    if (each.code !== "url-format" || !isMailbox(mailbox) || !isFree) return each;
    const hint = mailbox === url ? { hint: "email", as: "name" } : { hint: { email: mailbox }, as: "entries", also: [] };
    return { ...each, values: { ...each.values, reason: "mailbox" }, ...hint };
  });
}

function isMailbox(text) {
  const match = MAILBOX.exec(text);
  return Boolean(match) && text.length <= 254 && !hostRefusal(match[1]);
}

function correction(url, facts) {
  const bare = url.replace(once(facts, patterns).hidden, "").trim();
  const slashed = bare.replace(/^(https?):\/*/i, (_, scheme) => `${scheme.toLowerCase()}://`);
  const candidates = [bare, slashed];
  if (!SCHEME.test(bare) && !FILE.test(bare)) {
    candidates.push(bare.includes("@") ? `mailto:${bare}` : `https://${bare.replace(/^\/+/, "")}`);
  }
  return candidates.find((each) => each !== url && !refusal(each, facts)) ?? "";
}

function doubts(url, { rules }, at) {
  const [, authority] = ADDRESS.exec(url), host = inAscii(authority.split(":")[0]), found = [];
  const doubt = (reason) => found.push(fault(at, "url-doubtful", { url, host, reason }, "", WARNING));
  if (rules.shorteners.includes(host.replace(/^www[.]/, ""))) doubt("shortener");
  if (isMixed(authority)) doubt("mixed-script");
  return found;
}

function trackers(url, facts, at) {
  const { tracker } = once(facts, patterns), [, address, fragment] = /^([^#]*)(.*)$/s.exec(url);
  const [, path, query = ""] = /^([^?]*)(?:[?](.*))?$/s.exec(address), fields = query.split("&");
  const kept = fields.filter((each) => !tracker.test(each));
  if (kept.length === fields.length) return [];
  return [fault(at, "url-tracking", { url }, `${path}${kept.length ? "?" : ""}${kept.join("&")}${fragment}`, WARNING)];
}
