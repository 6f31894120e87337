"""The history of one event as a feed: all its changes, beside its page, which leads to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import feedparser

from affiche.model.change import Change
from affiche.model.event import Event
from affiche.outputs.artifact import Artifact
from affiche.outputs.event_changes import EVENT_CHANGES
from affiche.outputs.markup import make_environment
from affiche.outputs.pages.events import event_artifacts
from affiche.outputs.site import Site
from affiche.sources.assets import load_assets
from tests import factories as make
from tests.factories import NOW
from tests.outputs.feed_rules import Limits, faults
from tests.pages import parse_page
from tests.projects import ROOT

DATE = "nuit-ouverte.20261205T2000"


def change(kind: str, ago: int, after: object = None, before: object = None, of: str = "nuit-ouverte") -> Change:
    """A change some days ago."""
    moment, date = NOW - timedelta(days=ago), f"{of}.20261205T2000"
    return Change(of, date, kind, moment, before, after, (date,))  # type: ignore[arg-type]


def site(*changes: Change, event: Event | None = None) -> Site:
    records = event or make.event(venue="la-vallee"), make.event("bal"), make.organisation(), make.venue()
    made = make.site(*records, past=replace(make.history(*records), changes=changes))
    overrides = ROOT / "overrides"
    return replace(made, templates=make_environment(overrides), assets=load_assets(overrides))


def feeds(made: Site) -> dict[str, Artifact]:
    return {each.path: each for each in EVENT_CHANGES.artifacts(made)}


def items(made: Site, path: str) -> Any:
    data = feeds(made)[path].render()
    assert list(faults(data, Limits(NOW))) == []
    return feedparser.parse(data).entries


OFF_AND_ON = change("cancelled", 400), change("on-again", 300), change("venue", 3, after="la-vallee")


def test_only_an_event_that_has_changed_has_a_feed() -> None:
    assert [*feeds(site())] == []
    assert [*feeds(site(*OFF_AND_ON))] == [
        "fr/evenements/nuit-ouverte/changes.xml",
        "nl/evenementen/nuit-ouverte/changes.xml",
    ]


def test_the_feed_has_all_changes_the_newest_first_whether_they_still_hold_or_not() -> None:
    found = items(site(*OFF_AND_ON), "fr/evenements/nuit-ouverte/changes.xml")
    assert [item.title for item in found] == [
        "Nuit ouverte – Autre lieu : La Vallée",
        "Nuit ouverte – A lieu finalement",
        "Nuit ouverte – Annulé",
    ]
    assert found[0].id == f"{DATE}@example.org#venue-20261118T120000Z"
    assert found[0].link == "https://example.org/fr/evenements/nuit-ouverte/#venue-20261118T120000Z"


def test_a_change_to_come_is_in_no_feed() -> None:
    assert [*feeds(site(change("cancelled", -3)))] == []


def test_the_feed_of_an_event_that_is_withdrawn_goes_on_answering_and_says_that_alone() -> None:
    withdrawn = {"date": "2026-11-20", "reason": {"fr": "Un canular.", "nl": "Een grap."}}
    event = make.event(venue="la-vallee", summary={"fr": "Secret"}, withdrawn=withdrawn)
    (item,) = items(site(change("venue", 9, "la-vallee"), change("cancelled", 1), event=event),
                    "fr/evenements/nuit-ouverte/changes.xml")  # fmt: skip
    assert (item.title, item.summary) == ("Retiré de l’agenda – Annulé", "Un canular.")


def test_a_new_change_makes_the_feed_of_its_event_again_and_no_other() -> None:
    before = feeds(site(OFF_AND_ON[0], change("sold-out", 2, of="bal")))
    after = feeds(site(*OFF_AND_ON, change("sold-out", 2, of="bal")))
    assert {path for path in before if before[path].fingerprint != after[path].fingerprint} == {
        "fr/evenements/nuit-ouverte/changes.xml",
        "nl/evenementen/nuit-ouverte/changes.xml",
    }


def test_the_page_leads_to_the_feed_and_has_the_place_of_each_change() -> None:
    pages = {each.path: each.render() for each in event_artifacts(site(*OFF_AND_ON))}
    other, found = (parse_page(path, pages[path]) for path in pages if path.startswith("fr/"))
    address = "/fr/evenements/nuit-ouverte/changes.xml"
    assert found.all(f"//link[@href='{address}']/@title") == ["Ce qui a changé · Nuit ouverte"]
    assert found.texts(f"//section[@aria-labelledby='history']//a[@href='{address}']") == [
        "S’abonner à ces changements (RSS)"
    ]
    assert found.all("//section[@aria-labelledby='history']//div/@id") == [each.anchor for each in OFF_AND_ON[::-1]]
    assert other.texts("//section[@aria-labelledby='history']") == []
