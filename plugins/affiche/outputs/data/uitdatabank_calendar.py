"""When an event is, as UiTdatabank says it: single, multiple, periodic or permanent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time

from affiche.model.occurrence import Occurrence, Run
from affiche.model.opening import Hours
from affiche.model.text import Text
from affiche.model.uitdatabank_terms import AVAILABLE, BOOKABLE, DAYS, STATUSES
from affiche.outputs.data.mapping import Told, by_language
from affiche.outputs.data.values import Fields, known
from affiche.outputs.opening import schedule_of

#: The fields of ours that the calendar is made of.
SOURCES = ("run", "performances", "start", "end", "status", "status_reason", "availability")
LAST_SECOND = time(23, 59, 59)


def calendar_fields(told: Told) -> Fields | None:
    """The calendar of an event with its state; None where UiTdatabank has none for it: no day, no first day."""
    found = _run_fields(told) if told.event.period else _date_fields(told)
    return found and found | state_fields(told, told.status, told.event.status_reason, told.availability)


def state_fields(told: Told, status: str, reason: Text | None, availability: str | None) -> Fields:
    """Whether something takes place, and whether places are left; nothing is said of places when nothing is known."""
    said = by_language(reason, told.languages) if status != "scheduled" else None
    booking = {"type": BOOKABLE.get(availability, AVAILABLE)} if availability else None
    return known(
        {"status": known({"type": STATUSES.get(status, AVAILABLE), "reason": said}), "bookingAvailability": booking}
    )


def _run_fields(told: Told) -> Fields | None:
    """A run: `periodic` with both days, `permanent` without a known end; without a first day, nothing."""
    run: Run | None = told.site.calendar.run_of(told.event)
    if run is None or run.first is None:
        return None
    hours = _opening_hours(schedule_of(told.site, told.event).opening_hours)
    if run.last is None:
        return {"calendarType": "permanent", **hours}
    start = datetime.combine(run.first, time(), run.zone)
    end = datetime.combine(run.last, LAST_SECOND, run.zone)
    return {"calendarType": "periodic", "startDate": start.isoformat(), "endDate": end.isoformat(), **hours}


def _opening_hours(week: Sequence[Hours]) -> Fields:
    found = [
        {
            "dayOfWeek": [DAYS[day] for day in hours.days],
            "opens": hours.opens.isoformat("minutes"),
            "closes": hours.closes.isoformat("minutes"),
        }
        for hours in week
    ]
    return known({"openingHours": found})


def _date_fields(told: Told) -> Fields | None:
    """Performances whose day is known: one is `single`, several are `multiple`."""
    if not told.dated:
        return None
    parts = [_sub_event(told, occurrence) for occurrence in told.dated]
    return {
        "calendarType": "single" if len(parts) == 1 else "multiple",
        "startDate": parts[0]["startDate"],
        "endDate": max((part["endDate"] for part in parts), key=datetime.fromisoformat),
        "subEvent": parts,
    }


def _sub_event(told: Told, occurrence: Occurrence) -> Fields:
    """One performance; where no end is known, it ends as it begins, and a day without an hour is whole."""
    performance = told.event.performances[occurrence.index]
    start, end = occurrence.start, occurrence.end
    if start is None:
        start = datetime.combine(occurrence.day, time(), occurrence.zone)
        end = datetime.combine(occurrence.last_day, LAST_SECOND, occurrence.zone)
    reason = performance.status_reason or (told.event.status_reason if performance.status is None else None)
    booking = {"url": performance.booking_url} if performance.booking_url else None
    return {
        "@type": "Event",
        "startDate": start.isoformat(),
        "endDate": (end or start).isoformat(),
        **state_fields(told, occurrence.status, reason, occurrence.availability),
        **known({"bookingInfo": booking}),
    }
