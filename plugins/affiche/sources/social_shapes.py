"""The shapes of the images of a social kit, in pixels: for links, for posts, for stories."""

from __future__ import annotations

from dataclasses import dataclass

from affiche.sources.typesetting import Box

#: Between an area's edge and its letters, and between a column and the next, in pixels.
MARGIN = 52


@dataclass(frozen=True, slots=True)
class Division:
    """How a shape is divided: the block of the title, what is said below it, the photograph."""

    block: Box
    facts: Box
    picture: Box | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape without and with a photograph: its size, where letters may stand, the most that these measure.

    `foot` takes up the colour of the block again.
    """

    size: tuple[int, int]
    safe: Box
    bare: Division
    pictured: Division
    kind: int
    title: int
    fact: int
    foot: Box | None = None


#: By size in pixels: for links, for posts, and for stories, whose outer fifths lie under the buttons of the networks.
SHAPES = {
    "1200x630": Shape(
        size=(1200, 630),
        safe=Box(0, 0, 1200, 630),
        bare=Division(Box(0, 0, 1200, 374), Box(0, 374, 1200, 630)),
        pictured=Division(Box(0, 0, 690, 370), Box(0, 370, 690, 630), Box(690, 0, 1200, 630)),
        kind=36,
        title=240,
        fact=58,
    ),
    "1080x1080": Shape(
        size=(1080, 1080),
        safe=Box(0, 0, 1080, 1080),
        bare=Division(Box(0, 0, 1080, 700), Box(0, 700, 1080, 1080)),
        pictured=Division(Box(0, 500, 1080, 820), Box(0, 820, 1080, 1080), Box(0, 0, 1080, 500)),
        kind=44,
        title=400,
        fact=70,
    ),
    "1080x1920": Shape(
        size=(1080, 1920),
        safe=Box(0, 390 - MARGIN, 1080, 1536 + MARGIN),
        bare=Division(Box(0, 0, 1080, 1110), Box(0, 1110, 1080, 1920)),
        pictured=Division(Box(0, 820, 1080, 1190), Box(0, 1190, 1080, 1920), Box(0, 0, 1080, 820)),
        kind=50,
        title=400,
        fact=76,
        foot=Box(0, 1680, 1080, 1920),
    ),
}
