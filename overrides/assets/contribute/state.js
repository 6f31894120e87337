// What stands in the form, hidden parts included, to be kept and put back: values, ways that are chosen, rows.
import { inputs, own, ownSwitches, part, rowsIn } from "./scope.js";

export function snapshot(scope) {
  return {
    chosen: ownSwitches(scope).map((way) => chosenOf(way)),
    values: own(scope, "[data-at]").map((control) => [...inputs(control).map(valueOf), isVague(control)]),
    rows: own(scope, "[data-rows]").map((list) => rowsIn(list).map(snapshot)),
    size: own(scope, "[data-at]").length,
  };
}

// What was kept of another version of the form would come back in wrong places: it stays away.
export function restore(scope, state, addRow) {
  if (state.size !== own(scope, "[data-at]").length) return;
  ownSwitches(scope).forEach((way, number) => choose(way, state.chosen?.[number]));
  own(scope, "[data-at]").forEach((control, number) => {
    const values = state.values?.[number] ?? [];
    inputs(control).forEach((input, place) => put(input, values[place]));
    if (values.at(-1) === true && part(control, "vague")) showVague(control, true);
  });
  own(scope, "[data-rows]").forEach((list, number) => {
    for (const [place, row] of (state.rows?.[number] ?? []).entries()) restore(rowsIn(list)[place] ?? addRow(list), row, addRow);
  });
}

export function showVague(control, vague) {
  part(control, "vague").hidden = !vague;
  part(control, "exact").hidden = vague;
}

function isVague(control) {
  return part(control, "vague")?.hidden === false;
}

function chosenOf(way) {
  return [...way.querySelectorAll(":scope > .choice input")].find((radio) => radio.checked)?.value;
}

function choose(way, value) {
  for (const radio of way.querySelectorAll(":scope > .choice input")) {
    radio.checked = value === undefined ? radio.checked : radio.value === value;
  }
}

function valueOf(input) {
  if (input.type === "checkbox") return input.checked && Number(input.dataset.rank ?? 1);
  return input.type === "file" ? input.dataset.name ?? "" : input.value;
}

function put(input, value) {
  if (input.type === "hidden" || value === undefined) return;
  if (input.type === "checkbox") [input.checked, input.dataset.rank] = [Boolean(value), Number(value)];
  else if (input.type === "file") input.dataset.lost = value;
  else input.value = value;
}
