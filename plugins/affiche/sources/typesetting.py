"""Text in a box of an image: set by measuring, as large as it fits, so that none is ever cut off at an edge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from PIL import ImageDraw

from affiche.sources.display_font import SPACE
from affiche.sources.letters import GLUE, Weight, font, width_of

ELLIPSIS = "…"
#: From one baseline to the next, from a baseline down to the deepest letter, up to the top of capitals: in sizes.
LEADING, DEPTH, CAPITALS = 1.04, 0.25, 0.72
#: How much smaller the next size is that is tried.
STEP = 0.95
#: How much smaller letters may become so that no line is shorter than this share of the longest.
LEAST_FOR_EVENNESS, LEAST_OF_LONGEST = 0.75, 0.4


class Box(NamedTuple):
    """A rectangle in pixels, from the upper left corner of an image."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def size(self) -> tuple[int, int]:
        """Its width and height."""
        return self.right - self.left, self.bottom - self.top

    @property
    def corner(self) -> tuple[int, int]:
        """Where it begins."""
        return self.left, self.top

    def inset(self, margin: int) -> Box:
        """What is left of it inside a margin."""
        return Box(self.left + margin, self.top + margin, self.right - margin, self.bottom - margin)

    def within(self, other: Box) -> Box:
        """What lies in both."""
        return Box(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text with its weight, its size beside that of its box, the space above it in its own size, its strength."""

    text: str
    weight: Weight = Weight.TEXT
    scale: float = 1
    above: float = 0.4
    strength: int = 255


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is drawn: its words, and its baseline from the top of its box."""

    words: tuple[str, ...]
    paragraph: Paragraph
    size: int
    baseline: int

    @property
    def width(self) -> float:
        """In pixels."""
        return width_of(self.words, self.paragraph.weight, self.size)

    @property
    def bottom(self) -> float:
        """The lowest point of its letters."""
        return self.baseline + DEPTH * self.size


@dataclass(frozen=True, slots=True)
class Block:
    """Lines in a box: at its top or, `at_end`, so that the last stands on its lower edge."""

    box: Box
    lines: Sequence[Line]
    at_end: bool = False

    @property
    def height(self) -> float:
        """From the top of the first capitals to the lowest point of the last line."""
        return self.lines[-1].bottom if self.lines else 0

    @property
    def width(self) -> float:
        """That of the longest line."""
        return max((line.width for line in self.lines), default=0)

    @property
    def size(self) -> int:
        """That of its first line, in pixels."""
        return self.lines[0].size if self.lines else 0

    @property
    def is_ragged(self) -> bool:
        """Whether a line of several is much shorter than the longest of its paragraph: a little word alone."""
        paragraphs = groupby(self.lines, key=lambda line: line.paragraph)
        widths = [[line.width for line in lines] for _, lines in paragraphs]
        return any(min(each) < LEAST_OF_LONGEST * max(each) for each in widths)

    @property
    def fits(self) -> bool:
        """Whether all of it lies in its box."""
        return self.width <= self.box.size[0] and self.height <= self.box.size[1]

    def draw(self, draw: ImageDraw.ImageDraw, corner: tuple[int, int] = (0, 0)) -> None:
        """Draws it upon a part of the image that begins at a corner."""
        across, down = self.box.left - corner[0], self.box.top - corner[1]
        if self.at_end:
            down += self.box.size[1] - round(self.height)
        for line in self.lines:
            face, left = font(line.paragraph.weight, line.size), float(across)
            for word in line.words:
                place = round(left), down + line.baseline
                draw.text(place, word, font=face, fill=line.paragraph.strength, anchor="ls")
                left += face.getlength(word) + SPACE * line.size


def fitted(paragraphs: Sequence[Paragraph], box: Box, largest: int, smallest: int, *, at_end: bool = False) -> Block:
    """Paragraphs at the largest size at which they fit in a box; at the smallest one, what is too much is cut."""
    size, best = largest, None
    while True:
        block = Block(box, list(_set(paragraphs, box.size[0], size)), at_end)
        best = best or (block if block.fits else None)
        if best and (not block.is_ragged or size < best.size * LEAST_FOR_EVENNESS):
            return best if block.is_ragged else block
        if size <= smallest:
            return best or Block(box, list(_cut(block.lines, *box.size)), at_end)
        size = max(smallest, int(size * STEP))


def _set(paragraphs: Sequence[Paragraph], width: int, size: int) -> Iterator[Line]:
    baseline = 0.0
    for number, paragraph in enumerate(paragraphs):
        own = max(1, round(size * paragraph.scale))
        words = [word.translate(GLUE) for word in paragraph.text.split(" ") if word]
        lines = _balanced(words, paragraph.weight, own, width)
        top = own * (CAPITALS + paragraph.above + DEPTH) if number else _rise(lines, paragraph.weight, own)
        for index, words_of_line in enumerate(lines):
            baseline += own * LEADING if index else top
            yield Line(words_of_line, paragraph, own, round(baseline))


def _rise(lines: Sequence[Sequence[str]], weight: Weight, size: int) -> float:
    """How far the first of some lines rises above its baseline: its capitals, or the accents upon them."""
    highest = -font(weight, size).getbbox(" ".join(lines[0]), anchor="ls")[1] if lines else 0
    return max(size * CAPITALS, highest)


def _balanced(words: Sequence[str], weight: Weight, size: int, width: int) -> list[tuple[str, ...]]:
    """The lines of a paragraph: as few as its width asks for, and then as equal as that number lets them be."""
    lengths = list(map(font(weight, size).getlength, words))
    fewest = len(_broken(words, lengths, SPACE * size, width))
    narrow, wide = max(map(int, lengths), default=0), width
    while wide - narrow > size:
        middle = (narrow + wide) // 2
        if len(_broken(words, lengths, SPACE * size, middle)) > fewest:
            narrow = middle
        else:
            wide = middle
    return _broken(words, lengths, SPACE * size, wide)


def _broken(words: Sequence[str], lengths: Sequence[float], space: float, width: float) -> list[tuple[str, ...]]:
    """Words in lines of at most a width; a word that is wider has a line of its own."""
    lines: list[list[str]] = []
    left = 0.0
    for word, length in zip(words, lengths, strict=True):
        if not lines or left + space + length > width:
            lines.append([])
            left = -space
        lines[-1].append(word)
        left += space + length
    return [tuple(line) for line in lines]


def _cut(lines: Sequence[Line], width: int, height: int) -> Iterator[Line]:
    """The lines that a box has room for; what is too wide, and the last where others follow, ends in an ellipsis."""
    kept = [line for line in lines if line.bottom <= height]
    for number, line in enumerate(kept, 1):
        is_cut = line.width > width or (number == len(kept) < len(lines))
        yield _shortened(line, width) if is_cut else line


def _shortened(line: Line, width: int) -> Line:
    """As much of a line as fits before an ellipsis."""
    text = " ".join(line.words)
    for end in range(len(text), 0, -1):
        words = (*f"{text[:end].rstrip(' ,.:;-–')}{ELLIPSIS}".split(" "),)
        if width_of(words, line.paragraph.weight, line.size) <= width:
            return Line(words, line.paragraph, line.size, line.baseline)
    return Line((ELLIPSIS,), line.paragraph, line.size, line.baseline)
