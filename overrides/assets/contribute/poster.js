// The colour and the size of a card, by the rules and figures of the build (`outputs/poster.py`).

// The largest size at which the longest word of a title fits in a line, and all of it in half a poster.
export function titleSize(title, { sizes, long, across, cover }) {
  const words = title.replaceAll("-", "- ").split(/\s+/).filter(Boolean), longest = Math.max(...words.map(letters), 1);
  const most = Math.min(across / longest, Math.max(Math.sqrt(cover / Math.max(1, [...title].length)), long));
  return sizes.find((size) => size <= most) ?? sizes.at(-1);
}

// One of the colours of the first discipline, always the same for an id.
export function colourOf([discipline], id, { colours, plain }) {
  const some = colours[discipline] ?? plain;
  return some[crc32(new TextEncoder().encode(id)) % some.length];
}

// Capitals are wider.
function letters(word) {
  return [...word].length + [...word].filter((letter) => /\p{Lu}/u.test(letter)).length / 4;
}

function crc32(bytes) {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  }
  return (rest ^ 0xffffffff) >>> 0;
}
