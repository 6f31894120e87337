// Mailboxes and telephones that are a person's: what is published stays in the repository's history for good.
import { fault, isMapping, WARNING, wordings } from "./facts.js";
import { fold } from "./text.js";

const NAME = /[\p{L}\p{Nl}\p{No}]+/gu;

export function contactFaults(entry, bodies, record, facts, id) {
  const known = wordsOf(record, facts, id), { contacts } = facts.rules;
  const lines = textsIn(bodies, ["body"]).flatMap(([at, text]) => text.split("\n").map((line) => [at, line]));
  const found = (text, pattern) => [...new Set(text.match(new RegExp(pattern, "gu")))];
  // Ids of other systems may look like mailboxes: the UID of a calendar is `abc@example.org`.
  return [...textsIn({ ...entry, external_ids: undefined }), ...lines].flatMap(([at, text]) => {
    const mailboxes = found(text, contacts.mailbox).filter((value) => isPersonal(value, known, contacts));
    const mobiles = found(text, contacts.mobile).filter((value) => !isEnterprise(value.replace(/[^0-9]/g, "")));
    const told = [...mailboxes.map((value) => ({ value })), ...mobiles.map((value) => ({ value, reason: "phone" }))];
    return told.map((values) => fault(at, "contact-personal", values, "", WARNING));
  });
}

// Every text of an entry, each with its place.
function textsIn(value, at = []) {
  if (typeof value === "string") return [[at, value]];
  const items = Array.isArray(value) ? [...value.entries()] : Object.entries(value ?? {});
  return items.flatMap(([name, item]) => textsIn(item, [...at, name]));
}

// Whether ten digits are the number of a Belgian enterprise: the last two tell that of the others modulo 97.
const isEnterprise = (digits) => digits.length === 10 && 97 - (digits.slice(0, 8) % 97) === Number(digits.slice(8));

// The words of the names that a record, and those who make it, are known by.
function wordsOf(record, { known: { organisations } }, id) {
  const houses = (record.organisers ?? []).map((each) => (isMapping(each) ? each.organisation : each));
  const own = wordings(record.title ?? record.name ?? "?", record.language).map(([, text]) => text);
  const named = houses.filter((house) => organisations[house]?.names.length).flatMap((house) => [...organisations[house].names, house]);
  const labels = [...own, id, ...(record.alternate_names ?? []), ...named].map((label) => fold(label).match(NAME) ?? []);
  const words = labels.flat().filter((word) => [...word].length > 1);
  return new Set([...words, ...labels.map((found) => found.join(""))]);
}

// Whether a mailbox is named after a person: two names, or first names alone, or any name that is no house's at a host for everybody.
function isPersonal(email, known, { roles, names, telling, hosts, person }) {
  const [local, host] = fold(email).split("@"), words = local.match(NAME) ?? [], ofHost = host.match(NAME) ?? [];
  const isNear = (word, name) => word.length > 3 && name.length > 3 && (name.includes(word) || word.includes(name));
  const isLike = (word) => roles.some((role) => role.length >= telling && word.includes(role)) || [...known].some((name) => isNear(word, name));
  const isShared = (word) => [...roles, ...known, ...ofHost].includes(word) || isLike(word);
  if (words.some(isShared)) return false;
  const hasFirstName = words.length && words.every((word) => names.includes(word));
  return hasFirstName || new RegExp(`^(?:${person})$`, "u").test(local) || hosts.includes(host);
}
