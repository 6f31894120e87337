"""Titles of feeds and calendars have plain spaces: those of French typography are for pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from icalendar import Calendar as Vcalendar
from lxml import etree

from affiche.model.change import Change
from affiche.outputs.changes import CHANGES
from affiche.outputs.digest import DIGEST
from affiche.outputs.ics import ICS
from affiche.outputs.last_chance import LAST_CHANCE
from affiche.outputs.output import Output
from affiche.outputs.rss import RSS
from affiche.outputs.site import Site
from affiche.outputs.week import WEEK
from tests import factories as make

NOW = datetime(2026, 12, 2, 12, tzinfo=UTC)
TITLE = "Le «\u00a0Bal\u202f»\u202f: la fin\u00a0!"
PLAIN = "Le « Bal » : la fin !"


def site() -> Site:
    events = (
        make.event("bal", title=TITLE, start="2026-12-03 20:00"),
        make.event("expo", title=TITLE, period={"start": "2026-09-01", "end": "2026-12-06"}),
        make.event("annule", title=TITLE, status="cancelled"),
    )
    records = (*events, make.organisation(name=TITLE))
    change = Change("annule", "annule.20261205T2000", "cancelled", NOW, affected=("annule.20261205T2000",))
    return make.site(*records, now=NOW, past=replace(make.history(*records), changes=(change,)))


@pytest.mark.parametrize("output", [RSS, WEEK, DIGEST, LAST_CHANCE, CHANGES], ids=lambda output: output.name)
def test_titles_of_feeds_have_plain_spaces(output: Output) -> None:
    titles = [
        title.text or ""
        for artifact in output.artifacts(site())
        for title in etree.fromstring(artifact.render()).iter("title")
    ]
    assert len(titles) > len(site().languages)
    assert [title for title in titles if " ".join(title.split()) != title] == []


def test_lines_of_the_digest_have_plain_spaces() -> None:
    (text,) = {
        etree.fromstring(artifact.render()).findtext("channel/item/description", "").split("\n")[1]
        for artifact in DIGEST.artifacts(site())
        if artifact.path.startswith("fr/")
    }
    assert text == f"• 20 h · {PLAIN}"


def test_names_and_summaries_of_calendars_have_plain_spaces() -> None:
    for artifact in ICS.artifacts(site()):
        calendar = Vcalendar.from_ical(artifact.render())
        summaries = (entry["SUMMARY"] for entry in calendar.walk("VEVENT"))
        shown = map(str, (calendar["NAME"], calendar["X-WR-CALNAME"], *summaries))
        assert [name for name in shown if " ".join(name.split()) != name] == []
