"""Posters: colours, sizes of titles, the big words of dates."""

from __future__ import annotations

from typing import Any

import pytest

from affiche.model.vocabulary import DISCIPLINES
from affiche.outputs.poster import COLOURS, SIZES, Poster, colour_of, date_poster, discipline_colour, title_size
from affiche.outputs.when import ahead
from tests import factories as make


@pytest.mark.parametrize(
    ("typed", "poster"),
    [
        ({"start": "2026-12-01 20:00"}, Poster("mardi", "1", "décembre")),
        ({"start": "2026-12"}, Poster()),
        ({"period": {"start": "2026-12-05", "end": "2027-01-03"}}, Poster("dès le", "5", "décembre")),
        ({"period": {"start": "2026-11-05", "end": "2027-01-03"}}, Poster("jusqu’au", "3", "janvier")),
        ({"period": {"start": "2026-11-05"}}, Poster("depuis le", "5", "novembre")),
        ({"period": {"start": "2026-12-05"}}, Poster("dès le", "5", "décembre")),
        ({"period": {"end": "2027-01-03"}}, Poster("jusqu’au", "3", "janvier")),
    ],
)
def test_a_poster_has_the_day_that_matters(typed: dict[str, Any], poster: Poster) -> None:
    event = make.event(**{"start": None, **typed})
    site = make.site(event, make.organisation())
    assert date_poster(site, "fr", event, ahead(site, event)) == poster


def test_every_discipline_has_colours_of_its_own_choice() -> None:
    assert set(COLOURS) == set(DISCIPLINES)
    assert len(set(COLOURS.values())) == len(COLOURS)


def test_an_event_keeps_one_of_the_colours_of_its_first_discipline() -> None:
    found = {colour_of(["visual-arts", "music"], f"e-{number}") for number in range(99)}
    assert found == set(COLOURS["visual-arts"])
    assert (colour_of(["music"], "bal"), colour_of([], "bal")) == ("orange", "sky")
    assert discipline_colour("music") == "red"


@pytest.mark.parametrize(
    ("title", "size"),
    [
        ("Ubu", 26),
        ("NO SHOW", 26),
        ("AfterMyth", 15),
        ("A Truly Immense Journey", 18),
        ("Vrijwilligersverzekering", 7),
        ("CROSSING", 13),
        ("Nuit blanche-bleue", 18),
        ("Une soirée d’histoires racontées à plusieurs voix dans les cours et les jardins du quartier", 9),
        ("", 26),
    ],
)
def test_a_title_is_set_as_large_as_it_fits(title: str, size: int) -> None:
    assert title_size(title) == size
    assert size in SIZES
