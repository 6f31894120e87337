// Sharing a page: by the system's sheet, else by copying its address, which is then said.

export async function share(page, done, say) {
  try {
    if (navigator.share) return await navigator.share(page);
    await navigator.clipboard.writeText(page.url);
    say(done);
  } catch (error) {
    if (error.name !== "AbortError") say(page.url);
  }
}
