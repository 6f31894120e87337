"""When an event is, in words and for machines: its performances, its run or its rule."""

from __future__ import annotations

from collections.abc import Sequence

from affiche.model.event import Event
from affiche.model.moment import Precision
from affiche.model.occurrence import OFF, Occurrence, Run, standing
from affiche.model.recurrence import Recurrence
from affiche.outputs.dates import Dates, Length
from affiche.outputs.opening import hours_lines, schedule_of
from affiche.outputs.places import town_words
from affiche.outputs.rules import except_words, rule_words
from affiche.outputs.site import Site
from affiche.outputs.states import state_of

#: From this number of dates on, a rule of repetition is said rather than its dates.
RULE_FROM = 3


def ahead(site: Site, event: Event) -> Sequence[Occurrence]:
    """The performances of an event that are still to come, or all of them when all are over."""
    return site.calendar.left_of(event) or site.calendar.occurrences[event.id]


def takes_place(site: Site, event: Event) -> bool:
    """Whether a run, or one of the performances still to come, is neither cancelled nor postponed."""
    run = site.calendar.run_of(event)
    return run.status not in OFF if run else any(each.takes_place for each in ahead(site, event))


def when_words(
    site: Site,
    language: str,
    event: Event,
    length: Length = Length.MEDIUM,
    shown: Sequence[Occurrence] = (),
    *,
    names_next: bool = True,
) -> str:
    """When an event is, in a line: some of its performances, else the days of its run, its rule, or all still to come.

    Of many dates, the next one is named, unless it stands beside. Dates that do not take place are left out where
    others do: the state before the line says that some have changed.
    """
    if shown:
        return _when_words(site, language, event, length, shown, names_next=names_next)
    key = ("when", language, event.id, length, names_next)
    return site.once(key, lambda: _when_words(site, language, event, length, (), names_next=names_next))


def _when_words(
    site: Site, language: str, event: Event, length: Length, shown: Sequence[Occurrence], *, names_next: bool
) -> str:
    calendar, dates = site.calendar, dates_at(site, language, length)
    run, occurrences = calendar.run_of(event), standing(shown or ahead(site, event))
    if run is not None and not shown:
        return dates.run(run, calendar.today.date())
    if not shown and len(occurrences) >= RULE_FROM and event.recurrence:
        every = calendar.occurrences[event.id]
        has_begun = len(ahead(site, event)) < len(every)
        if repeated := _rule_words(dates, event.recurrence, every, has_begun=has_begun):
            return in_its_town(site, language, event, occurrences, repeated)
    if len(occurrences) == 1:
        return occurrence_words(site, language, event, occurrences[0], length)
    over = all(occurrence.over_at <= calendar.now for occurrence in occurrences)
    among = () if shown else standing(calendar.occurrences[event.id])
    words = dates.several(occurrences, among=among, is_over=over, names_next=names_next) if occurrences else ""
    return in_its_town(site, language, event, occurrences, words)


def day_words(site: Site, language: str, event: Event, shown: Sequence[Occurrence]) -> str:
    """The hours of some performances, under the heading of the day that they share."""
    over = all(occurrence.over_at <= site.calendar.now for occurrence in shown)
    words = dates_at(site, language, Length.SHORT).on_its_day(shown, is_over=over)
    return in_its_town(site, language, event, shown, words)


def when_lines(site: Site, language: str, event: Event) -> list[str]:
    """All that is known of when an event is, a line each: its run or its rule, then every date with its own state.

    Of the dates of a rule, those that it does not say.
    """
    whole, extra = whole_lines(site, language, event), event.recurrence.extra if event.recurrence else ()
    shown = [(item, event.performances[item.index]) for item in site.calendar.occurrences[event.id]]
    shared = state_of(site, language, event, [item for item, _ in shown]).text
    dates = [
        _line(site, language, event, occurrence, shared)
        for occurrence, performance in shown
        if not whole or performance in event.dates or performance.start in extra
    ]
    return [*whole, *dates]


def whole_lines(site: Site, language: str, event: Event) -> list[str]:
    """What an event is as a whole: the days of its run with the opening hours, or its rule; nothing without either."""
    run, dates = site.calendar.run_of(event), site.dates[language]
    if run is not None:
        return [dates.period(run.first, run.last), *hours_lines(site, schedule_of(site, event), language)]
    occurrences = site.calendar.occurrences[event.id]
    if event.recurrence is None or len(occurrences) < RULE_FROM:
        return []
    rule = _rule_words(dates, event.recurrence, occurrences, has_begun=False)
    return [line for line in (rule, except_words(dates, event.recurrence)) if line] if rule else []


def _line(site: Site, language: str, event: Event, occurrence: Occurrence, shared: str) -> str:
    """A date with the hour of its doors and its note, after its own state where that is not the shared one."""
    performance, words = event.performances[occurrence.index], site.words[language]
    doors = words("performance.doors", hour=site.dates[language].hour(performance.doors)) if performance.doors else ""
    note = site.show(performance.note, language).text
    date = occurrence_words(site, language, event, occurrence)
    line = ", ".join(part for part in (date, doors, note) if part)
    state = state_of(site, language, event, [occurrence]).text
    return words("feed.item.state", state=state, date=line) if state not in ("", shared) else line


def occurrence_words(
    site: Site, language: str, event: Event, occurrence: Occurrence, length: Length = Length.MEDIUM
) -> str:
    """One performance in words, with the town whose hour it is where that is not the site's."""
    key = ("occurrence", language, length, event.id, occurrence.index)
    return site.once(key, lambda: _occurrence_words(site, language, event, occurrence, length))


def _occurrence_words(site: Site, language: str, event: Event, occurrence: Occurrence, length: Length) -> str:
    over = occurrence.over_at <= site.calendar.now
    words = dates_at(site, language, length).occurrence(occurrence, is_over=over)
    return in_its_town(site, language, event, [occurrence], words)


def dates_at(site: Site, language: str, length: Length) -> Dates:
    """What writes dates in a language at a length, for who reads them today."""
    key = ("dates", language, length)
    return site.once(key, lambda: site.dates[language].at(length, site.calendar.today.year))


def _rule_words(dates: Dates, rule: Recurrence, occurrences: Sequence[Occurrence], *, has_begun: bool) -> str:
    """A rule of repetition and the days between which it holds; empty where there is no short way to say it."""
    words = rule_words(dates, rule)
    if not words or dates.is_brief:
        return words
    stretch = dates.period(None if has_begun else occurrences[0].day, occurrences[-1].day)
    return dates.words("rule.during", rule=words, stretch=stretch)


def in_its_town(site: Site, language: str, event: Event, shown: Sequence[Occurrence], words: str) -> str:
    """Hours in words, where they are of another zone than the site's with the town whose hours they are."""
    zones = {occurrence.zone for occurrence in shown if occurrence.start}
    if zones <= {site.calendar.settings.time_zone} or len(zones) > 1:
        return words
    place = site.calendar.place_of(event, event.performances[shown[0].index])
    town = (town_words(site, place, language) if place else "") or zones.pop().key.rpartition("/")[2].replace("_", " ")
    return site.words[language]("date.elsewhere", when=words, town=town)


def iso_of(run: Run | None, occurrences: Sequence[Occurrence]) -> str:
    """The date of a `time` element: with its day's offset where an hour is known; empty when less than a day is."""
    if run is not None:
        return str(run.first or run.last or "")
    if not occurrences or occurrences[0].precision > Precision.DAY:
        return ""
    first = occurrences[0]
    return first.start.isoformat(timespec="minutes") if first.start else str(first.day)
