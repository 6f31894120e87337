// Until the other rules come: sentences as the catalogue has them, files and dates as they are typed.
export { checkEntry } from "./entry_check.js";
export const sayProblem = ({ code, values }, { messages }) => (messages[code] ?? code).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
export const whenLines = (entry) => [entry.start ?? entry.period?.start].filter(Boolean);
export const priceLine = (entry) => (typeof entry.price === "string" ? entry.price : "");
export const proposeId = (title) => title.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
export const fileText = (collection, entry, bodies) => `---\n${JSON.stringify(entry, null, 1)}\n---\n${JSON.stringify(bodies)}\n`;
