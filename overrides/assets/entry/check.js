// Everything that the form can say of an entry before it is sent: the codes, places, values and hints of the check.
import { between } from "./between.js";
import { clockFaults } from "./clocks.js";
import { contactFaults } from "./contacts.js";
import { doubts, periodFaults } from "./doubts.js";
import { wordings } from "./facts.js";
import { placeFaults, referenceFaults, translationFaults } from "./names.js";
import { pageFaults } from "./pages.js";
import { isError, readEntry } from "./read.js";
import { runFaults } from "./runs.js";
import { stateFaults } from "./states.js";
import { bodyFaults } from "./text.js";
import { titleFaults } from "./title.js";

// The problems of an entry, each `{at, code, severity, values, hint}`; see `facts.js` for hints that say more.
export function checkEntry(collection, entry, bodies, facts, id = "") {
  const { record, faults, given } = readEntry(collection, entry, facts);
  const told = new Set(faults.filter(({ at }) => at.length > 1).map(({ at }) => at.join()));
  faults.push(...between(collection, record, given, facts).filter(({ at }) => !told.has(at.join())));
  for (const [language, text] of Object.entries(bodies)) faults.push(...bodyFaults(text, facts, ["body", language]));
  const isFaulty = faults.some(isError);
  faults.push(...referenceFaults(collection, record, facts, id), ...clockFaults(collection, record, facts));
  faults.push(...placeFaults(collection, record, facts), ...contactFaults(entry, bodies, record, facts, id));
  if (collection === "events") {
    faults.push(...doubts(record, facts), ...pageFaults(record, facts));
    if (record.title) faults.push(...titleFaults(record, facts));
    if (!isFaulty) faults.push(...periodFaults(record, facts), ...runFaults(record, facts), ...stateFaults(record, facts));
  }
  return isFaulty ? faults : [...faults, ...translationFaults(textsOf(collection, record, bodies, facts), facts.languages)];
}

// The languages of each text of an entry, of its description as `body`.
function textsOf(collection, record, bodies, { rules }) {
  const { fields } = rules.collections[collection];
  const texts = Object.keys(fields).filter((name) => fields[name].kind === "text" && name in record);
  const languages = texts.map((name) => [name, wordings(record[name], record.language).map(([language]) => language)]);
  const written = Object.keys(bodies).filter((language) => bodies[language].trim());
  return Object.fromEntries(written.length ? [...languages, ["body", written]] : languages);
}
