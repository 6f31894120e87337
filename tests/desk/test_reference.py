"""The contributor reference: every field and value of the models once, and no link that leads nowhere."""

from __future__ import annotations

import re
from itertools import pairwise, product
from pathlib import Path

import pytest

from affiche.desk.reference import render_advice, render_licences, render_reference
from affiche.locales import FIELDS, load_words
from affiche.model.collections import COLLECTIONS
from affiche.model.event import Event
from affiche.model.record import Record
from affiche.model.vocabulary import DISCIPLINES, EVENT_TYPES, IMAGE_LICENCES
from affiche.outputs.contribute.rules import form_rules
from affiche.outputs.field_words import advice
from affiche.sources.editorial import render_editorial
from tests.made_pages import LANGUAGES, MADE, PAGES, page_path, render_page
from tests.projects import ROOT

#: How a list is called, by language.
LISTS = {"fr": "Liste", "nl": "Lijst", "en": "List"}
ROW = re.compile(r"^\| `([^`]+)`( \\\*)? \|", re.MULTILINE)


def section(text: str, heading: str) -> str:
    """What stands below a heading, down to the next of its level or above."""
    level = heading.partition(" ")[0]
    below = text.partition(f"\n{heading}\n")[2]
    return re.split(rf"\n#{{1,{len(level)}}} ", below)[0]


def rows(text: str) -> list[str]:
    return [name for name, _ in ROW.findall(text)]


@pytest.mark.parametrize(("key", "language"), [*product(MADE, LANGUAGES)])
def test_pages_for_contributors_are_as_they_are_made_now(key: str, language: str) -> None:
    assert page_path(key, language).read_text(encoding="utf-8") == render_page(key, language)


def test_reference_has_every_field_of_an_event_once() -> None:
    own = [name for name in Event.model_fields if name not in Record.model_fields]
    tables = re.split(r"\n#### .*\n", section(render_reference("fr"), "## Un événement"))
    groups = [tables[0], *(part.partition("\n### ")[2] for part in tables[1:])]
    assert [name for group in groups for name in rows(group)] == own


def test_reference_has_what_all_records_have_apart() -> None:
    common = section(render_reference("nl"), "## Wat alle fiches gemeen hebben").partition("\n### ")[0]
    assert rows(common) == [*Record.model_fields]


def test_reference_marks_what_is_required() -> None:
    required = {name for name, star in ROW.findall(section(render_reference("fr"), "## Un lieu")) if star}
    assert required == {"name", "postal_code", "municipality", "id"}


def test_reference_says_what_may_be_typed() -> None:
    text = render_reference("fr")
    assert "*texte par langue, 90 caractères au plus*" in text
    assert "*texte par langue, 1\u202f000 caractères au plus*" in text
    assert "*liste, 400 au plus\u00a0: les champs de [`dates`](#dans-dates)*" in text
    assert "*liste\u00a0: un mot de la liste [`disciplines`](#liste-disciplines)*" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_reference_has_the_long_lists_whole(language: str) -> None:
    text = render_reference(language)
    assert rows(section(text, f"### {LISTS[language]} `type`")) == [*EVENT_TYPES]
    assert rows(section(text, f"### {LISTS[language]} `disciplines`")) == [*DISCIPLINES]


@pytest.mark.parametrize("language", LANGUAGES)
def test_reference_leads_nowhere_in_vain(language: str) -> None:
    html = render_editorial(render_reference(language))
    links, anchors = {*re.findall(r'href="#([^"]+)"', html)}, {*re.findall(r'id="([^"]+)"', html)}
    assert links - anchors == set()
    assert (
        links & {re.sub("_[0-9]+$", "", anchor) for anchor in anchors - links if re.search("_[0-9]+$", anchor)} == set()
    )


def test_reference_skips_no_level_of_headings() -> None:
    levels = [len(mark) for mark in re.findall(r"^#+(?= )", render_reference("fr"), re.MULTILINE)]
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


def test_reference_has_every_collection() -> None:
    headings = re.findall(r"^## .*", render_reference("fr"), re.MULTILINE)
    assert len(headings) == len(COLLECTIONS) + 2


def test_every_group_begins_with_a_field_of_its_collection() -> None:
    groups = {key for key in load_words("fr", FIELDS) if key.startswith("group.")}
    assert (
        groups - {f"group.{model.collection}.{name}" for model in COLLECTIONS for name in model.model_fields} == set()
    )


def test_every_kind_of_field_has_its_words_and_nothing_else_has() -> None:
    kinds = {f"kind.{kind}" for kind in re.findall(r"'kind': '([a-z]+)'", str(form_rules()))}
    kinds |= {f"kind.reference.{model.collection}" for model in COLLECTIONS}
    kinds |= {"kind.list.most", "kind.choice.few", "kind.choice.one"}
    assert {key for key in load_words("fr", FIELDS) if key.startswith("kind.")} == kinds


def test_every_text_of_the_reference_is_asked_for() -> None:
    code = (ROOT / "plugins/affiche/desk/reference.py").read_text(encoding="utf-8")
    built = {f"reference.{model.collection}" for model in COLLECTIONS}
    texts = {key for key in load_words("fr", FIELDS) if key.startswith("reference.")}
    assert {key for key in texts - built if f'"{key}"' not in code and f"'{key}'" not in code} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_advice_has_three_points_for_every_type(language: str) -> None:
    text, words = render_advice(language), load_words(language)
    for kind in EVENT_TYPES:
        points = text.partition(f"\n### {words(f'type.{kind}')}\n\n")[2].partition("\n### ")[0]
        assert points.count("\n- ") == 2
        assert " ".join(points.replace("- **", "").replace("**", "").split()) == " ".join(
            advice(kind, language).split()
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_licences_are_all_there(language: str) -> None:
    assert rows(render_licences(language)) == [*IMAGE_LICENCES]


@pytest.mark.parametrize("path", sorted(PAGES.rglob("*.md")), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_links_between_pages_lead_to_a_heading_that_is_there(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for stem, anchor in re.findall(r"\]\(([a-z]+)\.md(?:#([^)]+))?\)", text):
        target = path.parent / f"{stem}.md"
        assert target.is_file(), stem
        assert not anchor or f'id="{anchor}"' in render_editorial(target.read_text(encoding="utf-8"))
