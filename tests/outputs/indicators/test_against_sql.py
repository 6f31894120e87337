"""Every indicator is counted twice: by the outputs from the files, by plain SQL from the data that they publish."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest

from affiche.build import prepare_site
from affiche.model.interval import Interval
from affiche.outputs.data.api import API
from affiche.outputs.indicators.data import INDICATORS
from affiche.outputs.site import Site
from affiche.plan import load_plan
from tests.factories import NOW
from tests.outputs.data.reading import is_data, rendered
from tests.outputs.indicators import by_sql
from tests.outputs.indicators.by_sql import Published, day_of
from tests.outputs.indicators.example import busy_site
from tests.projects import ROOT, make_project, plan_of

#: What is not known to be published before it counts as published at the first moment of the day of the build.
UNKNOWN = f"{NOW:%Y-%m-%d}T00:00:00+00:00"


@dataclass(frozen=True)
class Corpus:
    """The published data of a site, and its indicators as JSON by their year or season."""

    published: Published
    indicators: dict[str, Any]


@pytest.fixture(scope="module", params=["example", "busy", "real"])
def corpus(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("corpus")
    makers: dict[str, Callable[[], Site]] = {
        "example": lambda: prepare_site(plan_of(make_project(folder / "example"))).site,
        "busy": busy_site,
        "real": lambda: prepare_site(load_plan(ROOT / "mkdocs.yml", None, NOW)).site,
    }
    # What was frozen stays, whatever the files say by now.
    site = replace(makers[request.param](), snapshots={})
    files = rendered(artifact for artifact in INDICATORS.artifacts(site) if is_data(artifact.path))
    made = map(json.loads, files.values())
    return Corpus(Published(rendered(API.artifacts(site))), {value["id"]: value for value in made})


def figures(corpus: Corpus) -> Iterator[tuple[str, dict[str, Any], dict[str, str]]]:
    """The figures of each year and season, and its days as SQL has them."""
    for key, value in corpus.indicators.items():
        yield key, value["figures"], {"first": value["first"], "last": value["last"]}


def value_at(figures: dict[str, Any], path: str) -> Any:
    for name in path.split("."):
        figures = figures[name]
    return figures


def test_there_are_figures_of_each_year_and_season_in_which_something_begins(corpus: Corpus) -> None:
    days = corpus.published.base.execute("SELECT first FROM starts").fetchall()
    years = {day[:4] for (day,) in days} | {str(NOW.year)}
    assert {key for key in corpus.indicators if len(key) == 4} == years
    begun = {int(day[:4]) - (day[5:7] < "09") for (day,) in days} | {NOW.year}
    assert {key for key in corpus.indicators if len(key) > 4} == {f"{year}-{year + 1}" for year in begun}


@pytest.mark.parametrize("name", by_sql.NUMBERS)
def test_number_is_that_of_sql(corpus: Corpus, name: str) -> None:
    for key, found, span in figures(corpus):
        assert (key, corpus.published.ask(by_sql.NUMBERS[name], **span)) == (key, [value_at(found, name)])


@pytest.mark.parametrize("name", by_sql.TALLIES)
def test_tallies_are_those_of_sql(corpus: Corpus, name: str) -> None:
    for key, found, span in figures(corpus):
        counts = {each["id"]: each["count"] for each in value_at(found, name) if each["count"]}
        assert (key, dict(corpus.published.ask(by_sql.TALLIES[name], **span))) == (key, counts)


@pytest.mark.parametrize("name", by_sql.SHARES)
def test_share_is_that_of_sql(corpus: Corpus, name: str) -> None:
    for key, found, span in figures(corpus):
        ((count, of),) = corpus.published.ask(by_sql.SHARES[name], **span)
        assert (key, {"count": count or 0, "of": of}) == (key, found["shares"][name])


def test_organisations_and_their_network_are_those_of_sql(corpus: Corpus) -> None:
    for key, found, span in figures(corpus):
        members = [(each["id"], each["events"], each["joint"], each["partners"]) for each in found["organisations"]]
        pairs = [(each["first"], each["second"], each["events"]) for each in found["pairs"]]
        asked = (corpus.published.ask(query, **span) for query in (by_sql.ORGANISATIONS, by_sql.PAIRS))
        assert (key, *asked) == (key, members, pairs)


def test_features_are_those_of_sql(corpus: Corpus) -> None:
    for key, found, span in figures(corpus):
        features = sorted((each["id"], each["yes"], each["partial"], each["no"]) for each in found["features"])
        assert (key, corpus.published.ask(by_sql.FEATURES, **span)) == (key, features)


def test_lead_time_is_that_of_sql(corpus: Corpus) -> None:
    for key, found, span in figures(corpus):
        ranked = corpus.published.ask(by_sql.LEADS, unknown=UNKNOWN, **span)
        by_rank = {rank: int(days) for days, rank, _ in ranked}
        total = ranked[0][2] if ranked else 0
        quartiles = [by_rank[(quarter * total + 3) // 4] for quarter in (1, 2, 3)] if ranked else []
        lead = found["lead"]
        assert (key, [total, *quartiles] if ranked else None) == (key, [*lead.values()] if lead else None)


def test_missing_texts_and_completeness_are_those_of_sql(corpus: Corpus) -> None:
    for key, found, span in figures(corpus):
        assert (key, dict(corpus.published.ask(by_sql.DEBTS, **span))) == (
            key,
            {each["language"]: each["missing"] for each in found["debts"]},
        )
        (points,) = corpus.published.ask(by_sql.POINTS, **span)
        assert (key, None if points is None else int(points + 0.5)) == (key, found["completeness"])


@pytest.mark.parametrize("name", by_sql.OF_FILES)
def test_state_of_all_files_is_that_of_sql(corpus: Corpus, name: str) -> None:
    asked = corpus.published.ask(by_sql.OF_FILES[name], today=f"{NOW:%Y-%m-%d}")
    match corpus.indicators[str(NOW.year)]["state"][name]:
        case list(found):
            rows = [tuple(each[key] for key in each if key != "texts") for each in found]
            assert asked == sorted(row for row in rows if row[-1])
        case dict(found):
            assert asked == [(found["count"], found["of"])]
        case found:
            assert [int(points + 0.5) for points in asked] == [found]


def test_the_table_of_events_has_the_same_dates(corpus: Corpus) -> None:
    query = "SELECT event, count(*) FROM {} GROUP BY 1"
    rows = dict(corpus.published.base.execute(query.format("rows")).fetchall())
    dates = dict(corpus.published.base.execute(query.format("dates")).fetchall())
    assert rows == {event: dates[event] for event in rows}


@pytest.mark.parametrize(
    ("start", "day"),
    [("2026-12-05T20:00:00+01:00", "2026-12-05"), ("2026-10", "2026-10-01"), ("2026-autumn", "2026-09-01")],
)
def test_a_day_is_read_from_any_start(start: str, day: str) -> None:
    assert day_of(start) == day


def test_a_season_and_a_year_are_the_days_that_they_say() -> None:
    season, year = Interval.season(2025), Interval.year(2025)
    assert (season.key, str(season.first), str(season.last)) == ("2025-2026", "2025-09-01", "2026-08-31")
    assert (year.key, str(year.first), str(year.last), year.before.key) == ("2025", "2025-01-01", "2025-12-31", "2024")
    assert (season.months[0], season.months[-1], season.before.key) == ("2025-09", "2026-08", "2024-2025")
