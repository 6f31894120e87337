"""Captions: within the limits of the networks, whatever is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from affiche.model.text import Wording
from affiche.outputs.social.captions import LENGTHS, Length, caption, x_length
from affiche.outputs.social.subject import Subject
from tests.examples import examples
from tests.outputs.social.kits import LINK, subject

SHORT, MEDIUM, LONG = LENGTHS
LINES = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=200)
MANY = st.lists(LINES, max_size=40)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("Nuit ouverte", 12),
        (f"Voir {'https://example.org/' + 'a' * 200}", 28),
        ("théâtre", 7),
        ("…", 2),
        ("8 €", 4),
        ("“Bal”", 5),
        ("日本", 4),
    ],
)
def test_a_post_is_as_long_as_x_says(text: str, length: int) -> None:
    assert x_length(text) == length


SUBJECTS = st.builds(
    lambda title, tags, **said: subject(title=Wording(title), tags=[f"#{tag}" for tag in tags], **said),
    title=LINES,
    tags=MANY,
    when=LINES,
    facts=MANY,
    text=LINES,
    lines=MANY,
)


@pytest.mark.parametrize("length", LENGTHS, ids=lambda length: length.name)
@given(kit=SUBJECTS)
@examples(40)
def test_a_caption_fits_and_has_its_title_and_its_link(length: Length, kit: Subject) -> None:
    made = caption(kit, LINK, length)
    assert length.fits(made)
    assert made.startswith(kit.title.text[:20])
    assert LINK in made.splitlines()


def test_a_short_caption_keeps_what_matters_most() -> None:
    said = subject(facts=("La Vallée, Molenbeek-Saint-Jean", "mot " * 70, "Gratuit"), tags=("#A", "#B", "#C", "#D"))
    assert caption(said, LINK, SHORT) == (
        f"Nuit ouverte\nSamedi 5 décembre 2026 à 20 h\nLa Vallée, Molenbeek-Saint-Jean\nGratuit\n\n{LINK}\n#A #B #C"
    )


def test_a_caption_has_the_organisations_own_words_in_a_paragraph() -> None:
    said = subject(facts=("Gratuit",), text="Une nuit blanche.", lines=("• a", "• b"), tags=("#A",))
    assert caption(said, LINK, LONG) == (
        f"Nuit ouverte\nSamedi 5 décembre 2026 à 20 h\nGratuit\n\nUne nuit blanche.\n\n• a\n• b\n\n{LINK}\n#A"
    )


def test_a_long_title_costs_the_hashtags_before_itself() -> None:
    made = caption(subject(title=Wording("mot " * 45), tags=("#A" * 30,)), LINK, SHORT)
    assert "#" not in made
    assert made.startswith(("mot " * 45).strip())
