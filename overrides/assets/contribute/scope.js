// The parts of the form: a scope is the form itself, or a row of one of its lists; each owns what is in no row below.

// What a scope owns among the elements that a selector finds.
export function own(scope, selector) {
  const row = scope.matches("[data-row]") ? scope : null;
  return [...scope.querySelectorAll(selector)].filter((each) => each.parentElement.closest("[data-row]") === row);
}

export function ownSwitches(scope) {
  return own(scope, ".switch, .spoken");
}

export function rowsIn(list) {
  return [...list.querySelector(":scope > .row-list").children];
}

// The boxes of a control, which is one itself or has several.
export function inputs(control) {
  return control.matches("input, select, textarea") ? [control] : [...control.querySelectorAll("input, select, textarea")];
}

export function isShown(element) {
  return !element.closest("[hidden]");
}

// What the form calls a control.
export function nameOf(control) {
  const field = control.closest(".field"), label = field.querySelector(":scope > legend, :scope > label");
  return (label ?? field).firstChild.textContent.trim();
}

export function part(scope, name) {
  return scope.querySelector(`[data-part="${name}"]`);
}

export function made(tag, ...content) {
  const element = document.createElement(tag);
  element.append(...content);
  return element;
}
