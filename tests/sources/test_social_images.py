"""The images of a social kit: what they measure, that all can be read, where no letter may stand."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageColor

from affiche.model.event import Event
from affiche.outputs.poster import COLOURS, PLAIN
from affiche.sources.image_copies import FEED_BYTES
from affiche.sources.loader import load_content
from affiche.sources.social_images import BLOCKS, INK, QUIET, STEPS, WHITE, Area, Design, areas_of, render_social_image
from affiche.sources.social_shapes import SHAPES
from affiche.sources.typesetting import Block, Box
from tests.examples import examples
from tests.projects import ROOT, draw_image

LEAST_CONTRAST = 4.5
BAL = Design(
    kind="Concert · Musique",
    title="Nuit ouverte",
    date="Samedi 5 décembre à 20\N{NARROW NO-BREAK SPACE}h",
    place="La Vallée, Molenbeek-Saint-Jean",
    organisers="Zinneke, Recyclart",
    colour="orange",
    big=("samedi", "5", "décembre"),
)
WAYS = list(product(SHAPES, (False, True)))
LONG = st.text(st.characters(codec="latin-1", exclude_categories=["C"]), max_size=250)


def photo(folder: Path, size: tuple[int, int] = (1600, 1200)) -> Path:
    path = folder / "photo.jpg"
    draw_image(path, size, "#0b3fa8")
    return path


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def texts(areas: list[Area]) -> list[Block]:
    return [text for area in areas for text in area.texts]


def contrast(first: str, second: str) -> float:
    """The ratio of WCAG 2.2 between two colours."""

    def light(colour: str) -> float:
        parts = (part / 255 for part in ImageColor.getrgb(colour))
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    low, high = sorted((light(first), light(second)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("shape", SHAPES)
def test_an_image_has_its_size_few_colours_and_the_same_bytes_each_time(shape: str) -> None:
    data = render_social_image(BAL, shape)
    image = opened(data)
    assert (image.format, f"{image.width}x{image.height}", image.mode, image.info) == ("PNG", shape, "P", {})
    assert len(image.getcolors() or ()) <= 4 * STEPS
    assert render_social_image(BAL, shape) == data


@pytest.mark.parametrize("shape", SHAPES)
def test_an_image_with_a_photograph_is_a_jpeg_without_metadata(tmp_path: Path, shape: str) -> None:
    design, path = replace(BAL, credit="Photo : Ana Šebová"), photo(tmp_path)
    data = render_social_image(design, shape, path)
    image = opened(data)
    assert (image.format, f"{image.width}x{image.height}", dict(image.getexif())) == ("JPEG", shape, {})
    assert len(data) <= FEED_BYTES
    assert render_social_image(design, shape, path) == data


def test_a_credit_stands_on_a_label_in_the_corner_of_the_photograph(tmp_path: Path) -> None:
    design = replace(BAL, credit="Photo : Ana Šebová")
    label = areas_of(design, SHAPES["1200x630"], has_photo=True)[-1]
    picture = SHAPES["1200x630"].pictured.picture
    assert picture
    assert (label.paper, label.ink, label.box.left, label.box.bottom) == (WHITE, INK, picture.left, picture.bottom)
    image = opened(render_social_image(design, "1200x630", photo(tmp_path))).convert("RGB")
    shown, blue = image.crop(label.box).resize((1, 1)), image.crop(picture).resize((1, 1))
    assert [part > 150 for part in shown.tobytes()] == [True, True, True]
    assert [part > 150 for part in blue.tobytes()] == [False, False, True]


@pytest.mark.parametrize(("paper", "ink"), [*BLOCKS.values(), (WHITE, INK)])
def test_every_letter_can_be_read(paper: str, ink: str) -> None:
    assert contrast(paper, ink) >= LEAST_CONTRAST


def test_what_is_quieter_can_be_read_too() -> None:
    palette = Area(Box(0, 0, 1, 1), WHITE, INK).palette
    quiet = "#" + bytes(palette[3 * (QUIET // STEPS) :][:3]).hex()
    assert contrast(WHITE, quiet) >= LEAST_CONTRAST


def test_blocks_have_the_colours_of_the_style_sheet() -> None:
    tokens = dict(
        re.findall(r"--(\w+): (#\w{6});", (ROOT / "overrides/styles/00-tokens.css").read_text(encoding="utf-8"))
    )
    assert {name: colour.lower() for name, (colour, _) in BLOCKS.items()} == {name: tokens[name] for name in BLOCKS}
    assert {colour for colours in (*COLOURS.values(), PLAIN) for colour in colours} == BLOCKS.keys()


@pytest.mark.parametrize(("shape", "has_photo"), WAYS)
@given(title=LONG, date=LONG, place=LONG, names=LONG)
@examples(15)
def test_no_text_leaves_its_box_or_meets_another(
    shape: str, *, has_photo: bool, title: str, date: str, place: str, names: str
) -> None:
    design = replace(BAL, title=title, date=date, place=place, organisers=names, credit=date)
    blocks = texts(areas_of(design, SHAPES[shape], has_photo=has_photo))
    assert [block for block in blocks if not block.fits] == []
    boxes = [block.box for block in blocks]
    met = [box.within(other) for index, box in enumerate(boxes) for other in boxes[index + 1 :]]
    assert [box for box in met if min(box.size) > 0] == []


@pytest.mark.parametrize("has_photo", [False, True])
def test_no_letter_stands_in_the_outer_fifths_of_a_story(*, has_photo: bool) -> None:
    long = replace(BAL, title="Une nuit " * 30, place="Rue " * 60, credit="Photo")
    for design in (BAL, long):
        for block in texts(areas_of(replace(design, credit="Photo"), SHAPES["1080x1920"], has_photo=has_photo)):
            assert block.box.top >= 1920 / 5
            assert block.box.bottom <= 1920 * 4 / 5


def test_the_outer_fifths_of_a_story_are_of_few_colours() -> None:
    image = opened(render_social_image(BAL, "1080x1920")).convert("RGB")
    above, below = image.crop((0, 0, 1080, 384)), image.crop((0, 1536, 1080, 1920))
    assert (len(above.getcolors() or ()), len(below.getcolors() or ())) == (1, 2)


@pytest.mark.parametrize(("shape", "has_photo"), WAYS)
def test_the_longest_title_of_the_agenda_is_whole_in_each_language(shape: str, *, has_photo: bool) -> None:
    events = [record for record in load_content(ROOT / "content").records if isinstance(record, Event)]
    for language in ("fr", "nl"):
        title = max((event.title.shown(language, ("fr", "nl")).text for event in events), key=len)
        areas = areas_of(replace(BAL, title=title, credit="Photo"), SHAPES[shape], has_photo=has_photo)
        said = [" ".join(" ".join(line.words) for line in block.lines) for block in texts(areas)]
        assert " ".join(title.split()) in said


def test_a_short_title_is_larger_than_a_long_one() -> None:
    def size(title: str) -> int:
        return areas_of(replace(BAL, title=title), SHAPES["1080x1080"], has_photo=False)[1].texts[1].size

    assert size("Bal") == SHAPES["1080x1080"].title
    assert size("Bal") > size("Nuit ouverte") > size("Une très longue nuit ouverte à tout le monde")
