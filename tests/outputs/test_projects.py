"""How far joint projects are, what they seek, which of their events are whose."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from affiche.model.project import Project
from affiche.outputs.projects import joint_events, partner_names, project_stamp, seeking_words, seeks_of, stage_of
from tests import factories as make

TODAY = date(2026, 11, 21)
SPACE = {"kind": "space", "text": {"fr": "Un hangar"}}
PARTNER = {"kind": "partner", "text": {"fr": "Une école"}}


@pytest.mark.parametrize(
    ("typed", "stage"),
    [
        ({}, "unknown"),
        ({"start": "2026-09"}, "running"),
        ({"start": "2027-01"}, "planned"),
        ({"start": "2026-09", "end": "2026-11"}, "running"),
        ({"end": "2026-10"}, "done"),
        ({"stage": "idea", "start": "2026-01"}, "idea"),
        ({"stage": "running", "end": "2025-12-31"}, "done"),
    ],
)
def test_stage_of_a_project_is_what_it_says_until_its_end(typed: dict[str, Any], stage: str) -> None:
    project = make.record(Project, "parade", name="La parade", organisations=["zinneke"], **typed)
    assert stage_of(project, TODAY) == stage


def test_seeks_of_a_project_are_those_that_are_not_past_and_none_once_it_is_done() -> None:
    late, last = {**SPACE, "until": "2026-11-20"}, {**SPACE, "until": "2026-11-21"}
    project = make.project(seeks=[late, last, PARTNER])
    site = make.site(project)
    assert [seek.kind for seek in seeks_of(site, project)] == ["space", "partner"]
    assert seeks_of(site, make.project(seeks=[PARTNER], end="2026-01")) == []


@pytest.mark.parametrize(
    ("seeks", "french", "dutch"),
    [
        ([], "", ""),
        ([SPACE, PARTNER], "Cherche des partenaires", "Zoekt partners"),
        ([SPACE, {**SPACE, "kind": "funding"}], "Cherche : espace et financement", "Zoekt: ruimte en financiering"),
    ],
)
def test_a_project_says_what_it_looks_for(seeks: list[object], french: str, dutch: str) -> None:
    project = make.project(seeks=seeks)
    site = make.site(project)
    assert (seeking_words(site, project, "fr"), seeking_words(site, project, "nl")) == (french, dutch)


def test_partner_names_are_those_of_organisations_that_there_are_each_once() -> None:
    partners = ["zinneke", {"organisation": "kvs", "role": "host"}, {"organisation": "zinneke", "role": "funder"}, "?"]
    project = make.project(organisations=[*partners[:3], "nobody"])
    site = make.site(project, make.organisation(), make.organisation("kvs", name="KVS"))
    assert partner_names(site, project, "fr") == "Zinneke, KVS"


def test_joint_events_are_the_public_ones_that_others_make() -> None:
    ours, theirs = make.organisation(), make.organisation("kvs")
    events = [
        make.event("a-nous", projects=["parade"]),
        make.event("a-eux", projects=["parade"], organisers=["kvs"]),
        make.event("reunion", projects=["parade"], organisers=["kvs"], audience="members"),
        make.event("autre", organisers=["kvs"]),
    ]
    site = make.site(ours, theirs, make.project(organisations=["zinneke", "kvs"]), *events)
    assert [event.id for event in joint_events(site, ours)] == ["a-eux"]
    assert [event.id for event in joint_events(site, theirs)] == ["a-nous"]


def test_project_stamp_changes_with_a_partner_and_with_the_day_that_a_wish_ends() -> None:
    project = make.project(seeks=[{**SPACE, "until": "2026-11-21"}])
    before = project_stamp(make.site(project, make.organisation()), project)
    assert project_stamp(make.site(project, make.organisation(name="Autre")), project) != before
    tomorrow = make.NOW.replace(day=22)
    assert project_stamp(make.site(project, make.organisation(), now=tomorrow), project) != before
