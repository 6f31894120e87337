"""The card that the form shows has the colour and the size of the card that the build will make."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from affiche.model.vocabulary import DISCIPLINES
from affiche.outputs.poster import ACROSS, COLOURS, COVER, LONG, PLAIN, SIZES, colour_of, title_size
from tests.scripts.node import ask

POSTER = {"sizes": SIZES, "long": LONG, "across": ACROSS, "cover": COVER, "colours": COLOURS, "plain": PLAIN}
IDS = some.from_regex("[a-z0-9]{1,12}(-[a-z0-9]{1,8}){0,3}", fullmatch=True)
TITLES = some.text("abcdéÀÉŒ'’- 12 ЖЩ", max_size=90)


@given(some.lists(some.sampled_from(DISCIPLINES), max_size=2), IDS)
def test_colour_is_that_of_the_build(disciplines: list[str], record_id: str) -> None:
    colour = ask("contribute/poster.js", "script.colourOf(...values)", disciplines, record_id, POSTER)
    assert colour == colour_of(disciplines, record_id)


@given(TITLES)
def test_size_of_a_title_is_that_of_the_build(title: str) -> None:
    assert ask("contribute/poster.js", "script.titleSize(...values)", title, POSTER) == title_size(title)
