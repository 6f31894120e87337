"""Feeds of the whole agenda: what they hold of the drafts they are given."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import feedparser
import pytest
from lxml import etree

from affiche.outputs.output import Output
from affiche.outputs.rss_channel import Draft, agenda_feed, draft
from affiche.outputs.rss_xml import Telling, make_item
from affiche.outputs.site import Site
from tests import factories as make
from tests.outputs.agenda_feeds import feed_of


def item(site: Site, number: int, _language: str) -> bytes:
    dated, address = make.NOW - timedelta(hours=number), f"https://example.org/{number}"
    title = "A\x00B" if number == 3 else f"Un {number}"
    return make_item(site, Telling(f"week-{number}@example.org", address, title, dated, "Texte", "<p>Texte</p>"))


def feed(count: int) -> Output:
    """A feed of so many items, of which the fourth cannot be made."""

    def drafts(site: Site) -> list[Draft]:
        return [
            draft(f"n-{number}", [str(number)], make.NOW - timedelta(days=number), partial(item, site, number))
            for number in range(count)
        ]

    return agenda_feed("week", drafts)


def test_feed_holds_its_first_two_hundred_items_less_those_that_cannot_be_made(
    caplog: pytest.LogCaptureFixture,
) -> None:
    items = etree.fromstring(feed_of(feed(230), make.site())).iter("item")
    assert [each.findtext("title") for each in items] == [f"Un {number}" for number in range(200) if number != 3]
    assert [record.getMessage().partition(" (")[0] for record in caplog.records] == ["n-3 is left out of the feeds"]


def test_feed_holds_its_first_items_of_which_mailing_services_take_the_bytes() -> None:
    def drafts(site: Site) -> list[Draft]:
        long = Telling("n@example.org", "https://example.org/", "N", make.NOW, "Texte", "x" * 90_000)
        return [draft("n", ["n"], make.NOW, lambda _: make_item(site, long)) for _ in range(9)]

    data = next(iter(agenda_feed("week", drafts).artifacts(make.site()))).render()
    assert (len(list(etree.fromstring(data).iter("item"))), len(data) < 512 * 1024) == (5, True)


def test_feed_changed_when_the_newest_of_its_items_did() -> None:
    assert feedparser.parse(feed_of(feed(3), make.site())).feed.updated == "Sat, 21 Nov 2026 12:00:00 +0000"


def test_feed_fingerprint_is_new_with_an_item_or_its_date() -> None:
    stamps = [next(iter(feed(count).artifacts(make.site()))).fingerprint for count in (2, 3, 200, 230)]
    assert (len(set(stamps)), stamps[2] == stamps[3]) == (3, True)


def test_feed_offers_itself_once_beside_the_agenda() -> None:
    subscription = feed(1).subscription
    assert subscription
    assert (subscription.file_name, subscription.is_single, subscription.title) == ("week.xml", True, "feed.week.title")
