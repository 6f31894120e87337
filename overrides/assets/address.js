// The address of what is asked for: each choice is a step of the history, and goes along to the other languages.
import { read, write } from "./query.js";

export class Address {
  #own = location.pathname;
  #links = [...document.querySelectorAll("header a[hreflang]")].map((link) => [link, link.pathname]);

  // `agenda` is the path that has no shortcut of its own, `rest` what the page shows by itself.
  constructor(agenda, rest) {
    Object.assign(this, { agenda, rest });
  }

  // The address without the place on the page that it may name.
  get here() {
    return location.pathname + location.search;
  }

  // What the address asks for, or the page by itself.
  read(choices) {
    const state = read(location.search, choices), isOwn = location.pathname === this.#own;
    return isOwn && !state.when && !state.from && !state.to ? { ...state, when: this.rest.when } : state;
  }

  // Another state: a new step, or, while one types, the same one.
  go(state, isSame) {
    const own = state.when === this.rest.when, query = write(own ? { ...state, when: "" } : state);
    const path = own || !this.rest.when ? this.#own : this.agenda;
    history[isSame || path + query === this.here ? "replaceState" : "pushState"](null, "", path + query);
    this.follow();
  }

  // Lets the links to the other languages ask for the same.
  follow() {
    const isOwn = location.pathname === this.#own;
    for (const [link, path] of this.#links) {
      link.pathname = isOwn ? path : new URL("../", new URL(path, location)).pathname;
      link.search = location.search;
    }
  }
}
