// Mailboxes and telephones that are a person's: what is published stays in the repository's history for good.
import { fault, isMapping, WARNING, wordings } from "./facts.js";
import { fold } from "./text.js";

const NAME = /[\p{L}\p{Nl}\p{No}]+/gu;

export function contactFaults(collection, record, facts, id) {
  const { email, phone } = (collection === "events" ? record.booking : record) ?? {};
  const at = collection === "events" ? ["booking"] : [], faults = [];
  if (collection === "venues") return faults;
  if (email && isPersonal(email, wordsOf(record, facts, id), facts.rules.contacts)) {
    faults.push(fault([...at, "email"], "contact-personal", { value: email }, "", WARNING));
  }
  if (phone && new RegExp(`^(?:${facts.rules.contacts.mobile})$`).test(phone.replace(/[\s./()-]/g, ""))) {
    faults.push(fault([...at, "phone"], "contact-personal", { value: phone, reason: "phone" }, "", WARNING));
  }
  return faults;
}

// The words of the names that a record, and those who make it, are known by.
function wordsOf(record, { known: { organisations } }, id) {
  const houses = (record.organisers ?? []).map((each) => (isMapping(each) ? each.organisation : each));
  const own = wordings(record.title ?? record.name ?? "?", record.language).map(([, text]) => text);
  const named = houses.filter((house) => organisations[house]?.names.length).flatMap((house) => [...organisations[house].names, house]);
  const labels = [...own, id, ...(record.alternate_names ?? []), ...named].map((label) => fold(label).match(NAME) ?? []);
  const words = labels.flat().filter((word) => [...word].length > 1);
  return new Set([...words, ...labels.map((found) => found.join(""))]);
}

// Whether a mailbox is named after a person: two names, or any name that is no house's at a host for everybody.
function isPersonal(email, known, { roles, telling, hosts, person }) {
  const folded = fold(email), split = folded.lastIndexOf("@"), local = folded.slice(0, split), host = folded.slice(split + 1);
  const words = local.match(NAME) ?? [], names = [...known].filter((name) => [...name].length > 3);
  const isNamed = (word) => [...word].length > 3 && names.some((name) => name.includes(word) || word.includes(name));
  const isLike = (word) => roles.some((role) => role.length >= telling && word.includes(role)) || isNamed(word);
  if (words.some((word) => roles.includes(word) || known.has(word) || isLike(word))) return false;
  if ((host.match(NAME) ?? []).some((word) => words.includes(word))) return false;
  return new RegExp(`^(?:${person})$`, "u").test(local) || hosts.includes(host);
}
