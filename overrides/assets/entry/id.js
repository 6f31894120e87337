// The id that a new file gets: proposed from its title, free, never silently empty.

// What a proposal has at most: people read it in an address.
const LONGEST = 60;
// Letters that have no decomposition in Unicode, as Europeans write them in ASCII.
const SPELT = { ß: "ss", œ: "oe", æ: "ae", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };

// An id like a text, in ASCII; empty where a letter would be lost, as in Arabic or Chinese.
export function proposeId(text) {
  const spelt = text.toLowerCase().replace(/[ßœæøłđðþı]/g, (letter) => SPELT[letter]);
  const plain = spelt.normalize("NFKD").toLowerCase().replace(/\p{Mn}/gu, "");
  if (/(?![a-z0-9])[\p{L}\p{N}]/u.test(plain)) return "";
  const found = (plain.match(/[a-z0-9]+/g) ?? []).join("-");
  if (found.length <= LONGEST) return found;
  return found.slice(0, LONGEST + 1).replace(/-[^-]*$/, "").slice(0, LONGEST);
}

// The proposed id, with the year or a number behind it where another file has it already.
export function freeId(proposed, year, taken) {
  if (!proposed) return "";
  const isTaken = new Set(taken);
  let way = proposed;
  for (let number = 1; isTaken.has(way); number++) way = `${proposed}-${number === 1 ? year : number}`;
  return way;
}
