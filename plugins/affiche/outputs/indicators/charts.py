"""Charts as numbers of a drawing: bars, columns, a strip of quartiles, a matrix of who works with whom.

All lengths are units of a drawing 320 wide, as a phone shows it; wide windows enlarge it. A drawing never says more
than the table beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from affiche.model.indicators import Figures, Lead
from affiche.outputs.indicators.lines import Line

WIDTH = 320
#: A bar with its label above, and the room that its number needs behind it.
ROW, BEHIND = 34, 44
#: Letters of a label that fit above a bar.
LETTERS = 46
#: The room for columns, above which their numbers stand and below which their names.
TALL, ABOVE, BELOW = 120, 16, 18
#: The fewest and the most organisations of a matrix: two are a line of its table.
FEWEST_MEMBERS, MOST_MEMBERS = 3, 12
#: The steps of colour.
STEPS = 3


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar or a column: its label, its number as it is written, where it begins and how long it is."""

    label: str
    value: str
    at: float
    length: float
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Bars, columns or a strip; `track` is how long a bar of all is, 0 where there is no whole."""

    kind: str
    height: float
    bars: Sequence[Bar]
    track: float = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A square of a matrix: its column and row, how many events, and how strong its colour is."""

    x: int
    y: int
    count: int
    step: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """Who works with whom: the ids of organisations in the order of rows and columns, and the squares that have any."""

    members: Sequence[str]
    cells: Sequence[Cell]
    size: int


def bars_of(lines: Sequence[Line], values: Sequence[str], colours: Sequence[str]) -> Drawing:
    """A bar for each line: shares as parts of one whole, plain numbers beside the greatest one."""
    room = WIDTH - BEHIND
    sizes = [line.count if line.percent is None else line.percent for line in lines]
    most = 100 if any(line.percent is not None for line in lines) else max([*sizes, 1])
    bars = [
        Bar(shortened(line.label.text), value, number * ROW, _rounded(room * size / most), colour)
        for number, (line, value, size, colour) in enumerate(zip(lines, values, sizes, colours, strict=True))
    ]
    track = room if any(line.percent is not None for line in lines) else 0
    return Drawing("bars", ROW * len(bars), bars, track)


def columns_of(labels: Sequence[str], counts: Sequence[int], values: Sequence[str], most: int = 0) -> Drawing:
    """A column for each number beside the greatest one, or beside `most`."""
    highest, step = max([*counts, most, 1]), WIDTH / max(len(counts), 1)
    bars = [
        Bar(label, value, _rounded(number * step), _rounded(TALL * count / highest))
        for number, (label, count, value) in enumerate(zip(labels, counts, values, strict=True))
    ]
    return Drawing("columns", TALL + ABOVE + BELOW, bars, _rounded(step))


def strip_of(lead: Lead, values: Sequence[str]) -> Drawing:
    """The quartiles on a line that begins with no day at all."""
    days, room = (lead.lower, lead.median, lead.upper), WIDTH - BEHIND
    most = max(*days, 1)
    bars = [Bar("", value, 0, _rounded(room * each / most)) for each, value in zip(days, values, strict=True)]
    return Drawing("strip", 72, bars, room)


def matrix_of(figures: Figures) -> Matrix | None:
    """The organisations with most partners, and what each two of them made together; None where there are too few."""
    members = [each for each in figures.organisations if each.partners]
    chosen = sorted(members, key=lambda each: (-each.partners, -each.joint, each.id))[:MOST_MEMBERS]
    places = {each.id: number for number, each in enumerate(chosen)}
    pairs = [each for each in figures.pairs if each.first in places and each.second in places]
    if len(chosen) < FEWEST_MEMBERS:
        return None
    most = max((pair.events for pair in pairs), default=1)
    cells = [
        Cell(places[one], places[other], pair.events, step_of(pair.events, most))
        for pair in pairs
        for one, other in ((pair.first, pair.second), (pair.second, pair.first))
    ]
    return Matrix([each.id for each in chosen], sorted(cells, key=lambda cell: (cell.y, cell.x)), len(chosen))


def step_of(count: int, most: int) -> int:
    """How strong the colour of a number is, from 1 to 3: the greatest has the strongest, where it is 3 at least."""
    return -(-STEPS * count // max(most, STEPS))


def shortened(label: str) -> str:
    """A label as long as there is room."""
    return label if len(label) <= LETTERS else f"{label[: LETTERS - 1].rstrip()}…"


def _rounded(length: float) -> float:
    return round(length, 1)
