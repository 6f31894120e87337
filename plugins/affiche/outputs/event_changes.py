"""The history of one event as a feed beside its page: every change since it was announced, still so or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from affiche.model.change import CANCELLED, Change
from affiche.model.event import Event
from affiche.outputs.artifact import Artifact
from affiche.outputs.change_words import dates_about, then_words, venues_in
from affiche.outputs.entries import entries_of
from affiche.outputs.entry_texts import event_title
from affiche.outputs.output import Output
from affiche.outputs.rss_channel import Channel, Draft, draft, feed_artifacts
from affiche.outputs.rss_html import item_html, paragraph
from affiche.outputs.rss_item import description_words, event_categories, plain_line
from affiche.outputs.rss_xml import Telling, make_item
from affiche.outputs.site import Site

FILE_NAME = "changes.xml"


def known_changes(site: Site, event: Event) -> Sequence[Change]:
    """The changes of an event so far, the oldest first; of a withdrawn one, only that it does not take place."""
    found = site.calendar.history.of_event.get(event.id, ())
    known = [change for change in found if change.moment <= site.calendar.now]
    return [change for change in known if change.kind == CANCELLED] if event.withdrawn else known


def changed_events(site: Site) -> Iterator[tuple[Event, Sequence[Change]]]:
    """Every event that has changed so far, with its changes; also one that is withdrawn."""
    events = {event.id: event for event in entries_of(site).events}
    for event_id in site.calendar.history.of_event:
        event = events.get(event_id)
        if event and (known := known_changes(site, event)):
            yield event, known


def history_path(site: Site, language: str, event: Event) -> str:
    """Where the feed stands."""
    return f"{site.routes.record(language, event)}{FILE_NAME}"


def event_change_artifacts(site: Site) -> Iterator[Artifact]:
    """The feed of each event that has changed, in each language; it goes on answering once an event is withdrawn."""
    for event, known in changed_events(site):
        channels = [_channel(site, event, language) for language in site.languages]
        yield from feed_artifacts(site, channels, [_draft(site, event, change) for change in reversed(known)])


def _channel(site: Site, event: Event, language: str) -> Channel:
    words, title = site.words[language], event_title(site, event, language).text
    return Channel(
        language=language,
        path=history_path(site, language, event),
        page=site.routes.record(language, event),
        title=words(
            "feed.channel", title=words("feed.event.title", title=title), site=site.calendar.settings.site_name
        ),
        description=words("feed.event.text"),
    )


def _draft(site: Site, event: Event, change: Change) -> Draft:
    behind = [site.calendar.digest_of(venue) for venue in venues_in(site, change)]
    shown = site.calendar.digests.get(event.id) or site.calendar.digest_of(event)
    return draft(event.id, [str(change), shown, *behind], change.moment, partial(_item, site, event, change))


def _item(site: Site, event: Event, change: Change, language: str) -> bytes:
    """A change as it was told then; the same item in this feed and in that of all changes has the same identity."""
    words, title = site.words[language], event_title(site, event, language).text
    text = then_words(site, change, language)
    facts = [text, *_dates(site, event, change, language)]
    if event.withdrawn:
        facts = [site.show(event.withdrawn.reason, language).text]
    telling = Telling(
        key=f"{site.calendar.settings.identify(change.uid_local)}#{change.anchor}",
        link=f"{site.absolute(site.routes.record(language, event))}#{change.anchor}",
        title=plain_line(words("feed.item.title", title=title, date=text)),
        dated=change.moment,
        description=facts[0] if event.withdrawn else description_words(site, event, language, facts),
        html=paragraph(*facts) if event.withdrawn else item_html(site, event, language, None, facts),
        categories=[] if event.withdrawn else list(event_categories(site, event, language)),
    )
    return make_item(site, telling)


def _dates(site: Site, event: Event, change: Change, language: str) -> Iterator[str]:
    """Which of several dates a change was about, as far as they are still there."""
    entries = entries_of(site).by_event.get(event.id, ())
    affected = [entry for entry in entries if entry.id in change.affected]
    if affected and len(entries) > 1:
        yield dates_about(site, affected, language)


EVENT_CHANGES = Output("event changes", event_change_artifacts)
