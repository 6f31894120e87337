// Titles that shout: what is in capitals only, and the same as a sentence.

const LETTER = "[\\p{L}\\p{N}_]";

// Whether a title is in capitals only, and long enough for it not to be a name.
export function isShouted(title, { loud: fewest, letters, long }) {
  const words = (title.match(/[\p{L}\p{Nl}\p{No}]+/gu) ?? []).map((word) => [...word].length);
  const isUpper = title === title.toUpperCase() && title !== title.toLowerCase();
  return isUpper && words.filter((size) => size >= long).length >= fewest && words.reduce((one, other) => one + other, 0) >= letters;
}

// A title as a sentence, with a capital first and the names that are known as they are written.
export function inSmallLetters(title, names, { abbreviation }) {
  const spelt = new RegExp(`^(?:${abbreviation})$`, "u");
  const words = title.replace(new RegExp(`${LETTER}+`, "gu"), (word) => (spelt.test(word.toLowerCase()) ? word : word.toLowerCase()));
  const small = names.reduce((text, name) => {
    const escaped = name.replace(/[\\^$.*+?()[\]{}|/]/g, (sign) => `\\${sign}`);
    return text.replace(new RegExp(`(?<!${LETTER})${escaped}(?!${LETTER})`, "giu"), () => name.replaceAll("\\", ""));
  }, words);
  return withCapital(small);
}

// A title whose first letter is a capital, unless it has one on purpose further on: iBanda.
export const withCapital = (title) => title.replace(/\p{L}(?!\p{Lu})/u, (letter) => letter.toUpperCase());
