// The draft: what stands in the form, as this browser alone keeps it, one for each form.

const KEY = "affiche:draft-";

export function hasDraft(collection) {
  return Boolean(readDraft(collection));
}

export function readDraft(collection) {
  try {
    return JSON.parse(localStorage.getItem(KEY + collection));
  } catch {
    return null;
  }
}

export function keepDraft(collection, state) {
  try {
    localStorage.setItem(KEY + collection, JSON.stringify(state));
  } catch { /* A browser that allows no storage keeps nothing. */ }
}

// Calls when another tab keeps a draft of the same form.
export function onOtherDraft(collection, call) {
  addEventListener("storage", ({ key, newValue }) => { if (key === KEY + collection && newValue) call(); });
}

export function forgetDraft(collection) {
  try {
    localStorage.removeItem(KEY + collection);
  } catch { /* There is none. */ }
}
