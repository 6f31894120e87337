"""The examples of `content/pages/<language>/dates.md`, made from the tables."""

from __future__ import annotations

from affiche.outputs.dates import Length
from tests.tables import Case
from tests.when_tables import TABLES, lines_of, said, typed_in

#: What is said of each example: where it reads so, by length; and the states that are shown.
PLACES = {
    "fr": {Length.EXTRA_SHORT: "Sur une carte", Length.MEDIUM: "Dans les flux", "long": "Sur la page"},
    "nl": {Length.EXTRA_SHORT: "Op een kaart", Length.MEDIUM: "In de feeds", "long": "Op de pagina"},
    "en": {Length.EXTRA_SHORT: "On a card", Length.MEDIUM: "In feeds", "long": "On its page"},
}
STATES = ("cancelled", "postponed", "rescheduled", "moved-online", "limited", "sold-out", "waiting-list")
HEADS = {"fr": ("Où", "On lit"), "nl": ("Waar", "Men leest"), "en": ("Where", "It reads")}


def render_examples(language: str) -> str:
    """Each example: what is typed, and how it reads."""
    return "".join(_example(case, language) for case in TABLES.values())


def _example(case: Case, language: str) -> str:
    rows = [HEADS[language], ("---", "---")]
    rows += [(place, _cell(lines_of(case, length)[language])) for length, place in PLACES[language].items()]
    rows += [(f"`{state}`", said(case, state)[language]) for state in STATES if case["name"]["en"] == "One date"]
    table = "\n".join(f"| {left} | {right} |" for left, right in rows)
    return f"\n## {case['name'][language]}\n\n```yaml\n{typed_in(case)}```\n\n{table}\n"


def _cell(text: str | list[str]) -> str:
    return text if isinstance(text, str) else "<br>".join(text)
