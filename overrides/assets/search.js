// Search that forgives: accents, case, elisions, unfinished words, parts of words, and small errors of typing.

const LIGATURES = { œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l", đ: "d" };
// From how many letters on a word is found inside others, and always where a similar one stands: theatre, theater.
const INSIDE = 4, SIMILAR = 6;
const PLAIN = /^[\0-\x7f]*$/;

export function fold(text) {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower.normalize("NFD").replace(/\p{M}/gu, "").replace(/[œæßøłđ]/g, (letter) => LIGATURES[letter]).replaceAll("’", "'");
}

// The words of a text; l', d' and s' are none. Most folded texts need only the quick patterns.
export function wordsOf(text) {
  const folded = fold(text);
  if (PLAIN.test(folded)) return folded.replace(/\b[lds]'/g, " ").match(/[a-z0-9]+/g) ?? [];
  return folded.replace(/(?<![\p{L}\p{N}])[lds]'/gu, " ").match(/[\p{L}\p{N}]+/gu) ?? [];
}

// How many errors a word forgives.
export function forgiven(word) {
  return word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
}

// Whether two words differ by so many letters at most that are missing, added, changed, or swapped with the next.
export function isNear(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return false;
  let before = [], last = [...Array(other.length + 1).keys()];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] !== other[j - 1]));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
    if (Math.min(...row) > most) return false;
    [before, last] = [last, row];
  }
  return last[other.length] <= most;
}

// Finds texts by their positions; `add` takes them in, from the first on.
export class Index {
  #places = new Map();
  #found = new Map();
  #size = 0;

  add(text) {
    for (const word of new Set(wordsOf(text))) {
      if (!this.#places.has(word)) this.#places.set(word, []);
      this.#places.get(word).push(this.#size);
    }
    this.#size++;
    this.#found.clear();
  }

  // For each position, whether its text has all words of a query; null for a query without words.
  find(query) {
    const words = wordsOf(query);
    if (!words.length) return null;
    const exact = all(words.map((word) => this.#having(word)));
    return exact.includes(1) ? exact : all(words.map((word) => any(this.#having(word), this.#near(word))));
  }

  // Where a word stands, or begins a word, or stands inside one; where it does not, or is long, words that are near it.
  #having(word) {
    const isInside = word.length >= INSIDE;
    const found = this.#where(word, (other) => (isInside ? other.includes(word) : other.startsWith(word)));
    if (!found.includes(1)) return this.#near(word);
    return word.length < SIMILAR ? found : any(found, this.#near(word));
  }

  #near(word) {
    const most = forgiven(word);
    return this.#where(`~${word}`, (other) => most > 0 && isNear(word, other, most));
  }

  #where(name, fits) {
    if (!this.#found.has(name)) {
      const found = new Uint8Array(this.#size);
      for (const [word, places] of this.#places) if (fits(word)) for (const place of places) found[place] = 1;
      this.#found.set(name, found);
    }
    return this.#found.get(name);
  }
}

function any(one, other) {
  return one.map((isThere, place) => isThere | other[place]);
}

function all([first, ...others]) {
  return others.reduce((found, other) => found.map((isThere, place) => isThere & other[place]), first);
}
