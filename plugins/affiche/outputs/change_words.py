"""Changes of events in words: what is new, how it was before, and for which dates."""

from __future__ import annotations

from collections.abc import Sequence

from affiche.model.change import Change
from affiche.model.moment import Moment, Precision
from affiche.model.occurrence import resolve
from affiche.model.place import Place, Venue
from affiche.outputs.entries import Entry
from affiche.outputs.entry_texts import event_title
from affiche.outputs.places import whereabouts
from affiche.outputs.site import Site


def change_title(site: Site, change: Change, entries: Sequence[Entry], language: str) -> str:
    """What has changed, before the title and the dates it is about: `Annulé : Nuit ouverte – samedi 3 octobre 2026`."""
    words, event = site.words[language], entries[0].event
    title = words("change.title", change=words(f"change.{change.kind}"), title=event_title(site, event, language).text)
    return (
        title if event.withdrawn else words("feed.item.title", title=title, date=dates_about(site, entries, language))
    )


def change_facts(site: Site, change: Change, entries: Sequence[Entry], language: str) -> list[str]:
    """What has changed and how it was before, the dates, the place, and the reason that is given."""
    words, event = site.words[language], entries[0].event
    if event.withdrawn:
        return [site.show(event.withdrawn.reason, language).text]
    performances = [entry.performance for entry in entries if entry.performance]
    reasons = (item.status_reason for item in performances if item.status_reason)
    changed, before = words(f"change.{change.kind}"), before_words(site, change, language)
    facts = [
        words("change.before", change=changed, before=before) if before else changed,
        dates_about(site, entries, language),
        whereabouts(site, event, language, performances),
        site.show(next(reasons, event.status_reason), language).text,
    ]
    return [fact for fact in facts if fact]


def dates_about(site: Site, entries: Sequence[Entry], language: str) -> str:
    """The dates that a change is about: days of a run, or performances."""
    dates, event = site.dates[language], entries[0].event
    run = site.calendar.run_of(event)
    if run is not None and entries[0].occurrence is None:
        return dates.period(run.first, run.last)
    return dates.several([entry.occurrence for entry in entries if entry.occurrence])


def before_words(site: Site, change: Change, language: str) -> str:
    """The start or the place that a change replaces; empty where there was none, or it says nothing."""
    before = change.before
    if isinstance(before, Moment):
        return moment_words(site, before, language)
    place = place_before(site, change)
    return site.show(place.name, language).text if place else ""


def place_before(site: Site, change: Change) -> Place | Venue | None:
    """The place that a change replaces, a venue as it is called today; None where it replaces none."""
    before = change.before
    if isinstance(before, str):
        return site.calendar.find(Venue, before)
    return before if isinstance(before, Place) else None


def moment_words(site: Site, moment: Moment, language: str) -> str:
    """A start, as exact as it is known: `samedi 3 octobre 2026 à 20 h`."""
    dates = site.dates[language]
    if moment.precision is not Precision.MINUTE:
        return dates.coarse(moment)
    local = resolve(moment, site.calendar.settings.time_zone)
    return dates.with_hours(dates.day(local.date()), local, None)
