"""Someone who types an entry into the form: each value in the control that asks for it, all ways chosen as needed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Page, expect

#: Fills the form with `[entry, bodies, names]`; `names` are what records are called, by collection and id.
TYPE = """
([entry, bodies, names]) => {
  const form = document.querySelector("form.contribute");
  const isShown = (element) => !element.closest("[hidden]");
  const own = (scope, selector) => [...scope.querySelectorAll(selector)].filter((each) =>
    isShown(each) && each.parentElement.closest("[data-row]") === (scope.matches("[data-row]") ? scope : null));
  const told = (box) => ["input", "change"].forEach((type) => box.dispatchEvent(new Event(type, { bubbles: true })));
  const set = (box, value) => {
    box.value = value;
    if (box.value !== value) throw new Error(`${box.outerHTML.slice(0, 80)} takes no ${value}`);
    told(box);
  };
  const tick = (box, isOn) => box.checked === isOn || box.click();
  const part = (control, name) => control.querySelector(`[data-part="${name}"]`);
  const choose = (scope, key, way) => {
    const boxes = own(scope, ".switch input[type=radio]").filter(({ name }) => name.startsWith(key));
    boxes.find(({ value }) => value === way)?.click();
  };

  const exact = (control, value) => {
    const [day, time = ""] = value.split(" ");
    if (/^[0-9]{4}-([0-9]{2}|[a-z]+)$/.test(day)) {
      control.querySelector('[data-do="vague"]').click();
      set(part(control, "stretch"), day.slice(5));
      return set(part(control, "year"), day.slice(0, 4));
    }
    set(part(control, "day"), day);
    if (part(control, "time")) set(part(control, "time"), time);
  };
  const wordings = (control, text) => {
    for (const label of [...control.querySelectorAll("[data-lang]")].filter(isShown)) {
      const wording = typeof text === "string" ? text : text[label.dataset.lang];
      if (wording) set(label.querySelector("input, textarea"), wording);
    }
  };
  const KINDS = {
    text: wordings,
    lines: (control, list) => set(control, list.join("\\n")),
    choices: (control, list) => control.querySelectorAll("input").forEach((box) => tick(box, list.includes(box.value))),
    features: (control, map) => {
      for (const name of Object.keys(map)) set(control.querySelector(`[data-feature="${name}"]`), map[name]);
    },
    true: (control) => tick(control, true),
    geo: (control, point) => set(control, point.join(", ")),
    reference: (control, id) => set(control.querySelector("input"), names[control.dataset.to]?.[id] ?? id),
    start: exact, moment: exact, end: exact, coarse: exact,
  };

  const WAYS = {
    when: ({ start, period, recurrence, dates }) => {
      if (period || recurrence) return period ? "run" : "rule";
      return start ? "one" : dates && "several";
    },
    hours: ({ opening_hours: hours }) => hours && (hours === "venue" ? "venue" : "own"),
    where: ({ venue, online_url: online }) => {
      if (typeof venue === "string") return "known";
      return venue ? "other" : online && "online";
    },
    price: ({ price }) => {
      if (price === undefined || price === "free") return price ?? "unknown";
      if (typeof price === "string") return "one";
      return Array.isArray(price) ? "several" : price.from ? "from" : "chosen";
    },
  };

  const fillList = (list, items) => {
    const rows = () => [...list.querySelector(":scope > .row-list").children];
    while (rows().length < items.length) list.querySelector(':scope > [data-do="add"]').click();
    for (const [place, row] of rows().slice(0, items.length).entries()) {
      const item = items[place], first = own(row, "[data-at]")[0].dataset.at;
      fill(row, typeof item === "string" ? { [first]: item } : item);
    }
  };
  const put = (scope, path, value) => {
    const [control] = own(scope, `[data-at="${path}"]`), [list] = own(scope, `[data-rows="${path}"]`);
    if (list && Array.isArray(value)) return fillList(list, value);
    if (control?.type === "hidden") return;
    if (control) return (KINDS[control.dataset.kind] ?? set)(control, value);
    if (typeof value !== "object" || Array.isArray(value)) throw new Error(`no control for ${path}`);
    for (const [name, inner] of Object.entries(value)) put(scope, `${path}.${name}`, inner);
  };
  const fill = (scope, fields) => {
    for (const [key, wayOf] of Object.entries(WAYS)) {
      const way = wayOf(fields);
      if (way) choose(scope, key, way);
    }
    for (const [name, value] of Object.entries(fields)) put(scope, name, value);
  };

  const { language = "", ...fields } = entry;
  form.querySelector(`.spoken input[value="${language}"]`).click();
  fill(form, fields);
  wordings(form.querySelector('[data-at="body"]'), bodies);
  form.querySelectorAll(".rights input").forEach((box) => tick(box, true));
  form.querySelector("button[type=submit]").click();
}
"""


def type_entry(
    page: Page, entry: Mapping[str, Any], bodies: Mapping[str, str], names: Mapping[str, Mapping[str, str]]
) -> tuple[str, str]:
    """Where the file of an entry that is typed into an open form belongs, and its text."""
    page.locator(".step-title").first.hover()
    expect(page.locator("[data-row]").first).to_be_attached()
    page.evaluate(TYPE, [entry, bodies, names])
    answer = page.locator('[data-part="errors"] li, [data-part="result"] [data-part="path"]').first
    expect(answer).to_be_visible()
    assert page.locator('[data-part="errors"] li').all_inner_texts() == []
    text = page.locator('[data-part="text"]').text_content() or ""
    return page.locator('[data-part="path"]').inner_text(), text
