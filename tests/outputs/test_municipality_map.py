"""The map of tiles: where each stands, how it is called, how strong its colour is."""

from __future__ import annotations

from pathlib import Path

import pytest

from affiche.outputs.municipality_map import cells_of, lines_of, step_of, tile_map
from affiche.sources.region import load_region
from tests import factories as make
from tests.pages import BuiltSite, Page, text_of

BRUSSELS = load_region(Path(__file__).parents[2] / "data/municipalities.yaml").municipalities
#: The region from the north-west, as its tiles stand.
DRAWN = """
    ganshoren              jette         bruxelles    -           -
    berchem-sainte-agathe  koekelberg    schaerbeek   evere       -
    -      molenbeek-saint-jean   saint-josse-ten-noode   -       woluwe-saint-lambert
    anderlecht             saint-gilles  ixelles      etterbeek   woluwe-saint-pierre
    -                      forest        -            -           auderghem
    -                      -             uccle        -           watermael-boitsfort
"""


def test_brussels_is_drawn_as_it_lies() -> None:
    cells = cells_of([place.centre for place in BRUSSELS])
    by_cell = dict(zip(cells, (place.slug("fr") for place in BRUSSELS), strict=True))
    rows = [[by_cell.get((column, row), "-") for column in range(5)] for row in range(6)]
    assert rows == [line.split() for line in DRAWN.strip().splitlines()]


@pytest.mark.parametrize("count", [0, 1, 2, 5, 6, 60])
def test_every_place_of_any_region_has_a_cell_of_its_own(count: int) -> None:
    centres = [(50 + number % 7 / 10, 4 + number % 3 / 10) for number in range(count)]
    cells = cells_of(centres)
    assert len({*cells}) == count
    assert {cell for cell in cells if not 0 <= cell[0] < 5 or cell[1] < 0} == set()


def test_cells_do_not_depend_on_the_order_of_far_places() -> None:
    centres = [place.centre for place in BRUSSELS]
    cells = dict(zip(centres, cells_of(centres), strict=True))
    backwards = centres[::-1]
    assert dict(zip(backwards, cells_of(backwards), strict=True)) == cells


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Uccle", ["Uccle"]),
        ("Saint-Gilles", ["Saint-", "Gilles"]),
        ("Woluwe-St-Lambert", ["Woluwe-", "St-Lambert"]),
        ("St-Lambrechts-Woluwe", ["St-", "Lambrechts-", "Woluwe"]),
        ("St-Pieters-Woluwe", ["St-Pieters-", "Woluwe"]),
        ("Le Grand Quartier", ["Le Grand", "Quartier"]),
    ],
)
def test_a_name_is_broken_into_short_lines(name: str, lines: list[str]) -> None:
    assert lines_of(name) == lines


def test_no_short_name_of_brussels_needs_more_than_three_lines() -> None:
    names = [(place.short or place.name)[language] for place in BRUSSELS for language in ("fr", "nl")]
    assert {len(lines_of(name)) for name in names} == {1, 2, 3}
    assert max(len(line) for name in names for line in lines_of(name)) == 11


@pytest.mark.parametrize(
    ("most", "steps"), [(60, {0: 0, 1: 1, 3: 1, 4: 2, 15: 2, 16: 3, 60: 3}), (1, {0: 0, 1: 1}), (0, {0: 0})]
)
def test_colours_are_stronger_by_steps(most: int, steps: dict[int, int]) -> None:
    assert {count: step_of(count, most) for count in steps} == steps


def test_a_tile_has_its_events_to_come_and_a_link_where_there_is_a_page() -> None:
    records = make.venue(), make.event(venue="la-vallee"), make.event("hier", venue="la-vallee", start="2026-11-01")
    drawn = tile_map(make.site(*records), "nl")
    assert [(tile.name, tile.count, tile.step, tile.href) for tile in drawn.tiles] == [
        ("Brussel", 1, 1, "/nl/gemeenten/brussel/"),
        ("Elsene", 0, 0, ""),
    ]


def linked(page: Page) -> dict[str, str]:
    return {link.get("aria-label"): link.get("href") for link in page.all("//*[local-name()='svg']//*[@href]")}


@pytest.mark.parametrize("path", ["nl/", "nl/gemeenten/"])
def test_the_map_leads_to_each_municipality_with_its_number(small: BuiltSite, path: str) -> None:
    page = small.page(path)
    assert page.one("//*[local-name()='svg']/@aria-label").startswith("De gemeenten")
    tiles = page.all("//*[local-name()='svg']/*[local-name()='a']")
    assert [tile.get("aria-hidden") == "true" for tile in tiles] == [tile.get("href") is None for tile in tiles]
    found = linked(page)
    assert list(found.values()) == ["/nl/gemeenten/brussel/", "/nl/gemeenten/elsene/"]
    listed = [text_of(link) for link in page.all("//ul[@class='names']//a") if "/gemeenten/" in link.get("href")]
    assert [name.replace(",", "") for name in found] == listed
    assert len(page.all("//*[local-name()='tspan']")) >= 19
