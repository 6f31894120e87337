"""Text in a box: as large as it fits, never beyond its edge."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from affiche.sources.letters import Weight, font
from affiche.sources.typesetting import Block, Box, Paragraph, fitted
from tests.examples import examples

WIDE = Box(0, 0, 1000, 300)
BOXES = st.builds(
    lambda width, height: Box(10, 20, 10 + width, 20 + height), st.integers(200, 1000), st.integers(60, 900)
)
TEXTS = st.text(st.characters(codec="latin-1", exclude_categories=["C"]), min_size=1, max_size=120)


def said(block: Block) -> list[str]:
    return [" ".join(line.words) for line in block.lines]


def title(text: str, box: Box = WIDE, largest: int = 200, smallest: int = 22) -> Block:
    return fitted([Paragraph(text, Weight.DISPLAY)], box, largest, smallest)


@given(TEXTS, BOXES)
@examples(60)
def test_no_text_goes_beyond_its_box(text: str, box: Box) -> None:
    assert title(text, box).fits


def test_a_short_text_is_as_large_as_may_be() -> None:
    assert (title("Bal").size, said(title("Bal"))) == (200, ["Bal"])


def test_a_long_text_is_smaller_and_its_lines_are_as_even_as_can_be() -> None:
    block = title("Opening van KANAL Centre Pompidou in Brussel")
    widths = [line.width for line in block.lines]
    assert said(block) == ["Opening van KANAL", "Centre Pompidou", "in Brussel"]
    assert block.size < 200
    assert max(widths) <= 1000


def test_no_little_word_stands_alone() -> None:
    box = Box(0, 0, 980, 560)
    assert not title("Mind of a Serial Killer: The Experience", box, 400).is_ragged


def test_what_is_too_long_at_the_smallest_size_ends_in_an_ellipsis() -> None:
    block = title("mot " * 300, Box(0, 0, 300, 90))
    assert {line.size for line in block.lines} == {22}
    assert said(block)[-1].endswith("mot…")


def test_an_accent_on_a_capital_stays_in_its_box() -> None:
    plain, accented = (title(text, Box(0, 0, 2000, 200), 200).lines[0] for text in ("Etat", "État"))
    assert accented.size < plain.size
    assert accented.baseline >= -font(Weight.DISPLAY, accented.size).getbbox("État", anchor="ls")[1]


def test_a_word_wider_than_its_box_is_cut() -> None:
    (line,) = said(title("a" * 300, Box(0, 0, 300, 90)))
    assert set(line) == {"a", "…"}


def test_no_line_is_broken_at_a_space_that_holds() -> None:
    narrow = Box(0, 0, 400, 300)
    assert said(title("samedi à 20\N{NARROW NO-BREAK SPACE}h\N{NARROW NO-BREAK SPACE}30", narrow, 60)) == [
        "samedi à",
        "20 h 30",
    ]


def test_the_smaller_paragraphs_of_a_box_follow_the_first() -> None:
    block = fitted([Paragraph("Samedi"), Paragraph("Bozar", scale=0.5)], WIDE, 100, 22)
    assert [(line.size, line.baseline) for line in block.lines] == [(100, 74), (50, 142)]
