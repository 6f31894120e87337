"""The addresses that content names, and which of them have not answered for some time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from affiche.calendar import Calendar
from affiche.model.collections import COLLECTIONS
from affiche.model.event import Event
from affiche.model.record import Part, Record
from affiche.model.text import Text
from affiche.model.url import is_link
from affiche.sources.commonmark import parse

#: An address is dead when it fails after as long a time, tried once more at least: one failure is a bad day, a week of
#: them a bad week. A day less than two weeks, as the job of each week may begin late.
DEAD_AFTER, FEWEST = timedelta(days=13), 2
#: So many addresses do not all fail by themselves.
MANY = 10
#: Fields whose addresses are evidence and not for visitors: a source may well be gone.
UNTRIED = frozenset({"source"})


class Failing(NamedTuple):
    """An address that does not answer: how often in a row, the day of the first time, and why the last time."""

    times: int
    since: date
    reason: str


#: The addresses that did not answer when they were last tried.
Failures = Mapping[str, Failing]


class DeadLink(NamedTuple):
    """An address of a record that is dead."""

    record: Record
    url: str
    failing: Failing


def links_of(calendar: Calendar) -> dict[str, list[Record]]:
    """The records that name each address, by address; events that are over have no links to mend."""
    found: dict[str, list[Record]] = {}
    for record in (record for model in COLLECTIONS for record in calendar.all(model)):
        if not (isinstance(record, Event) and calendar.is_over(record)):
            for url in dict.fromkeys([*_addresses(record), *_linked(record.body)]):
                found.setdefault(url, []).append(record)
    return found


def _addresses(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if _is_web_address(value):
            yield value
    elif isinstance(value, Part):
        for name in type(value).model_fields:
            if name not in UNTRIED:
                yield from _addresses(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _addresses(item)


def _linked(body: Text | None) -> Iterator[str]:
    """The addresses that a body links to, in any language."""
    for text in (body or {}).values():
        yield from filter(_is_web_address, parse(text).addresses.values())


def _is_web_address(text: str) -> bool:
    return text.startswith("http") and is_link(text)


def count_failures(before: Failures, tried: Mapping[str, str], today: date) -> dict[str, Failing]:
    """What fails after one more try, whose reasons are empty for what answers; what was not tried is forgotten.

    Where none of many addresses answers, the fault is ours, and nothing is counted.
    """
    if len(tried) >= MANY and all(tried.values()):
        return dict(before)
    failing = {}
    for url in sorted(tried):
        if tried[url]:
            known = before.get(url, Failing(0, today, ""))
            failing[url] = Failing(known.times + 1, known.since, tried[url])
    return failing


def dead_links(calendar: Calendar, failures: Failures) -> Sequence[DeadLink]:
    """The links to mend, by record."""
    links = links_of(calendar)
    today = calendar.today.date()
    dead = [url for url, each in failures.items() if each.times >= FEWEST and today - each.since >= DEAD_AFTER]
    found = [DeadLink(record, url, failures[url]) for url in dead for record in links.get(url, ())]
    return sorted(found, key=lambda link: (link.record.origin.path, link.url))
