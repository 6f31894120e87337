from __future__ import annotations

from datetime import date

import pytest

from affiche.locales import load_words
from affiche.outputs.dates import Dates
from affiche.outputs.when import when_words
from tests.tables import LANGUAGES, cases, expected, site_of

TABLES = cases("dates/*.yml")
WHEN = {name: case for name, case in TABLES.items() if "when" in case}


@pytest.mark.parametrize("name", WHEN)
def test_dates_in_words_are_those_of_the_table(name: str) -> None:
    case = WHEN[name]
    site, event = site_of(case, **case["when"])
    assert {language: when_words(site, language, event) for language in LANGUAGES} == expected(case)


def test_every_month_and_weekday_has_its_name() -> None:
    days = [date(2026, month, month) for month in range(1, 13)]
    assert [Dates(load_words("fr")).day(day, year=False) for day in days] == [
        "jeudi 1er janvier",
        "lundi 2 février",
        "mardi 3 mars",
        "samedi 4 avril",
        "mardi 5 mai",
        "samedi 6 juin",
        "mardi 7 juillet",
        "samedi 8 août",
        "mercredi 9 septembre",
        "samedi 10 octobre",
        "mercredi 11 novembre",
        "samedi 12 décembre",
    ]


def test_texts_in_a_row_are_joined_once() -> None:
    dates = Dates(load_words("nl"))
    assert [dates.enumerated(["a", "b", "c"][:number]) for number in range(4)] == ["", "a", "a en b", "a, b en c"]
