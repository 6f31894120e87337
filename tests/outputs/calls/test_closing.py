"""When a call closes, in the reader's words, on the day of the build and in the browser on any other."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

import pytest

from affiche.model.call import Call
from affiche.model.settings import Settings
from affiche.outputs.calls.closing import Closing, closing_of
from tests import factories as make
from tests.scripts.node import ask

THREE = Settings(languages=("fr", "nl", "en"))


def closing(call: Call, language: str = "fr", now: datetime = make.NOW) -> Closing:
    return closing_of(make.site(call, now=now, settings=THREE), call, language)


def plain(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("deadline", "french", "dutch", "english"),
    [
        (
            "2026-11-21 17:00",
            "Clôture aujourd’hui à 17 h",
            "Sluit vandaag om 17 uur",
            "Closes today at 17:00",
        ),
        (
            "2026-11-22 23:59",
            "Clôture demain à 23 h 59",
            "Sluit morgen om 23.59 uur",
            "Closes tomorrow at 23:59",
        ),
        ("2026-11-21", "Dernier jour aujourd’hui", "Vandaag laatste dag", "Last day today"),
        ("2026-11-22", "Dernier jour demain", "Morgen laatste dag", "Last day tomorrow"),
        ("2026-11-26 17:00", "Clôture dans 5 jours", "Sluit over 5 dagen", "Closes in 5 days"),
        ("2026-12-21", "Clôture dans 30 jours", "Sluit over 30 dagen", "Closes in 30 days"),
        ("2026-12-22", "", "", ""),
        ("2026-12", "", "", ""),
        ("2026-11-20", "Clôturé", "Afgesloten", "Closed"),
        ("2026-10", "Clôturé", "Afgesloten", "Closed"),
    ],
)
def test_what_is_left_is_said_in_words(deadline: str, french: str, dutch: str, english: str) -> None:
    call = make.call(deadline=deadline)
    assert [plain(closing(call, language).left) for language in THREE.languages] == [french, dutch, english]


@pytest.mark.parametrize(
    ("deadline", "french", "dutch", "iso"),
    [
        (
            "2026-12-02 17:00",
            "mercredi 2 décembre 2026 à 17 h",
            "woensdag 2 december 2026 om 17 uur",
            "2026-12-02T17:00+01:00",
        ),
        ("2026-12-01", "mardi 1er décembre 2026", "dinsdag 1 december 2026", "2026-12-01"),
        ("2027-03", "en mars 2027", "in maart 2027", ""),
    ],
)
def test_a_deadline_is_a_date_that_stays_true(deadline: str, french: str, dutch: str, iso: str) -> None:
    call = make.call(deadline=deadline)
    assert [plain(closing(call, language).date) for language in ("fr", "nl")] == [french, dutch]
    assert closing(call).iso == iso


def test_a_call_without_a_deadline_says_so_until_what_it_is_for_is_over() -> None:
    call = make.call(rolling="true", end="2026-12-31")
    assert closing(call) == Closing("", "", "Sans date limite", "", is_closed=False)
    later = make.NOW + timedelta(days=60)
    assert closing(call, now=later) == Closing("", "", "Clôturé", "", is_closed=True)


@pytest.mark.parametrize("deadline", ["2026-12-02 17:00", "2026-12-02", "2026-12", "2027-03-28 02:30+02:00"])
@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_the_browser_says_what_a_build_of_that_moment_would(deadline: str, language: str) -> None:
    call = make.call(deadline=deadline)
    data = json.loads(closing(call, language).data)
    moments = [make.NOW + timedelta(hours=7 * step) for step in range(600)]
    built = [closing(call, language, now=moment).left for moment in moments]
    told = ask(
        "closing.js", "values[1].map((at) => script.closing(values[0], new Date(at)))", data, [*map(str, moments)]
    )
    assert told == built
