"""How complete and how fresh the files of organisations are: for the council and those who write them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from affiche.checks.translations import missing_translations
from affiche.locales import DESK, load_words
from affiche.model.language import fold_name, language_name
from affiche.model.organisation import Organisation
from affiche.model.text import Wording
from affiche.outputs.artifact import Artifact
from affiche.outputs.completeness import completeness_of
from affiche.outputs.freshness import find_due
from affiche.outputs.indicators.figures import mean
from affiche.outputs.pages.page import network_page, page_artifact
from affiche.outputs.pages.record_parts import edit_address
from affiche.outputs.pages.strips import named
from affiche.outputs.site import Site

KEY = "profiles"


@dataclass(frozen=True, slots=True)
class Profile:
    """An organisation's file: its points of 100, what would give most, when it was confirmed and changed."""

    name: Wording
    href: str
    edit: str
    points: int
    tip: str
    verified: str
    changed: str
    is_due: bool


def profile_artifacts(site: Site) -> Iterator[Artifact]:
    """The page in each language; search engines are not told of it."""
    due = frozenset(each.record.id for each in find_due(site.calendar) if isinstance(each.record, Organisation))
    for language in site.languages:
        profiles = _profiles(site, due, language)
        page = network_page(site, language, KEY)
        page = replace(page, translated=())
        yield page_artifact(site, page, "profiles.html", (profiles,), partial(_view, profiles))


def _profiles(site: Site, due: frozenset[str], language: str) -> list[Profile]:
    """The organisations that are active, those that say least first."""
    active = [each for each in site.calendar.all(Organisation) if each.status == "active"]
    profiles = [_profile(site, each, language, is_due=each.id in due) for each in active]
    return sorted(profiles, key=lambda profile: (profile.points, fold_name(profile.name.text)))


def _profile(site: Site, organisation: Organisation, language: str, *, is_due: bool) -> Profile:
    points, missing = completeness_of(organisation, site.calendar)
    name, href, _ = named(site, organisation, language)
    dates, known = site.dates[language], site.known_dates(organisation)
    changed = known.updated.astimezone(site.calendar.settings.time_zone).date() if known else None
    return Profile(
        name,
        href,
        edit_address(site, organisation),
        points,
        _tip(site, organisation, missing[0].key, language) if missing else "",
        dates.day(organisation.verified, weekday=False) if organisation.verified else "",
        dates.day(changed, weekday=False) if changed else "",
        is_due,
    )


def _tip(site: Site, organisation: Organisation, key: str, language: str) -> str:
    """What would give the file most, as the desk says it."""
    lacking = {code for _, codes in missing_translations(organisation, site.languages) for code in codes}
    names = ", ".join(language_name(code, language) for code in site.languages if code in lacking)
    return load_words(language, DESK)(f"tip.organisations.{key}", languages=names)


def _view(profiles: Sequence[Profile]) -> Mapping[str, Any]:
    return {
        "profiles": profiles,
        "mean": mean([each.points for each in profiles]) or 0,
        "due": sum(profile.is_due for profile in profiles),
    }
