"""The figures of a year: what is counted where, what is left out, and what there is of nothing."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pytest

from affiche.locales import load_words
from affiche.model.indicators import Figures, Lead, Pair, Share, Tally
from affiche.model.interval import Interval
from affiche.outputs.indicators.lines import groups_of
from affiche.outputs.indicators.periods import computed, freeze, indicators_of, seasons, years
from affiche.outputs.indicators.words import short_words, value_words
from affiche.outputs.site import Site
from tests import factories as make
from tests.outputs.indicators.example import busy_site

HOUSES = [make.organisation(each, name=each.title()) for each in ("ana", "bo", "cle")]


def figures(*records: Any, year: int = 2026) -> Figures:
    return computed(make.site(*HOUSES, *records), Interval.year(year)).figures


def counts(tallies: tuple[Tally, ...]) -> dict[str, int]:
    return {each.id: each.count for each in tallies if each.count}


def test_nothing_has_no_share_no_mean_and_no_lead_time() -> None:
    found = figures()
    assert (found.events, found.lead, found.completeness, found.organisations, found.pairs) == (0, None, None, (), ())
    assert {name: share["of"] for name, share in asdict(found.shares).items()} == dict.fromkeys(asdict(found.shares), 0)
    assert found.shares.translated.percent is None


def test_an_empty_site_has_the_present_year_and_season_alone() -> None:
    site = make.site()
    assert [each.key for each in (*years(site), *seasons(site))] == ["2026", "2026-2027"]


def test_a_year_without_an_event_has_no_figures_between_two_that_have() -> None:
    site = make.site(*HOUSES, make.event("a", start="2023-05-01"), make.event("b", start="2027-05-01"))
    assert [each.key for each in years(site)] == ["2023", "2026", "2027"]
    assert [each.key for each in seasons(site)] == ["2022-2023", "2026-2027"]


def test_one_event_is_all_of_each_figure() -> None:
    found = figures(make.event(organisers=["ana"], disciplines=["music"], price="free"))
    assert (found.events, found.dates, counts(found.months)) == (1, 1, {"2026-12": 1})
    assert (counts(found.disciplines), counts(found.types), counts(found.states)) == (
        {"music": 1},
        {"concert": 1},
        {"scheduled": 1},
    )
    assert (found.shares.free, found.shares.translated, found.shares.joint) == (Share(1, 1), Share(1, 1), Share(0, 1))
    assert found.lead == Lead(1, 95, 95, 95)


@pytest.mark.parametrize(
    ("typed", "year"),
    [
        ({"start": "2025-12-31 23:30", "end": "2026-01-01 04:00"}, 2025),
        ({"dates": [{"start": "2026-01-02"}, {"start": "2025-12-30"}]}, 2025),
        ({"period": {"start": "2025-10-01", "end": "2026-03-01"}}, 2025),
        ({"period": {"start": "2026-01-01"}, "dates": [{"start": "2025-12-31 18:00"}]}, 2025),
        ({"period": {"end": "2026-03-01"}}, 2026),
        ({"start": "2025-winter"}, 2025),
    ],
)
def test_an_event_counts_once_in_the_year_of_its_first_day(typed: dict[str, Any], year: int) -> None:
    site = make.site(*HOUSES, make.event(organisers=["ana"], **typed))
    counted = {each.first.year: indicators_of(site, each).figures.events for each in years(site)}
    assert {each: count for each, count in counted.items() if count} == {year: 1}


def test_a_month_that_is_not_known_is_counted_apart() -> None:
    found = figures(make.event("a", organisers=["ana"], start="2026-autumn"), make.event("b", start="2026-09"))
    assert (counts(found.months), found.undated) == ({"2026-09": 1}, 1)


def test_lead_times_are_those_of_real_days_alone() -> None:
    found = figures(
        make.event("a", organisers=["ana"], start="2026-03-11", published="2026-03-01 23:30"),
        make.event("b", organisers=["ana"], start="2026-03-21 20:00", published="2026-03-01 08:00"),
        make.event("c", organisers=["ana"], start="2026-03-31", published="2026-03-01 08:00"),
        make.event("late", organisers=["ana"], start="2026-03-01", published="2026-03-02 08:00"),
        make.event("coarse", organisers=["ana"], start="2026-04", published="2026-03-01 08:00"),
    )
    assert found.lead == Lead(3, 10, 20, 30)


def test_a_lead_time_begins_when_an_event_may_be_seen() -> None:
    found = figures(make.event("a", organisers=["ana"], start="2026-12-01", publish_from="2026-11-20 09:00"))
    assert found.lead == Lead(1, 11, 11, 11)


def test_what_was_never_committed_has_no_lead_time() -> None:
    site = make.site(make.event(), past=make.history(make.organisation()))
    assert computed(site, Interval.year(2026)).figures.lead is None


def test_who_only_funds_makes_no_joint_event() -> None:
    funded = make.event("a", organisers=["ana", {"organisation": "bo", "role": "funder"}])
    found = figures(funded, make.event("b", organisers=["ana", "cle", "ana"]))
    assert [(each.id, each.events, each.joint, each.partners) for each in found.organisations] == [
        ("ana", 2, 1, 1),
        ("cle", 1, 1, 1),
    ]
    assert (found.pairs, found.shares.joint) == ((Pair("ana", "cle", 1),), Share(1, 2))


def test_professional_events_are_in_no_other_figure() -> None:
    found = figures(make.event(organisers=["ana", "bo"], audience="members", type="meeting"))
    assert (found.events, found.organisations, counts(found.professional)) == (0, (), {"meeting": 1})


@pytest.mark.parametrize(("count", "of", "percent"), [(1, 3, 33), (2, 3, 67), (1, 200, 1), (1, 201, 0), (0, 0, None)])
def test_shares_are_whole_percents(count: int, of: int, percent: int | None) -> None:
    assert Share(count, of).percent == percent


def test_a_share_is_of_no_less_than_itself() -> None:
    with pytest.raises(ValueError, match="2 of 1"):
        Share(2, 1)


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_every_line_of_every_group_has_its_words(language: str) -> None:
    site, words = busy_site(), load_words(language)
    groups = groups_of(indicators_of(site, Interval.year(2026)), site.calendar, words)
    assert len(groups) == 20
    for line in (line for group in groups for line in group.lines):
        assert line.label.text
        assert value_words(line, words)
        assert short_words(line, words)


def test_a_snapshot_stands_for_the_year_whatever_becomes_of_the_files() -> None:
    before = make.site(*HOUSES, make.event("a", organisers=["ana"], start="2025-05-01"))
    snapshot = freeze(before, 2025)
    after = Site(make.site(*HOUSES).calendar, snapshots={2025: snapshot})
    found = indicators_of(after, Interval.year(2025))
    assert (found.figures.events, found.frozen, found.state) == (1, make.NOW.date(), snapshot.state)
    assert [each.key for each in years(after)] == ["2025", "2026"]


def test_what_was_frozen_under_a_code_of_no_list_speaks_for_itself() -> None:
    site = make.site(*HOUSES, make.event("a", organisers=["ana"], disciplines=["music"], start="2025-05-01"))
    found = computed(site, Interval.year(2025))
    gone = type(found.figures)(
        **{**{name: getattr(found.figures, name) for name in asdict(found.figures)}, "disciplines": (Tally("mime", 3),)}
    )
    groups = groups_of(type(found)(found.interval, gone), site.calendar, load_words("fr"))
    (disciplines,) = (group for group in groups if group.key == "disciplines")
    assert [(line.label.text, line.count) for line in disciplines.lines] == [("mime", 3)]
