// The rows of lists: added and taken away, each with ids of its own, by keyboard as by hand.
import { inputs, isShown, own, rowsIn } from "./scope.js";

let count = 0;

export class Rows {
  constructor(form, templates, say) {
    Object.assign(this, { form, templates, say });
  }

  // The rows that a list has from the first.
  begin(scope) {
    for (const list of own(scope, "[data-rows][data-shown]")) if (!rowsIn(list).length) this.add(list);
  }

  add(list) {
    const template = this.templates.querySelector(`template[data-row-of="${list.dataset.of}"]`);
    const row = template.content.firstElementChild.cloneNode(true);
    number(row, (count += 1));
    list.querySelector(":scope > .row-list").append(row);
    this.#count(list);
    this.begin(row);
    return row;
  }

  // Where the focus goes: to the first box of a new row, and back to the list when one is taken away.
  press(button) {
    const list = button.closest("[data-rows]");
    if (button.dataset.do === "add") {
      const row = this.add(list);
      inputs(row).find(isShown)?.focus();
      return;
    }
    const row = button.closest("[data-row]"), next = row.nextElementSibling ?? row.previousElementSibling;
    row.remove();
    this.#count(list);
    (next?.querySelector('[data-do="remove"]') ?? list.querySelector(':scope > [data-do="add"]')).focus();
    this.say("removed", { name: list.querySelector("legend").firstChild.textContent.trim() });
  }

  #count(list) {
    rowsIn(list).forEach((row, place) => {
      for (const number of own(row, '[data-part="number"]')) number.textContent = place + 1;
    });
  }
}

// Ids, and what names them, are those of no other row.
function number(row, mark) {
  for (const element of row.querySelectorAll("*")) {
    for (const name of ["id", "for", "name", "aria-describedby", "aria-controls"]) {
      const value = element.getAttribute(name);
      if (value?.includes("{n}")) element.setAttribute(name, value.replaceAll("{n}", mark));
    }
  }
}
