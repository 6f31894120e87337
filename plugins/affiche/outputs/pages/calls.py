"""The pages of calls: every list of open ones, the closed ones by year, and a page for each that never goes away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from affiche.model.call import Call
from affiche.model.language import language_name
from affiche.model.moment import Moment, Precision
from affiche.model.text import Text
from affiche.model.url import host_of
from affiche.outputs.artifact import Artifact
from affiche.outputs.calls.closing import closing_of
from affiche.outputs.calls.lines import call_line, calls_stamp, country_names, kind_words, title_of
from affiche.outputs.calls.listing import KEY, call_listing, list_name, list_path, list_title
from affiche.outputs.calls.lists import ALL, CallList, Calls, calls_of
from affiche.outputs.cards import language_label
from affiche.outputs.dates import Dates
from affiche.outputs.hreflang import canonical, translated
from affiche.outputs.images import picture_of
from affiche.outputs.markup import spaced
from affiche.outputs.pages.page import Page, everywhere, later_artifact, page_artifact
from affiche.outputs.pages.parts import Part, cut, part_path, part_title, position_of
from affiche.outputs.pages.record_parts import body_view, description_of, links, source_view
from affiche.outputs.pages.sharing import shared_image
from affiche.outputs.poster import colour_of
from affiche.outputs.site import Site
from affiche.outputs.subscribing import ways

#: A list ends with this many of the calls that closed last; all of them are on the pages of their years.
MOST_CLOSED = 12
#: What a call says of those it is for, in the order of its page.
NOTES = ("eligibility", "covered", "costs")


def call_artifacts(site: Site) -> Iterator[Artifact]:
    """Every list, every year of closed calls, every call, in each language."""
    for chosen in calls_of(site).lists:
        yield from _list_artifacts(site, chosen)
    for year, calls in calls_of(site).years.items():
        yield from _year_artifacts(site, year, calls)
    for call in site.calendar.all(Call):
        for language in site.languages:
            path, page = site.routes.record(language, call), partial(_page, site, call, language)
            view = partial(_view, site, call, language)
            yield later_artifact(site, path, "call.html", (calls_stamp(site, [call]),), page, view)


def year_parts(calls: Sequence[Call]) -> Sequence[Part[str, Call]]:
    """The closed calls of a year in parts."""
    return cut([("closed", calls)])


def _list_artifacts(site: Site, chosen: CallList) -> Iterator[Artifact]:
    calls = calls_of(site)
    coming, past = calls.current(chosen), calls.closed(chosen)[:MOST_CLOSED]
    stamp = (calls_stamp(site, coming), calls_stamp(site, past), calls.counts, _years(calls))
    for language in site.languages:
        words, title = site.words[language], list_title(site, language, chosen)
        about = words("calls.description", name=list_name(site, language, chosen)) if any(chosen) else ""
        page = Page(
            language=language,
            paths=everywhere(site, lambda code: list_path(site, code, chosen)),
            title=title,
            description=about or words("calls.lead"),
            section="network",
            listing=call_listing(site, language, chosen),
        )
        yield page_artifact(site, page, "calls.html", stamp, partial(_list_view, site, language, chosen, page))


def _years(calls: Calls) -> list[tuple[int, int]]:
    return [(year, len(found)) for year, found in calls.years.items()]


def _list_view(site: Site, language: str, chosen: CallList, page: Page) -> Mapping[str, Any]:
    calls = calls_of(site)
    coming = calls.current(chosen)
    return {
        "name": list_name(site, language, chosen),
        "whole": site.href(site.routes.page(language, KEY)) if any(chosen) else "",
        "count": len(coming),
        "dated": [call_line(site, call, language) for call in coming if call.deadline],
        "rolling": [call_line(site, call, language) for call in coming if not call.deadline],
        "closed": [call_line(site, call, language) for call in calls.closed(chosen)[:MOST_CLOSED]],
        "years": [(year, site.href(site.routes.calls(language, year=year)), count) for year, count in _years(calls)],
        "lists": _lists(site, language, chosen),
        "professionals_href": site.href(site.routes.page(language, "professionals")),
        "listing": page.listing,
        "ways": ways(site, page.listing) if page.listing else (),
    }


def _lists(site: Site, language: str, chosen: CallList) -> Sequence[tuple[str, Sequence[tuple[str, str, int, bool]]]]:
    """The other lists, by kind and by discipline: name, address, number of open calls, whether it is this one."""
    calls = calls_of(site)
    links = [
        (each, (list_name(site, language, each), site.href(list_path(site, language, each)), calls.counts[each]))
        for each in calls.lists
    ]
    by_name = {
        "kind": [(*link, each == chosen) for each, link in links if each.kind],
        "discipline": [(*link, each == chosen) for each, link in links if each.discipline],
    }
    return [(name, found) for name, found in by_name.items() if found]


def _year_artifacts(site: Site, year: int, calls: Sequence[Call]) -> Iterator[Artifact]:
    parts = year_parts(calls)
    for number, part in enumerate(parts, 1):
        held = [call for _, found in part for call in found]
        for language in site.languages:
            words = site.words[language]
            page = Page(
                language=language,
                paths=everywhere(site, lambda code, at=number: part_path(site.routes.calls(code, year=year), at)),  # type: ignore[misc]
                title=part_title(site, language, words("calls.year", year=year), number),
                description=words("calls.year.description", year=year),
                section="network",
                listing=call_listing(site, language, ALL),
            )
            view = partial(_year_view, site, language, year, held, number, len(parts))
            stamp = (calls_stamp(site, held), number, len(parts))
            yield page_artifact(site, page, "calls_year.html", stamp, view)


def _year_view(
    site: Site, language: str, year: int, held: Sequence[Call], number: int, count: int
) -> Mapping[str, Any]:
    return {
        "whole": site.href(site.routes.page(language, KEY)),
        "closed": [call_line(site, call, language) for call in held],
        "part": position_of(site, site.routes.calls(language, year=year), number, count),
    }


def _page(site: Site, call: Call, language: str) -> Page:
    return Page(
        language=language,
        paths=everywhere(site, lambda code: site.routes.record(code, call)),
        title=site.show(call.title, language).text,
        description=_description(site, call, language),
        section="network",
        kind="article",
        listing=call_listing(site, language, CallList(kind=call.kind)),
        canonical=canonical(site, call, language),
        image=shared_image(site, call, language),
        translated=translated(site, call),
    )


def _description(site: Site, call: Call, language: str) -> str:
    """Its text, else whom it is for or what it gives, else what kind of call it is."""
    told = next((text for text in (call.body, call.eligibility, call.covered) if text), None)
    text = description_of(site, call, None if told is call.body else told, language)
    return text or kind_words(site, call, language)


def _view(site: Site, call: Call, language: str) -> Mapping[str, Any]:
    title, closing = title_of(site, call, language), closing_of(site, call, language)
    deadline, of_kind = call.deadline, CallList(kind=call.kind)
    return {
        "call": call,
        "name": title,
        "label": language_label(site, title, language),
        "colour": colour_of(call.disciplines, call.id),
        "kind": (kind_words(site, call, language), site.href(list_path(site, language, of_kind))),
        "closing": closing,
        "who": [
            (site.show(each.name, language), site.href(site.routes.record(language, each)))
            for each in calls_of(site).callers(call)
        ],
        "when": spaced(_period(site, call, language), language),
        "disciplines": [
            (
                site.words[language](f"discipline.{name}"),
                site.href(list_path(site, language, CallList(discipline=name))),
            )
            for name in call.disciplines
        ],
        "countries": country_names(call, language),
        "languages": [language_name(code, language) for code in call.languages],
        "notes": [(name, *_note(site, text, language)) for name in NOTES if (text := getattr(call, name))],
        "apply_host": host_of(call.apply),
        "calendar_href": site.href(site.routes.entry(language, call, call.id)) if deadline and closing.iso else "",
        "picture": picture_of(site, call, language),
        "links": links(site, call, language),
        "listing": call_listing(site, language, of_kind),
        "ways": ways(site, call_listing(site, language, of_kind)),
        **body_view(site, call, language, top=3),
        **source_view(site, call, language),
    }


def _period(site: Site, call: Call, language: str) -> str:
    """When what is called for takes place, as exactly as its ends are known: `août 2026 – décembre 2026`."""
    dates, start, end = site.dates[language], call.start, call.end
    if start is None or end is None:
        if start and start.precision > Precision.DAY:
            return dates.coarse(start)
        return dates.period(start.day if start else None, end.last_day if end else None)
    if max(start.precision, end.precision) <= Precision.DAY:
        return dates.period(start.day, end.day)
    first, last = (_stretch(dates, moment) for moment in (start, end))
    return first if first == last else site.words[language]("call.between", start=first, end=last)


def _stretch(dates: Dates, moment: Moment) -> str:
    return dates.month(moment.day) if moment.precision is Precision.MONTH else dates.coarse(moment)


def _note(site: Site, text: Text, language: str) -> tuple[str, str, str]:
    """A note in words, with the language that it is in and its label where that is another."""
    wording = site.show(text, language)
    return wording.text, wording.language, language_label(site, wording, language)
