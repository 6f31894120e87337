"""Feeds of the whole agenda as a reader sees them."""

from __future__ import annotations

from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

import feedparser

from affiche.outputs.output import Output
from affiche.outputs.site import Site
from tests.outputs.feed_rules import Limits, faults


def feed_of(output: Output, site: Site, language: str = "fr") -> bytes:
    """A feed of an output in a language, in which no rule is broken."""
    data = next(each.render() for each in output.artifacts(site) if each.path.startswith(f"{language}/"))
    assert list(faults(data, Limits(site.calendar.now))) == []
    return data


def read(output: Output, site: Site, language: str = "fr") -> Any:
    """The same, as feedparser reads it."""
    feed = feedparser.parse(feed_of(output, site, language))
    assert not feed.bozo
    return feed


def dated(output: Output, site: Site) -> dict[str, datetime]:
    """The date of each item by guid without its host, in order."""
    found = {entry.id.replace("@example.org", ""): entry.published for entry in read(output, site).entries}
    return {key: parsedate_to_datetime(published) for key, published in found.items()}
