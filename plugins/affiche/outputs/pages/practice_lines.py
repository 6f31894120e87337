"""Lessons in lists: their titles, and whose they are."""

from __future__ import annotations

from collections.abc import Iterable

from affiche.model.organisation import Organisation
from affiche.model.practice import Practice
from affiche.outputs.moments import moment_name
from affiche.outputs.pages.strips import Named, named
from affiche.outputs.site import Site


def practice_rows(site: Site, practices: Iterable[Practice], language: str) -> list[Named]:
    """Lessons by their titles, the latest first, each with its time."""
    return [named(site, each, language, date_words(site, each, language)) for each in latest_first(practices)]


def latest_first(practices: Iterable[Practice]) -> list[Practice]:
    """Lessons by their time, the latest first, then those without one."""
    return sorted(practices, key=lambda each: (-(each.date.day.toordinal() if each.date else 0), each.id))


def date_words(site: Site, practice: Practice, language: str) -> str:
    """When a lesson was learnt, as exactly as it is known."""
    return moment_name(site, practice.date, language) if practice.date else ""


def owners(site: Site, practice: Practice) -> list[Organisation]:
    """The organisations whose lesson it is."""
    return [each for each in site.calendar.subjects_of(practice) if isinstance(each, Organisation)]
