"""Translation debt."""

from __future__ import annotations

from pathlib import Path

import pytest

from affiche.checks.translations import check_translations, missing_translations
from affiche.model.settings import Settings
from affiche.model.text import Text
from affiche.problems import Place, Severity
from tests import factories
from tests.scopes import Told, event, scope_of, told


@pytest.mark.parametrize(
    ("title", "body", "missing"),
    [
        ("Nuit", None, []),
        ({"fr": "Nuit", "nl": "Nacht"}, None, []),
        ({"fr": "Nuit"}, None, [(("title",), ("nl",))]),
        ({"en": "Night"}, None, [(("title",), ("fr", "nl"))]),
        ({"nl": "Nacht"}, Text.of(fr="Soir"), [(("title",), ("fr",)), (("body",), ("nl",))]),
        ("Nuit", Text.of(fr="Soir", nl="Avond"), []),
    ],
)
def test_text_lacks_the_languages_that_it_does_not_serve(
    title: object, body: Text | None, missing: list[tuple[Place, tuple[str, ...]]]
) -> None:
    assert list(missing_translations(factories.event(body=body, title=title), ("fr", "nl"))) == missing


def test_missing_translation_is_a_notice_at_the_text(tmp_path: Path) -> None:
    files = {
        "events/a.md": event("start: 2026-12-05", "summary: Soir", title="{fr: Nuit}"),
        "events/b.md": event("start: 2026-12-05", "summary: {nl: Avond}", title="{fr: Nuit}") + "\n# nl\n\nTekst\n",
    }
    problems = list(check_translations(scope_of(tmp_path, files)))
    assert [(each.path, each.at, each.field) for each in told(problems)] == [
        ("events/a.md", "2:8", "title"),
        ("events/b.md", "2:8", "title"),
        ("events/b.md", "6:10", "summary"),
        ("events/b.md", "9:1", "body"),
    ]
    assert {(each.code, each.severity) for each in problems} == {("translation-missing", Severity.NOTICE)}
    assert [each.values["languages"] for each in problems] == ["nl", "nl", "fr", "fr"]


@pytest.mark.parametrize(
    ("languages", "expected"),
    [
        (("fr", "nl"), [("title", "fr", "title, summary, body")]),
        (("nl", "fr", "en"), [("title", "fr, en", "title, summary, body")]),
        (("nl",), []),
    ],
)
def test_language_that_a_file_has_in_no_text_is_told_once(
    tmp_path: Path, languages: tuple[str, ...], expected: list[tuple[str, str, str]]
) -> None:
    files = {"events/b.md": event("start: 2026-12-05", "language: nl", "summary: Avond") + "\nTekst\n"}
    problems = check_translations(scope_of(tmp_path, files, Settings(languages=languages)))
    assert [(each.field, each.values["languages"], each.values["names"]) for each in problems] == expected


def test_language_that_some_text_has_is_told_of_the_others(tmp_path: Path) -> None:
    files = {"events/b.md": event("start: 2026-12-05", "summary: {fr: Soir}", title="{nl: Nacht}")}
    problems = check_translations(scope_of(tmp_path, files, Settings(languages=("fr", "nl", "en"))))
    assert [(each.field, each.values["languages"], each.values.get("names")) for each in problems] == [
        ("title", "en", "title, summary"),
        ("title", "fr", None),
        ("summary", "nl", None),
    ]


def test_file_with_an_error_owes_no_translation(tmp_path: Path) -> None:
    assert told(check_translations(scope_of(tmp_path, {"events/a.md": event("start: soon", title="{fr: Nuit}")}))) == []


def test_site_of_one_language_has_no_debt(tmp_path: Path) -> None:
    scope = scope_of(
        tmp_path, {"events/a.md": event("start: 2026-12-05", title="{fr: Nuit}")}, Settings(languages=("fr",))
    )
    assert list(check_translations(scope)) == []


def test_text_in_no_language_of_the_file_is_told_of_its_own(tmp_path: Path) -> None:
    scope = scope_of(tmp_path, {"events/a.md": event("start: 2026-12-05", title="{fr: Nuit, de: Nacht}")})
    assert told(check_translations(scope)) == [Told("events/a.md", "2:8", "title", "translation-missing")]


def test_texts_inside_other_fields_owe_a_translation_too(tmp_path: Path) -> None:
    dates = (
        "dates:",
        "  - start: 2026-12-05 20:00",
        "    note: {fr: Soir}",
        "  - start: 2026-12-06 20:00",
        "    note: Zinneke",
    )
    problems = list(check_translations(scope_of(tmp_path, {"events/a.md": event(*dates)})))
    assert told(problems) == [Told("events/a.md", "7:11", "dates.0.note", "translation-missing")]
    assert [(each.values["name"], each.values["languages"]) for each in problems] == [("dates.0.note", "nl")]
