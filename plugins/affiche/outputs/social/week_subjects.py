"""The kits of weeks: this one and the next, with what begins, takes place or ends in them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from affiche.model.text import Wording
from affiche.model.week import Week
from affiche.outputs.dates import Length
from affiche.outputs.entry_texts import one_line
from affiche.outputs.markup import WIDE
from affiche.outputs.poster import PLAIN, Poster
from affiche.outputs.site import Site
from affiche.outputs.social.event_subjects import event_line
from affiche.outputs.social.hashtags import hashtags
from affiche.outputs.social.kits import kit_path
from affiche.outputs.social.subject import Subject, line_of
from affiche.outputs.week_events import WeekEvent, week_events
from affiche.outputs.when import dates_at
from affiche.sources.letters import drawable

#: How many titles an image names.
NAMED = 3


def week_subjects(site: Site, language: str) -> Iterator[Subject]:
    """The kits of the weeks that have anything to come; none where events have none."""
    this = Week.of(site.calendar.today.date())
    for week in (this, this.back(-1)) if site.calendar.settings.social_weeks else ():
        found = week_events(site, week)
        if left := [item for item in found if item.takes_place and not item.is_over(site.calendar.now)]:
            yield _week_subject(site, language, week, left)


def _week_subject(site: Site, language: str, week: Week, events: list[WeekEvent]) -> Subject:
    words, path = site.words[language], partial(kit_path, site, kind="weeks", key=str(week).lower())
    title = line_of(dates_at(site, language, Length.SHORT).period(week.monday, week.sunday), words)
    count = words.count("count.events", len(events))
    titles = [drawable(one_line(site.show(item.event.title, language).text)) for item in events]
    more = ["…"] if len(titles) > NAMED else []
    return Subject(
        key=f"{words('segment.week')}-{str(week).lower()}",
        path=path(language),
        versions=tuple((code, path(code)) for code in site.languages),
        about=site.routes.page(language, "agenda"),
        language=language,
        title=Wording(title),
        drawn=title,
        kind=words("social.week"),
        date=count,
        when=words("calendar.named", name=words("social.week"), value=count),
        place=f"{WIDE}· ".join([*titles[:NAMED], *more]),
        colour=PLAIN[week.monday.isocalendar().week % len(PLAIN)],
        poster=Poster(words("weekday.0"), str(week.monday.day), words(f"month.{week.monday.month}")),
        lines=tuple(event_line(site, language, item.event, item.occurrences) for item in events),
        tags=tuple(hashtags([*words("social.week.tags").split(", "), *words("social.tags").split(", ")])),
    )
