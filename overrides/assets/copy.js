// Copies the text that a button names, and says so; without it, the text can be selected.
const status = document.querySelector("[data-copied]");

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", () => copy(document.getElementById(button.dataset.copy)));
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text.value);
    say(status.dataset.copied);
  } catch {
    text.select();
    say(status.dataset.selected);
  }
}

// Said anew each time, so that a second copy is heard too.
function say(words) {
  status.textContent = "";
  setTimeout(() => { status.textContent = words; }, 50);
}
