"""What an organisation is asked to look at again, as one issue: what to confirm, dead links, accounts that are gone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from affiche.calendar import Calendar
from affiche.desk.links import DeadLink, Failures, dead_links
from affiche.desk.markdown import code
from affiche.desk.message import shown
from affiche.desk.standing_issue import StandingIssue, standing_issue
from affiche.locales import DESK, Words, load_words
from affiche.model.event import Event
from affiche.model.organisation import Organisation
from affiche.model.place import Venue
from affiche.model.record import Record
from affiche.outputs.dates import Dates
from affiche.outputs.freshness import Due, find_due

#: The most lines of a kind in an issue, which GitHub limits to 65,536 characters.
MOST = 50
#: What the markers of these issues begin with; the id of the organisation follows, or what is no id.
SCOPE, NOBODY = "affiche:upkeep:", "-"
#: The reasons that are told in words of their own.
TOLD = frozenset({"404", "410", "host", "private", "unreachable", "time", "certificate", "redirects"})


class _Gone(NamedTuple):
    """An account of a maintainer that there is no more, and the organisation that names it."""

    house: Organisation
    account: str


@dataclass(frozen=True, slots=True)
class _Asked:
    """What one organisation is asked about."""

    due: list[Due] = field(default_factory=list)
    dead: list[DeadLink] = field(default_factory=list)
    gone: list[_Gone] = field(default_factory=list)


def accounts_of(calendar: Calendar) -> list[str]:
    """The accounts of all maintainers, each once, in small letters as GitHub tells none apart by their case."""
    houses = calendar.all(Organisation)
    return sorted({account.lower() for house in houses for account in house.maintainers})


def upkeep_issues(calendar: Calendar, failures: Failures, gone: Collection[str] = ()) -> list[StandingIssue]:
    """One issue for each organisation that has something to look at, by id; what has no organisation is the desk's.

    What is to be confirmed is that of the first of the month, so that nobody is asked more often than once a month.
    `gone` are accounts that GitHub does not know, of those of `accounts_of`.
    """
    asked: dict[str, _Asked] = defaultdict(_Asked)
    for each in find_due(calendar, calendar.today.date().replace(day=1)):
        asked[_responsible(each.record, calendar)].due.append(each)
    for link in dead_links(calendar, failures):
        asked[_responsible(link.record, calendar)].dead.append(link)
    for house in calendar.all(Organisation):
        for account in house.maintainers:
            if account.lower() in gone:
                asked[house.id].gone.append(_Gone(house, account))
    return [_issue(name, asked[name], calendar) for name in sorted(asked)]


def _responsible(record: Record, calendar: Calendar) -> str:
    """The id of the organisation that knows about a record; empty for none."""
    if isinstance(record, Event):
        return next((organisation.id for organisation, _ in calendar.organisers_of(record)), "")
    known = record.operator if isinstance(record, Venue) else record.id
    organisation = calendar.find(Organisation, known)
    return organisation.id if organisation else ""


def _issue(name: str, asked: _Asked, calendar: Calendar) -> StandingIssue:
    organisation = calendar.find(Organisation, name)
    languages = _languages(organisation, calendar)
    every = [load_words(language, DESK) for language in languages]
    label = organisation.label.shown(languages[0], languages).text if organisation else every[0]("upkeep.desk")
    title = f"{shown(label)} – {' / '.join(words('upkeep.title') for words in every)}"
    parts = [_part(words, asked, calendar) for words in every]
    return standing_issue(f"{SCOPE}{name or NOBODY}", title, "\n\n---\n\n".join(parts))


def _languages(organisation: Organisation | None, calendar: Calendar) -> list[str]:
    """The site's languages, those of an organisation first."""
    own = (organisation.language, *organisation.languages) if organisation else ()
    languages = calendar.settings.languages
    return [*dict.fromkeys(each for each in (*own, *languages) if each in languages)]


def _part(words: Words, asked: _Asked, calendar: Calendar) -> str:
    """What one language says."""
    paragraphs = [words("upkeep.hello")]
    if asked.due:
        line = code(f"verified: {calendar.today.date()}")
        items = [_due_line(each, words, calendar) for each in asked.due]
        paragraphs += [f"### {words('upkeep.due')}", words("upkeep.confirm", line=line), _listed(items, words)]
    if asked.dead:
        items = [_dead_line(each, words, calendar) for each in asked.dead]
        paragraphs += [f"### {words('upkeep.dead')}", words("upkeep.mend"), _listed(items, words)]
    if asked.gone:
        items = [f"{code(each.account)} – {_edit_link(each.house, words, calendar)}" for each in asked.gone]
        paragraphs += [f"### {words('upkeep.gone')}", words("upkeep.release"), _listed(items, words)]
    return "\n\n".join([*paragraphs, words("upkeep.done")])


def _due_line(due: Due, words: Words, calendar: Calendar) -> str:
    name = code(due.record.label.shown(words.language, calendar.settings.languages).text)
    said = words("upkeep.confirmed", day=_day(due.verified, words)) if due.verified else words("upkeep.unconfirmed")
    return f"{name}, {said} – {_edit_link(due.record, words, calendar)}"


def _dead_line(link: DeadLink, words: Words, calendar: Calendar) -> str:
    reason = words(reason_key(link.failing.reason))
    said = words("upkeep.since", reason=reason, day=_day(link.failing.since, words))
    return f"{code(link.url)}, {said} – {_edit_link(link.record, words, calendar)}"


def reason_key(reason: str) -> str:
    """The key of what is said of an address that does not answer."""
    return f"upkeep.reason.{reason if reason in TOLD else 'other'}"


def _edit_link(record: Record, words: Words, calendar: Calendar) -> str:
    """Where to change a file: its path, and on GitHub the page that edits it."""
    address = calendar.settings.edit_address(record.origin.path)
    return f"[{words('upkeep.edit')}]({address})" if address else code(record.origin.path)


def _listed(lines: Sequence[str], words: Words) -> str:
    more = [words.count("upkeep.more", len(lines) - MOST)] if len(lines) > MOST else []
    return "\n".join(f"- {line}" for line in (*lines[:MOST], *more))


def _day(day: date, words: Words) -> str:
    return Dates(load_words(words.language)).day(day, weekday=False)
