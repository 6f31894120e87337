// The descriptions of a file: each under the heading of its language, none able to end or to divide another.
import { once } from "./facts.js";
import { fold } from "./text.js";

const FENCE = /^(?:(`{3,})[^`]*|(~{3,}).*)$/;
const LEVEL_ONE = /^( {0,3})#(?=[ \t])/;
const UNDERLINE = /^ {0,3}=+[ \t]*$/;
// Beginnings of raw HTML that Markdown lets run over blank lines until its end, which may never come.
const OPEN_HTML = /^( {0,3})<(?=[!?]|(?:script|pre|style|textarea)\b)/i;

export function bodyText(bodies, facts) {
  const written = Object.entries(bodies).map(([language, text]) => [language, description(text, facts)]);
  return written.map(([language, text]) => (text ? `\n${heading(language, facts)}\n\n${text}\n` : "")).join("");
}

// A description as it is written: LF, no blanks around it, nothing that swallows or divides what follows it.
function description(text, facts) {
  const lines = text.replace(/\r\n?|[\x85\u2028\u2029]/g, "\n").replace(once(facts, refused), "").split("\n");
  return contained(lines).join("\n").replace(/^\n+/, "").replace(/[ \t\n]+$/, "");
}

const refused = ({ rules: { characters: { controls, surrogates } } }) => new RegExp(`[${controls}${surrogates}\ufeff]`, "gu");

function contained(lines) {
  let codeUntil = 0;
  return lines.map((line, index) => {
    if (index >= codeUntil) codeUntil = endOfCode(lines, index);
    if (index < codeUntil) return line;
    if (index && lines[index - 1].trim() && UNDERLINE.test(line)) return line.replaceAll("=", "-");
    return FENCE.test(line) ? `\\${line}` : line.replace(LEVEL_ONE, "$1##").replace(OPEN_HTML, "$1\\<");
  });
}

// The index behind the last line of the code that a line begins; 0 where it begins none, or none that ends.
function endOfCode(lines, index) {
  const [, ticks, tildes] = FENCE.exec(lines[index]) ?? [], fence = ticks ?? tildes;
  if (!fence) return 0;
  const closing = new RegExp(`^${fence}${fence[0]}*[ \t]*$`);
  return lines.findIndex((line, at) => at > index && closing.test(line)) + 1;
}

// The heading of a language: its own name where that leads back to it, else its code.
function heading(language, { rules: { languages } }) {
  const base = language.split("-")[0], name = new Intl.DisplayNames([base], { type: "language" }).of(base);
  return `# ${languages.own[fold(name)] === language ? name[0].toUpperCase() + name.slice(1) : language}`;
}
