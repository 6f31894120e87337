// Says of each call on a page how long there is to answer: what was built last night would lie.
import { closing } from "./closing.js";

for (const element of document.querySelectorAll("[data-closing]")) {
  const left = closing(JSON.parse(element.dataset.closing), new Date());
  element.textContent = left;
  element.hidden = !left;
}
