// What answers to a question: the entries, those that fail one condition alone, and the groups to show.
import { rangeOf } from "./days.js";
import { choose, counted, countedWhen, testsOf, unstated } from "./filters.js";
import { groupsOf } from "./groups.js";
import { Index } from "./search.js";

const SLICE = 100;

export function answer(state, { data, today, index }, place) {
  const time = { range: rangeOf(state, today), today, hasRuns: state.runs !== "0" };
  const result = choose(data.entries, testsOf(state, time, state.q ? index.find(state.q) : null));
  return {
    ...result,
    unstated: unstated(state, result),
    groups: () => groupsOf(result.chosen, state.sort, time, place),
    counts: remembered((key) => (key === "when" ? countedWhen(result, time) : counted(key, result))),
    isPlaced: Boolean(place),
  };
}

// The index of the entries, made from the moment when one is about to search: filters alone do without.
export class Indexing {
  #index = new Index();
  #done = 0;

  constructor(entries) {
    this.entries = entries;
  }

  // Takes entries in while nothing else is to be done.
  begin() {
    this.#take(SLICE);
    if (this.#done < this.entries.length) setTimeout(() => this.begin());
  }

  // The positions of the entries that a query finds.
  find(query) {
    this.#take(this.entries.length);
    return this.#index.find(query);
  }

  #take(count) {
    for (const last = Math.min(this.#done + count, this.entries.length); this.#done < last; this.#done++) {
      const { title, kind, by = [], where = "", find = "" } = this.entries[this.#done];
      this.#index.add([title, kind, ...by, where, find].join(" "));
    }
  }
}

function remembered(make) {
  const made = new Map();
  return (key) => {
    if (!made.has(key)) made.set(key, make(key));
    return made.get(key);
  };
}
