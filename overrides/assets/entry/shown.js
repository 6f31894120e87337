// The wording of a text for a page: its own language's, else the first of the site's, else any.
import { wordings } from "./facts.js";

export function shownText(text, { language: own }, { languages }, language) {
  if (text === undefined) return "";
  const found = new Map(wordings(text, own)), wanted = [language, "und", ...languages].find((each) => found.has(each));
  return found.get(wanted) ?? [...found.values()][0] ?? "";
}
