"""The archive: the newsletter of every week that has begun, under its own address."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby

from affiche.model.event import Event
from affiche.model.text import Wording
from affiche.model.week import Week
from affiche.outputs.artifact import Artifact
from affiche.outputs.newsroom.issues import past_week
from affiche.outputs.newsroom.letter import Cover, Letter, letter_of
from affiche.outputs.newsroom.mail import mail_artifacts, mail_path
from affiche.outputs.site import Site
from affiche.outputs.week_events import by_week


def past_weeks(site: Site) -> Mapping[Week, Sequence[Event]]:
    """The events of each week that has any, up to the open one, the latest first."""
    return site.once(("past weeks",), partial(_past_weeks, site))


def _past_weeks(site: Site) -> dict[Week, Sequence[Event]]:
    latest, found = Week.at(site.calendar.now, site.calendar.settings.time_zone), by_week(site)
    return {week: found[week] for week in sorted(found, reverse=True) if week <= latest}


def years(site: Site) -> Mapping[int, Sequence[Week]]:
    """The weeks of each year, by that of their number (ISO 8601), the latest first."""
    found = groupby(past_weeks(site), key=lambda week: week.monday.isocalendar().year)
    return {year: list(weeks) for year, weeks in found}


def week_artifacts(site: Site) -> Iterator[Artifact]:
    """Two files of each week in each language, which change with its own events alone."""
    for week, events in past_weeks(site).items():
        stamp = site.events_fingerprint(events)
        for language in site.languages:
            yield from mail_artifacts(site, language, str(week), stamp, partial(week_letter, site, week, language))


def week_letter(site: Site, week: Week, language: str) -> Letter:
    """All that a week had to offer, made once for both of its files."""
    return site.once(("letter", str(week), language), partial(_week_letter, site, week, language))


def _week_letter(site: Site, week: Week, language: str) -> Letter:
    name, online = site.words[language]("newsroom.past"), site.absolute(mail_path(language, str(week)))
    return letter_of(site, past_week(site, week), language, Cover(Wording(name), online))
