"""The images of a social kit: a poster in three shapes, of a block of one colour, much white, and a photograph if any.

Without a photograph an image is a PNG of few colours, a third of the bytes of a JPEG and sharp at every edge; with one
it is a JPEG whose colours are as fine as its light (4:4:4), so that letters on a block keep their edges.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from pathlib import Path

from PIL import Image, ImageColor, ImageDraw

from affiche.sources.image_copies import jpeg_of, photograph
from affiche.sources.letters import Weight
from affiche.sources.social_shapes import MARGIN, SHAPES, Division, Shape
from affiche.sources.typesetting import Block, Box, Paragraph, fitted

INK, WHITE = "#141414", "#FFFFFF"
#: The colours of blocks, as the style sheet has them, each with that of the letters on it.
BLOCKS = {
    "yellow": ("#FFD400", INK),
    "orange": ("#FF8A1F", INK),
    "pink": ("#FF9EC4", INK),
    "sky": ("#7CC7FF", INK),
    "mint": ("#7FE0B0", INK),
    "red": ("#C4122F", WHITE),
    "blue": ("#0B3FA8", WHITE),
    "green": ("#00663D", WHITE),
    "violet": ("#5B2A86", WHITE),
}
#: Steps between the colour of an area and that of its letters, as many as the two halves of a byte tell apart.
STEPS = 16
#: The strength of what is quieter, 7.6 to 1 on white.
QUIET = 11 * 17
#: What must be left of a photograph that is cropped: less than in feeds, as it stands beside words.
LEAST_KEPT = 0.4
#: The smallest letters, in pixels: those of a credit, and of all that has to be cut where it is still too long.
SMALLEST = 22


@dataclass(frozen=True, slots=True)
class Design:
    """What an image says: kind, title, when, where, who, the big words of a date, the credit of its photograph."""

    kind: str
    title: str
    date: str
    place: str
    organisers: str
    colour: str
    big: tuple[str, str, str] = ("", "", "")
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of one colour with letters of another."""

    box: Box
    paper: str
    ink: str
    texts: Sequence[Block] = ()

    @property
    def palette(self) -> list[int]:
        """The steps from its paper to its ink, as red, green and blue."""
        ends = zip(ImageColor.getrgb(self.paper), ImageColor.getrgb(self.ink), strict=True)
        ramps = [[round(low + (high - low) * step / (STEPS - 1)) for step in range(STEPS)] for low, high in ends]
        return [part for colour in zip(*ramps, strict=True) for part in colour]


def render_social_image(design: Design, shape: str, photo: Path | None = None) -> bytes:
    """The image of a design in one of `SHAPES`: PNG, or JPEG with a photograph; the same bytes each time.

    Raises ImageUnreadable.
    """
    areas = areas_of(design, SHAPES[shape], has_photo=photo is not None)
    canvas, frame = _painted(SHAPES[shape].size, areas), SHAPES[shape].pictured.picture
    if photo and frame:
        image, label = canvas.convert("RGB"), areas[-1].box
        credit = image.crop(label)
        image.paste(photograph(photo, frame.size, LEAST_KEPT, BLOCKS[design.colour][0]), frame.corner)
        image.paste(credit, label.corner)
        return jpeg_of(image, subsampling=0)
    stream = io.BytesIO()
    canvas.save(stream, "PNG", compress_level=8)  # a fifth less than by default, for a fifth of the time
    return stream.getvalue()


def areas_of(design: Design, shape: Shape, *, has_photo: bool) -> list[Area]:
    """What is painted, one above the other; with a photograph, last of all the label with its credit upon it."""
    division = shape.pictured if has_photo else shape.bare
    whole = Area(Box(0, 0, *shape.size), WHITE, INK)
    foot = [Area(shape.foot, *BLOCKS[design.colour])] if shape.foot else []
    areas = [whole, _block(design, shape, division.block), _facts(design, shape, division), *foot]
    return [*areas, _credit(design.credit, division.picture)] if division.picture else areas


def _block(design: Design, shape: Shape, area: Box) -> Area:
    """The kind above, the title as large as it goes below, on the colour of the event."""
    box = area.within(shape.safe).inset(MARGIN)
    line = Box(box.left, box.top, box.right, box.top + shape.kind)
    below = Box(box.left, line.bottom + MARGIN // 2, box.right, box.bottom)
    kind = fitted([Paragraph(design.kind, Weight.DISPLAY)], line, shape.kind, SMALLEST)
    title = fitted([Paragraph(design.title, Weight.DISPLAY)], below, shape.title, SMALLEST, at_end=True)
    return Area(area, *BLOCKS[design.colour], (kind, title))


def _facts(design: Design, shape: Shape, division: Division) -> Area:
    """The big words of the date where there is room, then when, where and who."""
    box = division.facts.within(shape.safe).inset(MARGIN)
    texts = []
    if design.big[1] and division.picture is None:
        texts.append(_date(design.big, box))
        box = Box(texts[0].box.right + MARGIN, box.top, box.right, box.bottom)
    said = [
        Paragraph(design.date, Weight.DISPLAY),
        Paragraph(design.place, Weight.TEXT, 0.7, 0.5),
        Paragraph(design.organisers, Weight.TEXT, 0.7, 0.3, QUIET),
    ]
    texts.append(fitted([each for each in said if each.text], box, shape.fact, SMALLEST))
    return Area(division.facts, WHITE, INK, texts)


def _date(big: tuple[str, str, str], box: Box) -> Block:
    """The number of a day between small words, in at most a third of the width."""
    lead, number, tail = big
    words = [
        Paragraph(lead, Weight.DISPLAY, 0.22),
        Paragraph(number, Weight.DISPLAY, 1, 0),
        Paragraph(tail, Weight.DISPLAY, 0.22),
    ]
    third = Box(box.left, box.top, box.left + box.size[0] // 3, box.bottom)
    date = fitted([each for each in words if each.text], third, box.size[1], SMALLEST)
    return replace(date, box=Box(box.left, box.top, box.left + ceil(date.width), box.bottom))


def _credit(credit: str, picture: Box) -> Area:
    """Whose photograph it is, on a label in its lower corner."""
    pad = SMALLEST // 2
    lines = fitted([Paragraph(credit)], Box(0, 0, picture.size[0] - 2 * pad, 3 * SMALLEST), SMALLEST, SMALLEST)
    width, height = ceil(lines.width), ceil(lines.height)
    label = Box(picture.left, picture.bottom - height - 2 * pad, picture.left + width + 2 * pad, picture.bottom)
    return Area(label, WHITE, INK, [replace(lines, box=label.inset(pad))])


def _painted(size: tuple[int, int], areas: Sequence[Area]) -> Image.Image:
    """Areas with their letters, in the colours that they need and no others."""
    canvas = Image.new("P", size)
    for number, area in enumerate(areas):
        letters = Image.new("L", area.box.size)
        for text in area.texts:
            text.draw(ImageDraw.Draw(letters), area.box.corner)
        canvas.paste(letters.point([number * STEPS + level // STEPS for level in range(256)]), area.box.corner)
    canvas.putpalette([part for area in areas for part in area.palette])
    return canvas
