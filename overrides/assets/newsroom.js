// Copies a newsletter, or one of its events; without it there are the files.
import { copy } from "./copying.js";

for (const button of document.querySelectorAll("[data-copy]")) button.addEventListener("click", () => take(button));

async function take(button) {
  const { done, failed } = button.closest("[data-done]").dataset;
  const status = button.parentElement.querySelector("[role=status]");
  status.textContent = "";
  try {
    await copy(KINDS[button.dataset.copy](button));
    status.textContent = done;
  } catch {
    status.textContent = failed;
  }
}

const KINDS = {
  rich: (button) => ({ html: file(button, "html"), plain: file(button, "plain") }),
  source: (button) => ({ plain: file(button, "html") }),
  plain: (button) => ({ plain: file(button, "plain") }),
  item(button) {
    const item = button.closest("article").querySelector("[data-item]");
    return { html: new XMLSerializer().serializeToString(item), plain: `${item.innerText}\n${item.querySelector("a").href}` };
  },
};

async function file(button, kind) {
  const answer = await fetch(button.closest(".takings").dataset[kind]);
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.text();
}
