"""A call in a list: what it is, who calls, when it closes, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from affiche.model.call import Call
from affiche.model.country import country_name
from affiche.model.fingerprint import digest
from affiche.model.text import Wording
from affiche.outputs.calls.closing import Closing, closing_of, days_left
from affiche.outputs.calls.lists import calls_of
from affiche.outputs.cards import language_label
from affiche.outputs.markup import glued
from affiche.outputs.poster import colour_of
from affiche.outputs.site import Site


@dataclass(frozen=True, slots=True)
class CallLine:
    """A call as lists show it; `facts` are its disciplines and the countries that it is about."""

    title: Wording
    href: str
    label: str
    kind: str
    who: Sequence[Wording]
    closing: Closing
    facts: Sequence[str]
    colour: str


def call_line(site: Site, call: Call, language: str) -> CallLine:
    """The line of a call, made once for all the lists that have it."""
    return site.once(("call line", language, call.id), partial(_call_line, site, call, language))


def _call_line(site: Site, call: Call, language: str) -> CallLine:
    title = title_of(site, call, language)
    return CallLine(
        title,
        site.href(site.routes.record(language, call)),
        language_label(site, title, language),
        kind_words(site, call, language),
        [site.show(each.name, language) for each in calls_of(site).callers(call)],
        closing_of(site, call, language),
        [*discipline_names(site, call, language), *country_names(call, language)],
        colour_of(call.disciplines, call.id),
    )


def title_of(site: Site, call: Call, language: str) -> Wording:
    """The title of a call, as pages set it."""
    return glued(site.show(call.title, language))


def kind_words(site: Site, call: Call, language: str) -> str:
    """What kind of call it is."""
    return site.words[language](f"call.kind.{call.kind}")


def discipline_names(site: Site, call: Call, language: str) -> list[str]:
    """The disciplines that it is for."""
    return [site.words[language](f"discipline.{name}") for name in call.disciplines]


def country_names(call: Call, language: str) -> list[str]:
    """The countries that it is about."""
    return [country_name(code, language) for code in call.countries]


def calls_stamp(site: Site, calls: Iterable[Call]) -> str:
    """What some calls as shown depend on, in their order: their files, those who call, how near their end is."""
    return "".join([_stamp(site, call) for call in calls])


def _stamp(site: Site, call: Call) -> str:
    known = calls_of(site)
    behind = [site.calendar.digest_of(each) for each in (call, *known.callers(call))]
    return digest((*behind, str(known.is_closed(call)), str(days_left(site, call))))
