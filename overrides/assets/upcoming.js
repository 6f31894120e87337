// Everything upcoming in the language of the page, asked for once; a failure may be tried again.

const asked = new Map();

export function loadUpcoming(href) {
  if (!asked.has(href)) {
    asked.set(href, load(href));
    asked.get(href).catch(() => asked.delete(href));
  }
  return asked.get(href);
}

async function load(href) {
  const answer = await fetch(href);
  if (!answer.ok) throw new Error(`${answer.status} ${href}`);
  return answer.json();
}
