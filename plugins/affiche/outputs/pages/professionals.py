"""The professional agenda: meetings, missions, knowledge sessions and the deadlines of calls, in one list by month."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import partial
from itertools import groupby
from typing import Any

from affiche.model.call import Call
from affiche.model.event import Event
from affiche.model.facet import PROFESSIONAL
from affiche.model.moment import Precision
from affiche.model.occurrence import Occurrence
from affiche.model.text import Wording
from affiche.outputs.artifact import Artifact
from affiche.outputs.calls.closing import Closing
from affiche.outputs.calls.lines import call_line, calls_stamp
from affiche.outputs.calls.lists import calls_of
from affiche.outputs.cards import organiser_names, title_of, where_words
from affiche.outputs.pages.days import Day, day_view
from affiche.outputs.pages.event_lists import MOST_PAST, past_lines, years_of
from affiche.outputs.pages.narrowing import Trait, filters_among
from affiche.outputs.pages.page import Page, everywhere, page_artifact
from affiche.outputs.pages.parts import Part, cut, part_path, part_title, position_of
from affiche.outputs.site import Site
from affiche.outputs.stamps import cards_fingerprint
from affiche.outputs.states import State, state_of
from affiche.outputs.subscribing import ways
from affiche.outputs.when import day_words, iso_of, when_words

FILTERS = ("kind", "group")
#: The kind of a line that is no event.
DEADLINE = "deadline"


@dataclass(frozen=True, slots=True)
class Appointment:
    """A date in the professional agenda: a performance of an event, its run, or the deadline of a call."""

    about: Event | Call
    day: date
    moment: datetime
    occurrence: Occurrence | None = None

    @property
    def order(self) -> tuple[date, datetime, str]:
        """By day, then by hour, then by id."""
        return self.day, self.moment, self.about.id


@dataclass(frozen=True, slots=True)
class AppointmentLine:
    """An appointment in words below its month; `closing` is there for a deadline.

    `day` is None where none is known, or where `hours` says several.
    """

    title: Wording
    href: str
    iso: str
    day: Day | None
    hours: str
    kind: str
    state: State
    closing: Closing | None
    who: Sequence[Wording]
    where: str
    traits: Sequence[Trait]

    @property
    def values(self) -> Mapping[str, str]:
        """Its values by filter, several with a space between."""
        names = dict.fromkeys(trait.filter for trait in self.traits)
        return {name: " ".join(each.value for each in self.traits if each.filter == name) for name in names}


def professional_artifacts(site: Site) -> Iterator[Artifact]:
    """Each part of the page in each language."""
    parts = professional_parts(site)
    past = site.past(PROFESSIONAL)
    for number, part in enumerate(parts, 1):
        held = [each for _, found in part for each in found]
        calls = calls_stamp(site, [each.about for each in held if isinstance(each.about, Call)])
        events = cards_fingerprint(site, [each.about for each in held if isinstance(each.about, Event)])
        shown = [(each.about.id, each.day) for each in held]
        stamp = calls, events, cards_fingerprint(site, past), shown, number, len(parts), site.calendar.today.year
        for language in site.languages:
            page = _page(site, language, number)
            yield page_artifact(site, page, "professionals.html", stamp, partial(_view, site, language, number, page))


def professional_parts(site: Site) -> Sequence[Part[date, Appointment]]:
    """All appointments to come by month, in parts."""
    return site.once(("professional parts",), partial(_parts, site))


def part_records(site: Site, number: int) -> list[Event | Call]:
    """What a part of the page is about."""
    return [each.about for _, found in professional_parts(site)[number - 1] for each in found]


def _parts(site: Site) -> Sequence[Part[date, Appointment]]:
    found = sorted((*_of_events(site), *_of_calls(site)), key=lambda each: each.order)
    by_month = groupby(found, key=lambda each: each.day.replace(day=1))
    return cut((month, list(each)) for month, each in by_month)


def _of_events(site: Site) -> Iterator[Appointment]:
    calendar = site.calendar
    for event in site.upcoming(PROFESSIONAL):
        if run := calendar.run_of(event):
            day = max(run.first or date.min, calendar.today.date())
            yield Appointment(event, day, datetime.combine(day, time(), run.zone).astimezone(UTC))
        yield from (Appointment(event, item.day, item.sort_key[1], item) for item in calendar.left_of(event))


def _of_calls(site: Site) -> Iterator[Appointment]:
    calls = calls_of(site)
    for call in calls.current():
        closes = calls.closes_at(call)
        if call.deadline and closes:
            yield Appointment(call, calls.last_day(call), closes.astimezone(UTC))


def _page(site: Site, language: str, number: int) -> Page:
    words = site.words[language]
    name = words("nav.professionals")
    return Page(
        language=language,
        paths=everywhere(site, lambda code: part_path(site.routes.facet(code, PROFESSIONAL), number)),
        title=part_title(site, language, name, number),
        description=words("professionals.description" if number == 1 else "part.description", name=name),
        section="network",
        listing=site.listing(language, PROFESSIONAL),
    )


def _view(site: Site, language: str, number: int, page: Page) -> Mapping[str, Any]:
    parts, past = professional_parts(site), site.past(PROFESSIONAL)
    months = [
        (site.dates[language].month(month), [_line(site, each, language) for each in found])
        for month, found in parts[number - 1]
    ]
    return {
        "months": months,
        "count": sum(len(lines) for _, lines in months),
        "filters": filters_among((trait for _, lines in months for line in lines for trait in line.traits), FILTERS),
        "past": past_lines(site, language, past[:MOST_PAST]) if number == 1 else (),
        "past_years": [
            (year, site.href(site.routes.past(language, PROFESSIONAL, year)), len(events))
            for year, events in years_of(site, PROFESSIONAL).items()
            if len(past) > MOST_PAST
        ],
        "part": position_of(site, site.routes.facet(language, PROFESSIONAL), number, len(parts)),
        "listing": page.listing,
        "ways": ways(site, site.listing(language, PROFESSIONAL)),
        "calls_href": site.href(site.routes.page(language, "calls")),
        "rolling": sum(call.deadline is None for call in calls_of(site).current()),
    }


def _line(site: Site, appointment: Appointment, language: str) -> AppointmentLine:
    about, occurrence = appointment.about, appointment.occurrence
    if isinstance(about, Call):
        return _deadline(site, about, language)
    return _performance(site, about, occurrence, language) if occurrence else _run(site, about, language)


def _deadline(site: Site, call: Call, language: str) -> AppointmentLine:
    line, words, closes = call_line(site, call, language), site.words[language], calls_of(site).closes_at(call)
    precision = call.deadline.precision if call.deadline else Precision.SEASON
    is_known = precision <= Precision.DAY
    hour = site.dates[language].hour(closes) if closes and precision is Precision.MINUTE else ""
    return AppointmentLine(
        title=line.title,
        href=line.href,
        iso=line.closing.iso,
        day=day_view(site, language, calls_of(site).last_day(call), ()) if is_known else None,
        hours=hour if is_known else line.closing.date,
        kind=line.kind,
        state=State(),
        closing=line.closing,
        who=line.who,
        where="",
        traits=[Trait("kind", DEADLINE, words("professionals.deadline"))],
    )


def _performance(site: Site, event: Event, occurrence: Occurrence, language: str) -> AppointmentLine:
    is_known = occurrence.precision <= Precision.DAY
    return AppointmentLine(
        **_meeting(site, event, [occurrence], language),
        iso=iso_of(None, [occurrence]),
        day=day_view(site, language, occurrence.day, ()) if is_known else None,
        hours=(day_words if is_known else when_words)(site, language, event, shown=[occurrence]),
    )


def _run(site: Site, event: Event, language: str) -> AppointmentLine:
    run = site.calendar.run_of(event)
    return AppointmentLine(
        **_meeting(site, event, [], language),
        iso=iso_of(run, []),
        day=None,
        hours=site.dates[language].period(run.first, run.last) if run else "",
    )


def _meeting(site: Site, event: Event, shown: Sequence[Occurrence], language: str) -> dict[str, Any]:
    """What all the lines of an event say."""
    words, groups = site.words[language], site.calendar.groups_in(event)
    return {
        "title": title_of(site, language, event),
        "href": site.href(site.routes.record(language, event)),
        "kind": words(f"type.{event.type}"),
        "state": state_of(site, language, event, shown),
        "closing": None,
        "who": organiser_names(site, language, event),
        "where": where_words(site, language, event, shown),
        "traits": [
            Trait("kind", event.type, words(f"type.{event.type}")),
            *(Trait("group", group.id, site.show(group.name, language).text) for group in groups),
        ],
    }
