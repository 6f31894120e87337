"""The municipalities as a drawing of tiles: each in the cell of a grid that is nearest to where it lies.

Every municipality has a tile of the same size, so that a small one can be read and touched. Which cell is whose is
found from their centres: the nearest pairs first, then exchanges as long as one brings tiles closer to their places.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from affiche.model.facet import Facet
from affiche.model.region import Municipality
from affiche.outputs.site import Site

#: As many as a phone has room for; rows leave a third of the cells free, which gives a region its outline.
COLUMNS = 5
FREE = 1.5
#: A line of a name holds about this many letters, unless one of its words is longer.
LINE = 11
#: The steps of colour: none, few, more, most.
STEPS = 3

#: What counts as closer.
LEAST = 1e-9

Cell = tuple[int, int]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Tile:
    """A municipality on the map: its whole name, the lines of its short one, its cell, its events to come.

    `step` is how strong its colour is, from 0 for no event; `href` is empty for one without a page.
    """

    name: str
    lines: Sequence[str]
    column: int
    row: int
    count: int
    step: int
    href: str


@dataclass(frozen=True, slots=True)
class TileMap:
    """The tiles of a region from the north-west, and how many columns and rows they need."""

    tiles: Sequence[Tile]
    columns: int
    rows: int


def tile_map(site: Site, language: str) -> TileMap:
    """The municipalities of the region in a language."""
    places = site.calendar.region.municipalities
    cells = site.once(("municipality cells",), lambda: cells_of([place.centre for place in places]))
    counts = [len(site.upcoming(Facet("municipality", place.id))) for place in places]
    tiles = [
        _tile(site, language, place, cell, count, step_of(count, max(counts)))
        for place, cell, count in zip(places, cells, counts, strict=True)
    ]
    columns, rows = (1 + max((cell[axis] for cell in cells), default=-1) for axis in (0, 1))
    return TileMap(sorted(tiles, key=lambda tile: (tile.row, tile.column)), columns, rows)


def _tile(site: Site, language: str, place: Municipality, cell: Cell, count: int, step: int) -> Tile:
    facet = Facet("municipality", place.id)
    return Tile(
        site.show(place.name, language).text,
        lines_of(site.show(place.short or place.name, language).text),
        *cell,
        count,
        step,
        site.href(site.routes.facet(language, facet)) if facet in site.facets else "",
    )


def lines_of(name: str) -> list[str]:
    """A name in short lines, broken behind its hyphens and between its words: `Woluwe-`, `St-Lambert`.

    They are filled from the end, so that a short beginning stays with what it is short for.
    """
    lines = [""]
    for word in reversed(name.replace("-", "- ").split(" ")):
        line = f"{word}{'' if word.endswith('-') else ' '}{lines[0]}".strip()
        if lines[0] and len(line) > LINE:
            lines.insert(0, word)
        else:
            lines[0] = line
    return lines


def step_of(count: int, most: int) -> int:
    """How strong the colour of a number is beside the greatest one; each step is as many times the one before."""
    if not count:
        return 0
    return next(step for step in range(1, STEPS + 1) if count**STEPS <= most**step)


def cells_of(centres: Sequence[Point]) -> list[Cell]:
    """The cell of each centre (latitude, longitude) as column and row from the north-west, no two the same."""
    columns = min(COLUMNS, len(centres))
    rows = -(-int(FREE * len(centres)) // COLUMNS)
    points = _points(centres, columns, rows)
    grid = list(product(range(columns), range(rows)))
    cells = _nearest(points, grid)
    while _exchanged(points, cells, grid):
        pass
    return cells


def _points(centres: Sequence[Point], columns: int, rows: int) -> list[Point]:
    """Where each centre lies on a grid that reaches from the outermost to the outermost."""
    return list(
        zip(
            _spread([longitude for _, longitude in centres], columns),
            _spread([-latitude for latitude, _ in centres], rows),
            strict=True,
        )
    )


def _spread(values: Sequence[float], count: int) -> list[float]:
    least, width = min(values, default=0.0), (max(values, default=0.0) - min(values, default=0.0)) or 1.0
    return [(value - least) / width * (count - 1) for value in values]


def _nearest(points: Sequence[Point], cells: Sequence[Cell]) -> list[Cell]:
    """A first cell for each point: of all pairs, the nearest that is still free."""
    pairs = sorted((_distance(point, cell), number, cell) for number, point in enumerate(points) for cell in cells)
    found: dict[int, Cell] = {}
    for _, number, cell in pairs:
        if number not in found and cell not in found.values():
            found[number] = cell
    return [found[number] for number in range(len(points))]


def _exchanged(points: Sequence[Point], found: list[Cell], cells: Sequence[Cell]) -> bool:
    """Whether some tile moved to another cell, or two changed places, so that they lie closer in all."""
    owners = {cell: number for number, cell in enumerate(found)}
    moved = False
    for number, cell in product(range(len(points)), cells):
        other, old = owners.get(cell, number), found[number]
        gain = _distance(points[number], old) - _distance(points[number], cell)
        gain += _distance(points[other], cell) - _distance(points[other], old) if cell in owners else 0
        if gain > LEAST:
            found[other], owners[old] = old, other
            found[number], owners[cell] = cell, number
            if other == number:
                del owners[old]
            moved = True
    return moved


def _distance(point: Point, cell: Cell) -> float:
    return (point[0] - cell[0]) ** 2 + (point[1] - cell[1]) ** 2
