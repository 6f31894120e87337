"""When a call closes, in words: a date that stays true, and what is left of it on the day of the build.

The browser says the second one anew (`calls.js`): what was built last night would lie.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from affiche.model.call import Call
from affiche.model.moment import Moment, Precision
from affiche.model.occurrence import resolve
from affiche.outputs.calls.lists import calls_of
from affiche.outputs.markup import spaced
from affiche.outputs.site import Site

#: From so many days on, the date says more than their number.
MOST_DAYS = 30


@dataclass(frozen=True, slots=True)
class Closing:
    """When a call closes: its date and what is left of it, in words; `iso` and `data` are for browsers.

    Without a deadline `date` and `iso` are empty; `left` is where the date alone says enough.
    """

    date: str
    iso: str
    left: str
    data: str
    is_closed: bool


def closing_of(site: Site, call: Call, language: str) -> Closing:
    """When a call closes, for a page in a language."""
    calls, words = calls_of(site), site.words[language]
    is_closed = calls.is_closed(call)
    if call.deadline is None:
        return Closing("", "", words("closing.over" if is_closed else "closing.rolling"), "", is_closed)
    data = _data(site, call, call.deadline, language)
    return Closing(
        spaced(deadline_words(site, call.deadline, language), language),
        _iso(site, call.deadline),
        _left(site, call, data["words"]),
        "" if is_closed else json.dumps(data, ensure_ascii=False, separators=(",", ":")),
        is_closed,
    )


def deadline_words(site: Site, deadline: Moment, language: str) -> str:
    """A deadline as a date: `mercredi 2 décembre 2026 à 17 h`, `en mars 2027`."""
    dates = site.dates[language]
    if deadline.precision is not Precision.MINUTE:
        return dates.coarse(deadline)
    moment = _local(site, deadline)
    return dates.with_hours(dates.day(moment.date()), moment, None)


def days_left(site: Site, call: Call) -> int | None:
    """In how many days a call closes, 0 for today; None where no day is known, or none is near, or it is over."""
    calls = calls_of(site)
    if call.deadline is None or call.deadline.precision > Precision.DAY or calls.is_closed(call):
        return None
    left: int = (calls.last_day(call) - _today(site)).days
    return left if left <= MOST_DAYS else None


def _today(site: Site) -> date:
    """The local day; a deadline does not wait for the night to be over."""
    return site.calendar.now.astimezone(site.calendar.settings.time_zone).date()


def _left(site: Site, call: Call, words: dict[str, str]) -> str:
    if calls_of(site).is_closed(call):
        return words["over"]
    days = days_left(site, call)
    if days is None:
        return ""
    return words[("today", "tomorrow")[days]] if days < 2 else words["days"].replace("{n}", str(days))


def _data(site: Site, call: Call, deadline: Moment, language: str) -> dict[str, Any]:
    """What the browser needs: the moment, the last day where one is known, and the words."""
    closes = calls_of(site).closes_at(call)
    return {
        "zone": site.calendar.settings.time_zone.key,
        "at": closes.isoformat(timespec="minutes") if closes else "",
        "day": str(calls_of(site).last_day(call)) if deadline.precision <= Precision.DAY else "",
        "words": {key: spaced(text, language) for key, text in _words(site, deadline, language).items()},
    }


def _words(site: Site, deadline: Moment, language: str) -> dict[str, str]:
    words = site.words[language]
    said = {"over": words("closing.over"), "days": words("closing.days", n="{n}")}
    if deadline.precision is not Precision.MINUTE:
        return {**said, "today": words("closing.today"), "tomorrow": words("closing.tomorrow")}
    hour = site.dates[language].hour(_local(site, deadline))
    return {
        **said,
        "today": words("closing.today.hour", hour=hour),
        "tomorrow": words("closing.tomorrow.hour", hour=hour),
    }


def _iso(site: Site, deadline: Moment) -> str:
    """For a `time` element: with the offset of its day where an hour is known; empty when less than a day is."""
    if deadline.precision is Precision.MINUTE:
        return _local(site, deadline).isoformat(timespec="minutes")
    return str(deadline.day) if deadline.precision is Precision.DAY else ""


def _local(site: Site, deadline: Moment) -> datetime:
    return resolve(deadline, site.calendar.settings.time_zone)
