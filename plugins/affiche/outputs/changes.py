"""What has changed of events that were announced before: the changes to tell, and the feed that tells each once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from affiche.model.change import FULL, MOVED_ONLINE, SOLD_OUT, Change
from affiche.model.event import Event
from affiche.model.fingerprint import digest
from affiche.outputs.change_words import change_facts, change_title, venues_in
from affiche.outputs.entries import Entry, entries_of
from affiche.outputs.feed_images import feed_image
from affiche.outputs.images import main_image
from affiche.outputs.news import NEWS_LASTS
from affiche.outputs.rss_channel import Draft, agenda_feed, draft
from affiche.outputs.rss_html import item_html, paragraph
from affiche.outputs.rss_item import description_words, event_categories
from affiche.outputs.rss_xml import Telling, make_item
from affiche.outputs.site import Site

#: The key of the page that the feed follows.
PAGE = "changes"


@dataclass(frozen=True, slots=True)
class Told:
    """A change that is still true, with the entries to come that it is about."""

    change: Change
    event: Event
    entries: Sequence[Entry]


def told_changes(site: Site) -> list[Told]:
    """The changes of the public agenda, the newest first: none of what is over, or has changed again since."""
    entries, now = entries_of(site), site.calendar.now
    public = {event.id: event for event in entries.public}
    found = (
        Told(change, public[change.event_id], about)
        for change in site.calendar.history.changes
        if now - NEWS_LASTS <= change.moment <= now and change.event_id in public
        if (about := _about(site, change, entries.by_event[change.event_id]))
    )
    return sorted(found, key=lambda told: told.change.rank)


def _about(site: Site, change: Change, entries: Sequence[Entry]) -> list[Entry]:
    """The entries that a change is about, as far as they are not over and it is still true of them."""
    today = site.calendar.today.date()
    affected = (entry for entry in entries if entry.id in change.affected)
    return [entry for entry in affected if (entry.last_day or date.max) >= today and is_true(site, change, entry)]


def is_true(site: Site, change: Change, entry: Entry) -> bool:
    """Whether what a change said of an entry is still so."""
    match change.kind:
        case "cancelled" | "postponed":
            return entry.status == change.kind
        case "sold-out":
            return _availability(entry) == SOLD_OUT
        case "moved-online":
            is_nowhere = site.calendar.place_of(entry.event, entry.performance) is None
            return entry.status == MOVED_ONLINE or (entry.is_on and is_nowhere)
    return entry.is_on and _holds(change, entry)


def _holds(change: Change, entry: Entry) -> bool:
    """The same of what takes place."""
    match change.kind:
        case "rescheduled":
            return _starts_at(entry, change)
        case "venue" | "on-site":
            place = (entry.performance and entry.performance.venue) or entry.event.venue
            return entry.status != MOVED_ONLINE and change.after == place
        case "places-again":
            return _availability(entry) not in FULL
    return True


def _availability(entry: Entry) -> str | None:
    return entry.event.availability_of(entry.performance) if entry.performance else entry.event.availability


def _starts_at(entry: Entry, change: Change) -> bool:
    """Whether a date, or a run, still starts when the change says."""
    event, performance = entry.event, entry.performance
    if performance is None:
        return event.period is not None and str(event.period.start) == str(change.after)
    return performance.start.known_by(event.precision) == change.after


def change_drafts(site: Site) -> Sequence[Draft]:
    """An item for each change, dated by the commit that made it."""
    return [_draft(site, told) for told in told_changes(site)]


def told_stamp(site: Site, told: Told) -> str:
    """All that the words of a change depend on: also the venue that its event has no more."""
    behind = "".join(site.calendar.digest_of(venue) for venue in venues_in(site, told.change))
    ids = [entry.id for entry in told.entries]
    return digest(map(str, (told.change, ids, told.entries[0].digest, main_image(site, told.event), behind)))


def _draft(site: Site, told: Told) -> Draft:
    return draft(told.event.id, [told_stamp(site, told)], told.change.moment, partial(_item, site, told))


def _item(site: Site, told: Told, language: str) -> bytes:
    """The item of a change; of a withdrawn event, only that it was, and why."""
    event, withdrawn = told.event, told.event.withdrawn is not None
    facts = change_facts(site, told.change, told.entries, language)
    image = None if withdrawn else feed_image(site, event, language)
    telling = Telling(
        key=f"{site.calendar.settings.identify(told.change.uid_local)}#{told.change.anchor}",
        link=f"{site.absolute(site.routes.record(language, event))}#{told.change.anchor}",
        title=change_title(site, told.change, told.entries, language),
        dated=told.change.moment,
        description=" ".join(facts) if withdrawn else description_words(site, event, language, facts),
        html=paragraph(*facts) if withdrawn else item_html(site, event, language, image, facts),
        categories=[] if withdrawn else list(event_categories(site, event, language)),
        image=image,
    )
    return make_item(site, telling)


CHANGES = agenda_feed("changes", change_drafts, PAGE)
