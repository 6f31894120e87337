"""Campaigns: what their files may say, on which days they are, whom their rule takes."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from affiche.model.campaign import Campaign
from tests import factories as make
from tests.typed import codes_of, faults_of

WINTER = date(2026, 12, 1), date(2026, 12, 31)


def test_a_pick_is_an_id_or_says_why() -> None:
    picks = make.campaign(selection=["nuit-ouverte", {"event": "bal", "comment": {"fr": "À voir"}}]).selection
    assert [(pick.event, pick.comment and pick.comment["fr"]) for pick in picks] == [
        ("nuit-ouverte", None),
        ("bal", "À voir"),
    ]


@pytest.mark.parametrize(
    ("typed", "hint"), [("#bruxelles hiver", "bruxelleshiver"), ("l’hiver", "lhiver"), ("2026", "2026")]
)
def test_a_hashtag_that_networks_do_not_read_is_corrected(typed: str, hint: str) -> None:
    (fault,) = faults_of(Campaign, hashtags=[typed])
    assert (fault.code, fault.hint) == ("hashtag-format", hint)


@pytest.mark.parametrize("typed", ["hiver", "noël2026", "2026_hiver", "ÉTÉ"])
def test_a_hashtag_has_letters(typed: str) -> None:
    assert codes_of(Campaign, hashtags=[typed]) == []


def test_days_in_disorder_and_an_event_picked_twice_are_told() -> None:
    wrong = {"from": "2026-12-31", "until": "2026-12-01", "selection": ["bal", {"event": "bal"}]}
    assert codes_of(Campaign, **wrong) == [("end-before-start", "until"), ("pick-twice", "selection.1")]


def test_a_step_needs_its_day_its_channel_and_what_is_done() -> None:
    steps = [{"date": "2026-12-01", "channel": "instagrm", "action": "Annoncer"}, {"channel": "press"}]
    assert codes_of(Campaign, language="fr", steps=steps) == [
        ("value-unknown", "steps.0.channel"),
        ("field-missing", "steps.1"),
        ("field-missing", "steps.1"),
    ]


@pytest.mark.parametrize(
    ("day", "is_on", "is_over"),
    [
        (date(2026, 11, 30), False, False),
        (date(2026, 12, 1), True, False),
        (date(2026, 12, 31), True, False),
        (date(2027, 1, 1), False, True),
    ],
)
def test_a_campaign_is_on_between_its_days(day: date, *, is_on: bool, is_over: bool) -> None:
    campaign = make.campaign()
    assert (campaign.is_on(day), campaign.is_over(day)) == (is_on, is_over)


def test_a_campaign_without_days_is_always_on() -> None:
    undated: dict[str, Any] = {"from": None, "until": None}
    campaign = make.campaign(**undated)
    assert (campaign.is_on(date(2000, 1, 1)), campaign.meets(*WINTER), campaign.meets(None, None)) == (True, True, True)


@pytest.mark.parametrize(
    ("first", "last", "meets"),
    [
        (date(2026, 11, 1), date(2026, 11, 30), False),
        (date(2026, 11, 1), date(2026, 12, 1), True),
        (date(2026, 12, 31), None, True),
        (date(2027, 1, 1), None, False),
        (None, date(2026, 11, 30), False),
        (None, date(2026, 12, 5), True),
    ],
)
def test_a_campaign_meets_what_shares_one_of_its_days(first: date | None, last: date | None, *, meets: bool) -> None:
    assert make.campaign().meets(first, last) is meets


@pytest.mark.parametrize(
    ("rule", "takes"),
    [
        ({}, False),
        ({"disciplines": ["music"]}, True),
        ({"disciplines": ["dance"]}, False),
        ({"types": ["concert"]}, True),
        ({"types": ["concert"], "disciplines": ["dance"]}, False),
        ({"municipalities": ["Ixelles"]}, True),
    ],
)
def test_a_rule_takes_what_meets_all_of_it(rule: dict[str, Any], *, takes: bool) -> None:
    assert make.campaign(**rule).takes(make.event(disciplines=["music"])) is takes
