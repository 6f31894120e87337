"""The page of what has changed: cancelled, moved, sold out, announced; the newest day first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from itertools import groupby
from typing import Any

from affiche.model.event import Event
from affiche.outputs.artifact import Artifact
from affiche.outputs.cards import organiser_names
from affiche.outputs.change_words import change_facts
from affiche.outputs.changes import PAGE, Told, told_changes, told_stamp
from affiche.outputs.entry_texts import event_title
from affiche.outputs.news import NEWS_LASTS, news_of
from affiche.outputs.pages.change_archive import change_archive_artifacts, change_months, month_links
from affiche.outputs.pages.change_lines import Line
from affiche.outputs.pages.page import own_page, page_artifact
from affiche.outputs.site import Site
from affiche.outputs.stamps import cards_fingerprint
from affiche.outputs.when import takes_place, when_words


@dataclass(frozen=True, slots=True)
class Happening:
    """What happened to an event at a moment (aware): it was announced, or it changed."""

    moment: datetime
    event: Event
    told: Told | None = None


def change_artifacts(site: Site) -> Iterator[Artifact]:
    """The page in each language, and those of the months that were."""
    yield from change_archive_artifacts(site)
    happenings = _happenings(site)
    told = [(each.moment, told_stamp(site, each.told) if each.told else each.event.id) for each in happenings]
    stamp = told, [*change_months(site)], cards_fingerprint(site, [each.event for each in happenings if not each.told])
    for language in site.languages:
        words = site.words[language]
        page = own_page(
            site, language, PAGE, title=words("nav.changes"), description=words("changes.lead"), section="agenda"
        )
        yield page_artifact(site, page, "changes.html", stamp, partial(_view, site, language, happenings))


def _happenings(site: Site) -> list[Happening]:
    """The changes of the last weeks and what the feed of news has of them, the newest first: that is never too much."""
    news, horizon = news_of(site), site.calendar.now - NEWS_LASTS
    since = news.public_since
    announced = [
        Happening(since[event.id], event)
        for event in news.of(None)
        if since[event.id] >= horizon and takes_place(site, event)
    ]
    changed = [Happening(told.change.moment, told.event, told) for told in told_changes(site)]
    return sorted([*changed, *announced], key=lambda each: (-each.moment.timestamp(), each.event.id))


def _view(site: Site, language: str, happenings: Sequence[Happening]) -> Mapping[str, Any]:
    days = groupby(happenings, key=partial(_day, site))
    dates = site.dates[language]
    return {
        "days": [
            (day.isoformat(), dates.day(day), [_line(site, each, language) for each in found]) for day, found in days
        ],
        "years": month_links(site, language),
    }


def _day(site: Site, happening: Happening) -> date:
    return happening.moment.astimezone(site.calendar.settings.time_zone).date()


def _line(site: Site, happening: Happening, language: str) -> Line:
    event, told = happening.event, happening.told
    if told is None:
        news, facts = site.words[language]("changes.new"), [when_words(site, language, event)]
    else:
        news, *facts = change_facts(site, told.change, told.entries, language)
    facts.append(", ".join(name.text for name in organiser_names(site, language, event)))
    return Line(news, event_title(site, event, language), site.href(site.routes.record(language, event)), facts)
