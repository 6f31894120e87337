// The bar of buttons above the results: each opens a panel, one at a time; on a narrow window all stand behind one.

export class Bar {
  constructor(form) {
    this.fold = form.querySelector(".finder-fold");
    this.exit = form.querySelector(".finder-leave");
    this.status = form.querySelector("[role=status]");
    this.buttons = [...form.querySelectorAll("[data-opens]")];
  }

  // The button whose panel is open.
  get open() {
    return this.buttons.find(isOpen);
  }

  press(button) {
    if (button === this.fold) set(button, !isOpen(button));
    if (button === this.exit) this.#leave();
    if (this.buttons.includes(button)) {
      const willOpen = !isOpen(button);
      for (const other of this.buttons) set(other, other === button && willOpen);
    }
  }

  // Closes the panel, else the bar; the focus goes back to the button.
  close() {
    const button = this.open ?? [this.fold].find(isOpen);
    if (!button) return;
    set(button, false);
    button.focus();
  }

  // Closes all, and goes to what was found.
  #leave() {
    for (const button of [...this.buttons, this.fold]) set(button, false);
    this.status.focus();
  }
}

function isOpen(button) {
  return button.getAttribute("aria-expanded") === "true";
}

function set(button, willOpen) {
  button.setAttribute("aria-expanded", willOpen);
  const opened = document.getElementById(button.getAttribute("aria-controls"));
  if (button.dataset.opens) opened.hidden = !willOpen;
}
