"""Photographs' stand-ins: bands of colour, each picture another one."""

from __future__ import annotations

import random
from pathlib import Path

from PIL import Image, ImageDraw

SIZE = (640, 426)


def draw_picture(path: Path, number: int) -> None:
    """A JPEG of `SIZE` pixels in which no other number's picture is seen."""
    dice = random.Random(number)  # noqa: S311 - the same picture each time
    image = Image.new("RGB", SIZE)
    draw = ImageDraw.Draw(image)
    for left in range(0, SIZE[0], SIZE[0] // 24):
        colour = tuple(dice.randrange(256) for _ in range(3))
        draw.polygon([(left, 0), (left + 60, 0), (left + dice.randrange(80), SIZE[1]), (left, SIZE[1])], fill=colour)
    image.save(path, quality=80)
