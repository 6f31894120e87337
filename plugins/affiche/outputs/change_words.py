"""Changes of events in words: what is new, how it was before, and for which dates."""

from __future__ import annotations

from collections.abc import Sequence

from affiche.model.change import Change, Value
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


def then_words(site: Site, change: Change, language: str) -> str:
    """What was new then: `Nouvelle date : …` with the date that it became then, not today's, and the former one."""
    words, detail = site.words[language], then_detail(site, change, language)
    kind, before = words(f"change.{change.kind}"), before_words(site, change, language)
    if before and not _said(site, change.after, language):
        return words("change.before", change=kind, before=before)
    return words("calendar.named", name=kind, value=detail) if detail else kind


def then_detail(site: Site, change: Change, language: str) -> str:
    """The start or the place that it became then, and what was before; either alone where that is all."""
    words, after = site.words[language], _said(site, change.after, language)
    before = before_words(site, change, language)
    if after and before:
        return words("change.before", change=after, before=before)
    return after or (words("change.was", before=before) if before else "")


def before_words(site: Site, change: Change, language: str) -> str:
    """The start or the place that a change replaces; empty where there was none, or it says nothing."""
    return _said(site, change.before, language)


def _said(site: Site, value: Value, language: str) -> str:
    if isinstance(value, Moment):
        return moment_words(site, value, language)
    place = place_named(site, value)
    return site.show(place.name, language).text if place else ""


def place_named(site: Site, value: Value) -> Place | Venue | None:
    """The place that a change names, a venue as it is called today."""
    if isinstance(value, str):
        return site.calendar.find(Venue, value)
    return value if isinstance(value, Place) else None


def venues_in(site: Site, change: Change) -> list[Venue]:
    """The venues that the words of a change name."""
    places = (place_named(site, value) for value in (change.before, change.after))
    return [place for place in places if isinstance(place, Venue)]


def moment_words(site: Site, moment: Moment, language: str) -> str:
    """A start, as exact as it is known: `samedi 3 octobre 2026 à 20 h`."""
    dates = site.dates[language]
    if moment.precision is not Precision.MINUTE:
        return dates.coarse(moment)
    local = resolve(moment, site.calendar.settings.time_zone)
    return dates.with_hours(dates.day(local.date()), local, None)
