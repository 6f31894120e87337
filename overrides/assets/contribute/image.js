// Images, made smaller in the browser: at most 2,000 pixels, a name in ASCII, and nothing else of the photograph's file.
import { part } from "./scope.js";
import { fold } from "./entry.js";

const LONGEST = 2000, QUALITY = 0.88;

export class Images {
  constructor(phrases) {
    this.phrases = phrases;
    this.ready = new Map();
  }

  async take(input) {
    const field = input.closest("[data-at]"), status = field.querySelector(".status"), ready = part(field, "ready");
    const file = input.files[0];
    delete input.dataset.name;
    ready.hidden = true;
    status.textContent = "";
    if (!file) return;
    try {
      const { blob, width, height } = await smaller(file), name = `${plainName(file.name)}.jpg`;
      Object.assign(ready.firstElementChild, { href: URL.createObjectURL(blob), download: name });
      input.dataset.name = name;
      this.ready.set(name, ready.firstElementChild.href);
      ready.hidden = false;
      status.textContent = this.phrases.say("image.ready", { width, height, size: Math.ceil(blob.size / 1024), name });
    } catch {
      status.textContent = this.phrases.say("image.failed");
    }
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }

  // A draft keeps no images: it says which one to choose again.
  lost(form) {
    for (const input of form.querySelectorAll("[data-lost]")) {
      const name = input.dataset.lost, status = input.closest("[data-at]").querySelector(".status");
      if (name) status.textContent = this.phrases.say("image.again", { name });
      input.dataset.name = name;
      delete input.dataset.lost;
    }
  }
}

async function smaller(file) {
  const picture = await createImageBitmap(file), scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const [width, height] = [picture.width, picture.height].map((side) => Math.max(1, Math.round(side * scale)));
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const context = canvas.getContext("2d");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, 0, 0, width, height);
  const blob = await new Promise((done) => { canvas.toBlob(done, "image/jpeg", QUALITY); });
  return { blob, width, height };
}

export function plainName(name) {
  return fold(name.replace(/\.[^.]*$/, "")).replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60) || "image";
}
