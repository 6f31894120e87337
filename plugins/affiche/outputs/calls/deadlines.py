"""The deadlines of calls as entries of calendars (RFC 5545 VEVENT): never in one that is for the public."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from affiche.model.call import Call
from affiche.model.fingerprint import digest
from affiche.model.history import Dates
from affiche.model.moment import Precision
from affiche.model.occurrence import resolve
from affiche.model.organisation import Organisation
from affiche.model.text import Wording
from affiche.outputs.calls.closing import deadline_words
from affiche.outputs.calls.lines import discipline_names, kind_words
from affiche.outputs.calls.lists import ALL, CallList, calls_of
from affiche.outputs.entries import order_of, window_of
from affiche.outputs.entry_texts import DESCRIPTION_LENGTH, PARAGRAPH_LENGTH, one_line, shortened
from affiche.outputs.ical_text import instant_line, render_lines, text_line, text_value, uri_line
from affiche.outputs.site import Site
from affiche.outputs.vevent import CONFIRMED, STATUSES, time_line

#: What stands between the id of a call and the host, in the UID of its deadline.
DEADLINE = "deadline"


@dataclass(frozen=True, eq=False, slots=True)
class Deadline:
    """The deadline of a call, open, closed or withdrawn, as one entry of a calendar.

    `start` is an aware moment, or a day where no hour is stated; None when not known, or known no better than by month.
    `dates` and `digest` cover all that it shows; `sequence` counts the minutes between its first commit and its last
    change.
    """

    call: Call
    id: str
    start: datetime | date | None
    dates: Dates
    sequence: int
    digest: str

    @property
    def day(self) -> date | None:
        """The local day on which it falls."""
        return self.start.date() if isinstance(self.start, datetime) else self.start


def deadlines_of(site: Site) -> Sequence[Deadline]:
    """The deadline of every call that has a page or a notice, by id; those that are not known too."""
    return site.once(("deadlines",), partial(_deadlines, site))


def _deadlines(site: Site) -> Sequence[Deadline]:
    shelf = site.calendar.records.get(Call.collection, {})
    return [_deadline(site, shelf[key]) for key in sorted(shelf) if not shelf[key].replaced_by]  # type: ignore[arg-type]


def current_deadlines(site: Site, chosen: CallList = ALL) -> Sequence[Deadline]:
    """The deadlines of a list in today's window, from the earliest to the last."""
    first, last = window_of(site.calendar)
    dated = [each for each in deadlines_of(site) if chosen.holds(each.call) and each.day]
    current = (each for each in dated if first <= (each.day or last) <= last)
    return sorted(current, key=lambda each: order_of(site.calendar, each.start, each.id))


def _deadline(site: Site, call: Call) -> Deadline:
    calendar = site.calendar
    published, updated = calendar.dates_of(call).published, _updated(site, call)
    first = calendar.history.first_of(call) or published
    return Deadline(
        call,
        f"{call.identity}.{DEADLINE}",
        _start(site, call),
        Dates(published, updated),
        max(updated - first, timedelta()) // timedelta(minutes=1),
        digest((calendar.digest_of(call), *map(calendar.digest_of, calls_of(site).callers(call)), str(updated))),
    )


def _start(site: Site, call: Call) -> datetime | date | None:
    if call.deadline is None or call.deadline.precision > Precision.DAY:
        return None
    is_day = call.deadline.precision is Precision.DAY
    return call.deadline.day if is_day else resolve(call.deadline, site.calendar.settings.time_zone)


def _updated(site: Site, call: Call) -> datetime:
    """The newest change of a call and of all that it ever named of those who call: no revision is ever older."""
    calendar = site.calendar
    keys = {*call.organisations, *(each.id for each in calls_of(site).callers(call))}
    known = (calendar.history.of(Organisation.collection, key) for key in keys)
    behind = [min(dates.updated, calendar.now) for dates in known if dates]
    return max([calendar.dates_of(call).updated, *behind])


def render_deadline(site: Site, deadline: Deadline, language: str) -> bytes:
    """The bytes of a deadline in a language; of a call that was withdrawn, only that and why."""
    call, told = deadline.call, deadline.dates
    is_off = call.withdrawn is not None
    return render_lines((
        "BEGIN:VEVENT",
        text_line("SUMMARY", _summary(site, call, language)),
        *([time_line("DTSTART", deadline.start)] if deadline.start else ()),
        instant_line("DTSTAMP", told.updated),
        text_line("UID", Wording(site.calendar.settings.identify(deadline.id))),
        f"SEQUENCE:{deadline.sequence}",
        *(() if is_off else (f"CATEGORIES:{','.join(map(text_value, _categories(site, call, language)))}",)),
        instant_line("CREATED", told.published),
        text_line("DESCRIPTION", _description(site, call, language)),
        instant_line("LAST-MODIFIED", told.updated),
        f"STATUS:{STATUSES['cancelled'] if is_off else CONFIRMED}",
        "TRANSP:TRANSPARENT",
        uri_line("URL", _address(site, call, language)),
        "END:VEVENT",
    ))  # fmt: skip


def call_title(site: Site, call: Call, language: str) -> Wording:
    """The title of a call on one line, with its language; of one that was withdrawn, only that."""
    if call.withdrawn:
        return Wording(site.words[language]("deadline.withdrawn"), language)
    title = site.show(call.title, language)
    return Wording(one_line(title.text), title.language or language)


def _summary(site: Site, call: Call, language: str) -> Wording:
    words, title = site.words[language], call_title(site, call, language)
    key = "calendar.cancelled" if call.withdrawn else "deadline.title"
    return Wording(words(key, title=title.text), title.language)


def _description(site: Site, call: Call, language: str) -> Wording:
    """What it is, who calls, what is covered, of which the end may be cut; then the address of the page."""
    address = _address(site, call, language)
    paragraphs = [site.show(call.withdrawn.reason, language).text] if call.withdrawn else _facts(site, call, language)
    text = shortened("\n".join(filter(None, paragraphs)), DESCRIPTION_LENGTH - len(address) - 2)
    return Wording(f"{text}\n\n{address}".lstrip(), language)


def _facts(site: Site, call: Call, language: str) -> Iterator[str]:
    """Its kind and who calls, its deadline, then each thing that it says of whom it is for."""
    words = site.words[language]
    who = ", ".join(one_line(site.show(each.name, language).text) for each in calls_of(site).callers(call))
    kind = kind_words(site, call, language)
    yield words("calendar.named", name=kind, value=who) if who else kind
    if call.deadline:
        yield words("deadline.title", title=deadline_words(site, call.deadline, language))
    for name, text in (("eligibility", call.eligibility), ("covered", call.covered), ("costs", call.costs)):
        if text:
            value = shortened(site.show(text, language).text, PARAGRAPH_LENGTH)
            yield words("calendar.named", name=words(f"call.{name}"), value=value)


def _categories(site: Site, call: Call, language: str) -> list[str]:
    return list(map(one_line, (kind_words(site, call, language), *discipline_names(site, call, language))))


def _address(site: Site, call: Call, language: str) -> str:
    return site.absolute(site.routes.record(language, call))
