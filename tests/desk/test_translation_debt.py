from __future__ import annotations

from pathlib import Path

import pytest

from affiche.desk.translation_debt import find_debts, unfollowed
from affiche.model.text import NEUTRAL, Text
from affiche.sources.lives import load_past_texts
from affiche.sources.loader import load_content
from tests.factories import calendar, event
from tests.repositories import Repository, day, event_text, make_repository

BOTH = {"fr": "Nuit", "nl": "Nacht"}


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return make_repository(tmp_path)


@pytest.mark.parametrize(
    ("versions", "owed"),
    [
        pytest.param([{"fr": "a", "nl": "b"}, {"fr": "A", "nl": "b"}], {"nl": 2}, id="changed in one"),
        pytest.param([{"fr": "a", "nl": "b"}, {"fr": "A", "nl": "B"}], {}, id="changed in both"),
        pytest.param([{"fr": "a", "nl": "b"}, {"fr": "A", "nl": "b"}, {"fr": "A", "nl": "B"}], {}, id="followed"),
        pytest.param(
            [{"fr": "a", "nl": "b"}, {"fr": "A", "nl": "b"}, {"fr": "AA", "nl": "b"}], {"nl": 2}, id="since the first"
        ),
        pytest.param([{"fr": "a"}, {"fr": "a", "nl": "b"}], {}, id="translated later"),
        pytest.param([{"fr": "a"}, {"fr": "A"}, {"fr": "A", "nl": "b"}], {}, id="translated after a change"),
        pytest.param([{"fr": "a", "nl": "b"}, {"fr": "A"}, {"fr": "A", "nl": "b"}], {}, id="taken out and put back"),
        pytest.param([{"fr": "a  b", "nl": "b"}, {"fr": "a\nb", "nl": "b"}], {}, id="only broken otherwise"),
        pytest.param([{NEUTRAL: "a"}, {NEUTRAL: "A"}], {}, id="the same in every language"),
        pytest.param(
            [{"fr": "a", "nl": "b", "en": "c"}, {"fr": "A", "nl": "b", "en": "c"}, {"fr": "A", "nl": "B", "en": "c"}],
            {"en": 2},
            id="a translation that follows is no change for the third",
        ),
        pytest.param(
            [{"fr": "a", "nl": "b"}, {"fr": "A", "nl": "b"}, {"fr": "A", "nl": "B"}, {"fr": "A", "nl": "BB"}],
            {"fr": 4},
            id="then the other way",
        ),
    ],
)
def test_a_change_is_owed_by_the_other_languages(versions: list[dict[str, str]], owed: dict[str, int]) -> None:
    told = [(day(number), Text(tuple(said.items()))) for number, said in enumerate(versions, start=1)]
    assert unfollowed(told) == {language: day(number) for language, number in owed.items()}


def debts(repository: Repository) -> list[tuple[str, str, int | None]]:
    """What the content of a repository owes: the text, the language, the day of the change."""
    records = load_content(repository.root / "content").records
    past = load_past_texts(repository.root / "content", records)
    found = find_debts(calendar(*records), past)
    return [(".".join(map(str, each.place)), each.language, each.since.day if each.since else None) for each in found]


def test_a_text_changed_in_one_language_is_owed_by_the_other(repository: Repository) -> None:
    for number, french in enumerate(("Nuit", "Nuit ouverte"), start=1):
        repository.commit(number, a=event_text(title={"fr": french, "nl": "Nacht"}))
    assert debts(repository) == [("title", "nl", 2)]


def test_a_changed_fact_owes_nothing(repository: Repository) -> None:
    repository.commit(1, a=event_text(title=BOTH))
    repository.commit(2, a=event_text(title=BOTH, start="2026-12-06 20:00", price="8"))
    assert debts(repository) == []


def test_bodies_and_texts_inside_fields_are_texts_too(repository: Repository) -> None:
    def text(french: str) -> str:
        date = {"start": "2026-12-05 20:00", "note": {"fr": french, "nl": "Avond"}}
        return f"{event_text(title=BOTH, dates=[date])}\n# Français\n\n{french}\n\n# Nederlands\n\nAvond\n"

    repository.commit(1, a=text("Soir"))
    repository.commit(2, a=text("Soirée"))
    assert debts(repository) == [("dates.0.note", "nl", 2), ("body", "nl", 2)]


def test_a_version_that_cannot_be_read_says_nothing(repository: Repository) -> None:
    repository.commit(1, a=event_text(title=BOTH))
    repository.commit(2, a="no front matter at all")
    repository.commit(3, a=event_text(title={**BOTH, "fr": "Soir"}))
    assert debts(repository) == [("title", "nl", 3)]


def test_what_is_not_committed_counts_from_now(repository: Repository) -> None:
    repository.commit(1, a=event_text(title=BOTH))
    repository.commit(2, a=event_text(title=BOTH, price="8"))
    repository.write("content/events/a.md", event_text(title={**BOTH, "nl": "Avond"}))
    assert [(text, language) for text, language, _ in debts(repository)] == [("title", "fr")]


def test_a_missing_translation_is_owed_without_a_day() -> None:
    found = find_debts(calendar(event(title={"fr": "Nuit"})), {})
    assert [(each.place, each.language, each.since) for each in found] == [(("title",), "nl", None)]
