"""The promotion plan as a page, for professionals: of each organisation's next events, what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

from affiche.model.language import fold_name
from affiche.model.organisation import Organisation
from affiche.model.text import Wording
from affiche.outputs.artifact import Artifact
from affiche.outputs.pages.page import own_page, page_artifact
from affiche.outputs.pages.record_parts import edit_address
from affiche.outputs.promotion import NEEDS, PAGE, TABLE, Readiness, promoted, promotion_stamp
from affiche.outputs.site import Site
from affiche.outputs.when import when_words

#: What can still be helped: events of the next eight weeks; the table has all of them.
HORIZON = timedelta(weeks=8)


@dataclass(frozen=True, slots=True)
class Line:
    """An event to promote, in words: what it misses, how long before it, it was announced."""

    title: Wording
    href: str
    edit: str
    date: str
    missing: Sequence[str]
    notice: int | None
    is_late: bool


@dataclass(frozen=True, slots=True)
class Caller:
    """An organisation to call, how, and about which events."""

    name: Wording
    href: str
    email: str
    phone: str
    lines: Sequence[Line]

    @property
    def ready(self) -> int:
        """How many of its events miss nothing."""
        return sum(not line.missing for line in self.lines)


def promotion_plan_artifacts(site: Site) -> Iterator[Artifact]:
    """The page in each language."""
    stamp = promotion_stamp(site)
    for language in site.languages:
        words = site.words[language]
        page = own_page(site, language, PAGE, title=words(f"nav.{PAGE}"), description=words("promotion.lead"))
        yield page_artifact(site, page, "promotion_plan.html", stamp, partial(_view, site, language))


def _view(site: Site, language: str) -> Mapping[str, Any]:
    callers = sorted(_callers(site, language), key=lambda caller: fold_name(caller.name.text))
    lines = [line for caller in callers for line in caller.lines]
    lacking = Counter(name for line in lines for name in line.missing)
    names = [site.words[language](f"promotion.{need.key}") for need in NEEDS]
    return {
        "callers": callers,
        "total": len(lines),
        "ready": sum(caller.ready for caller in callers),
        "lacking": [(name, lacking[name]) for name in names if name in lacking],
        "table_href": f"{site.href(site.routes.page(language, PAGE))}{TABLE}",
    }


def _callers(site: Site, language: str) -> Iterator[Caller]:
    ends = site.calendar.today.date() + HORIZON
    for owner_id, found in promoted(site).items():
        soon = [each for each in found if each.day and each.day <= ends]
        owner = site.calendar.find(Organisation, owner_id)
        if soon and owner:
            yield Caller(
                site.show(owner.name, language),
                site.href(site.routes.record(language, owner)),
                owner.email or "",
                owner.phone or "",
                [_line(site, each, language) for each in soon],
            )


def _line(site: Site, ready: Readiness, language: str) -> Line:
    event, words = ready.event, site.words[language]
    return Line(
        site.show(event.title, language),
        site.href(site.routes.record(language, event)),
        edit_address(site, event),
        when_words(site, language, event),
        [words(f"promotion.{key}") for key in ready.wanted],
        ready.notice,
        ready.is_late,
    )
