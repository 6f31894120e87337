// Copies a text, as HTML also where programs take that; what is to come is awaited, as a browser asks for it in the click.
// Chromium notes in its console that our policy refuses styles in what is copied: they are copied all the same.

export async function copy({ plain, html }) {
  const kinds = { "text/plain": plain, ...(html && { "text/html": html }) };
  const blobs = Object.entries(kinds).map(([type, text]) => [type, Promise.resolve(text).then((found) => new Blob([found], { type }))]);
  await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
}
