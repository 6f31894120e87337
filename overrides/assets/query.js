// What is asked for, as an address has it and as the scripts do: names and values of no language, several by commas.

export const LISTS = [
  "discipline", "type", "municipality", "venue", "organisation", "group", "language", "surtitles", "access", "tariff",
  "participation", "audience",
];
export const WHEN = ["today", "tonight", "tomorrow", "weekend", "7", "14", "30"];
export const SORTS = ["last", "new", "near"];
// Values of lists that stand for no single choice: needing no language, and features that are there in part.
export const NO_LANGUAGE = "none", PARTLY = "partial";

const SINGLE = {
  q: (value) => value.trim().slice(0, 100),
  when: among(WHEN),
  from: day,
  to: day,
  free: among(["1"]),
  age: (value) => (/^\d{1,2}$/.test(value) ? String(Number(value)) : ""),
  online: among(["1"]),
  runs: among(["0"]),
  sort: among(SORTS),
};
export const KEYS = [
  "q", "when", "from", "to", "discipline", "type", "municipality", "venue", "organisation", "group", "language",
  "surtitles", "access", "free", "tariff", "age", "participation", "online", "audience", "runs", "sort",
];

export function nothing() {
  return Object.fromEntries(KEYS.map((key) => [key, LISTS.includes(key) ? [] : ""]));
}

// What an address asks for; what its values are not is ignored, as are unknown names.
export function read(search, choices) {
  const asked = new URLSearchParams(search), state = nothing();
  for (const key of KEYS) {
    const value = asked.get(key) ?? "";
    state[key] = LISTS.includes(key) ? known(key, value.split(","), choices) : SINGLE[key](value);
  }
  if (state.when) state.from = state.to = "";
  return state;
}

// The query of an address, with its question mark; empty when nothing is asked for.
export function write(state) {
  const asked = new URLSearchParams();
  for (const key of KEYS) if (state[key].length) asked.set(key, String(state[key]));
  const query = asked.toString().replaceAll("%2C", ",");
  return query && `?${query}`;
}

// The state after a choice was made or taken back.
export function changed(state, key, value, isOn = true) {
  if (LISTS.includes(key)) {
    const others = state[key].filter((other) => other !== value);
    return { ...state, [key]: isOn ? [...others, value] : others };
  }
  const isDay = ["from", "to"].includes(key), whole = key === "when" ? { from: "", to: "" } : isDay ? { when: "" } : {};
  return { ...state, ...whole, [key]: isOn ? SINGLE[key](value) : "" };
}

function known(key, values, choices) {
  const own = { language: [NO_LANGUAGE], access: [PARTLY] }[key] ?? [];
  const offered = new Set([...own, ...(choices[key] ?? []).map(([value]) => value)]);
  return [...new Set(values)].filter((value) => offered.has(value));
}

function among(values) {
  return (value) => (values.includes(value) ? value : "");
}

function day(value) {
  const moment = /^\d{4}-\d\d-\d\d$/.test(value) ? new Date(`${value}T00:00Z`) : new Date(NaN);
  return moment.getTime() && moment.toISOString().startsWith(value) ? value : "";
}
