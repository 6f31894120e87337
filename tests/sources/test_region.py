"""The table of municipalities, and our own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from affiche.model.language import fold_name
from affiche.model.region import Municipality, Region
from affiche.model.settings import SettingsError
from affiche.model.text import Text
from affiche.sources.region import load_region

TABLE = Path(__file__).parents[2] / "data/municipalities.yaml"
BRUSSELS = load_region(TABLE)
ROW = """
municipalities:
  - nis: "21004"
    slug: {fr: bruxelles, nl: brussel}
    name: {fr: Bruxelles, nl: Brussel}
    postal_codes: ["1000", "1020"]
    centre: [50.8729, 4.3767]
"""


def test_region_is_read_as_typed(tmp_path: Path) -> None:
    (tmp_path / "table.yaml").write_text(
        f"{ROW}    aliases: [Laeken]\n    short: {{fr: Bxl, nl: Bxl}}\n", encoding="utf-8"
    )
    brussels = Municipality(
        "21004",
        Text.of(fr="Bruxelles", nl="Brussel"),
        Text.of(fr="bruxelles", nl="brussel"),
        ("1000", "1020"),
        (50.8729, 4.3767),
        ("Laeken",),
        Text.of(fr="Bxl", nl="Bxl"),
    )
    assert load_region(tmp_path / "table.yaml") == Region((brussels,))


def test_site_without_a_table_has_no_municipalities(tmp_path: Path) -> None:
    assert load_region(tmp_path / "table.yaml") == Region()


@pytest.mark.parametrize("line", ["nis", "name", "slug", "postal_codes", "centre"])
def test_table_without_a_field_is_an_error(tmp_path: Path, line: str) -> None:
    text = "\n".join(each.replace(line, "other") for each in ROW.split("\n"))
    (tmp_path / "table.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=line):
        load_region(tmp_path / "table.yaml")


@pytest.mark.parametrize(
    "data", [b"\xff\xfe", b"municipalities: [", b"- 1", b"[" * 20], ids=["bytes", "open", "list", "deep"]
)
def test_table_that_is_none_is_an_error(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "table.yaml").write_bytes(data)
    with pytest.raises(SettingsError, match=r"table\.yaml"):
        load_region(tmp_path / "table.yaml")


def test_brussels_has_nineteen_municipalities_with_addresses_of_their_own() -> None:
    assert len({each.id for each in BRUSSELS.municipalities}) == len(BRUSSELS.municipalities) == 19
    for language in ("fr", "nl", "en"):
        slugs = [each.slug(language) for each in BRUSSELS.municipalities]
        assert [slug for slug in slugs if not re.fullmatch("[a-z]+(-[a-z]+)*", slug)] == []
        assert len({*slugs}) == 19


def test_each_name_and_code_of_brussels_is_of_one_municipality() -> None:
    names = [
        {fold_name(name) for name in (*each.aliases, *each.name.values())} | {*each.postal_codes}
        for each in BRUSSELS.municipalities
    ]
    assert sum(map(len, names)) == len(set().union(*names))
    found = [{BRUSSELS.find(name) for name in group} for group in names]
    assert found == [{each} for each in BRUSSELS.municipalities]


def test_codes_and_centres_of_brussels_are_in_brussels() -> None:
    codes = {code for each in BRUSSELS.municipalities for code in each.postal_codes}
    assert {code for code in codes if not re.fullmatch("1[012][0-9]{2}", code)} == set()
    for each in BRUSSELS.municipalities:
        assert 50.76 < each.centre[0] < 50.92
        assert 4.24 < each.centre[1] < 4.48
