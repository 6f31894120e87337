// An event's facts as a block to paste into an article: what stands at the head of its page, and its address.
import { copy } from "./copying.js";

const TOLD = ".state, .event-reason, .event-date, .event-by, .event-where";

// Says what became of it: where a browser does not allow it, the block itself, to be selected.
export async function copyEvent(done) {
  const { title, lines, address } = factsOf(document.querySelector(".event-words"));
  const plain = [title, ...lines, address].join("\n");
  try {
    await copy({ plain, html: new XMLSerializer().serializeToString(block(title, lines, address)) });
    return done;
  } catch {
    return plain;
  }
}

function factsOf(head) {
  const said = (place) => [...head.querySelectorAll(place)].map((each) => each.innerText.trim());
  return {
    title: head.querySelector("h1").innerText,
    lines: [...said(TOLD), said(".event-glance li").join(" · ")].filter(Boolean),
    address: head.querySelector("[data-address]").dataset.address,
  };
}

function block(title, lines, address) {
  const paragraph = document.createElement("p"), link = document.createElement("a");
  link.href = address;
  link.textContent = title;
  paragraph.append(link, ...lines.flatMap((line) => [document.createElement("br"), line]));
  return paragraph;
}
