"""The indicators as maintainers read them in a terminal, in an issue, or by a program."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from affiche.desk.indicators import render_indicators
from affiche.desk.list_formats import LIST_FORMATS
from affiche.model.interval import Interval
from affiche.outputs.indicators.data import indicator_fields
from affiche.outputs.indicators.periods import freeze, indicators_of
from tests import factories as make
from tests.outputs.indicators.example import busy_site

YEAR = Interval.year(2026)
HOSTILE = "Zin|neke` @ana <!-- x -->"


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("fr", ["Indicateurs : 2026", "", "En bref", "  Événements : 11"]),
        ("nl", ["Indicatoren: 2026", "", "In het kort", "  Evenementen: 11"]),
        ("en", ["Indicators: 2026", "", "In short", "  Events: 11"]),
    ],
)
def test_text_is_a_heading_and_a_line_a_figure(language: str, first: list[str]) -> None:
    assert render_indicators(busy_site(), YEAR, language, "text").splitlines()[:4] == first


def test_markdown_is_a_table_a_group() -> None:
    lines = render_indicators(busy_site(), Interval.season(2026), "fr", "markdown").splitlines()
    assert lines[:7] == [
        "Indicateurs : Saison 2026-2027",
        "",
        "## En bref",
        "",
        "| Quoi | Nombre |",
        "| --- | --- |",
        "| Événements | 10 |",
    ]


def test_json_is_that_of_the_published_data() -> None:
    site = busy_site()
    assert json.loads(render_indicators(site, YEAR, "fr", "json")) == indicator_fields(indicators_of(site, YEAR))


@pytest.mark.parametrize("format", LIST_FORMATS)
def test_names_that_others_wrote_stand_as_code_in_markdown(format: str) -> None:  # noqa: A002 - the option's name
    site = make.site(make.organisation(name=HOSTILE), make.event())
    told = render_indicators(site, YEAR, "fr", format)
    shown = {"text": HOSTILE, "markdown": r"``Zin\|neke` @ana <!-- x -->``", "json": json.dumps(HOSTILE)}
    assert shown[format] in told


def test_a_frozen_year_says_so() -> None:
    site = busy_site()
    told = render_indicators(replace(site, snapshots={2025: freeze(site, 2025)}), Interval.year(2025), "nl", "text")
    assert told.splitlines()[1] == "Cijfers vastgelegd op 21 november 2026 (definities, versie 1)."
