"""The pages of the desk: what there is to take, each newsletter to look at, the archive by year."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from affiche.model.text import Wording
from affiche.model.week import Week
from affiche.outputs.artifact import Artifact
from affiche.outputs.newsroom.archive import years
from affiche.outputs.newsroom.issue import Issue
from affiche.outputs.newsroom.issues import ISSUES, issues
from affiche.outputs.newsroom.mail import mail_path
from affiche.outputs.pages.page import Page, everywhere, own_page, page_artifact
from affiche.outputs.site import Site

DESK = "newsroom"
#: A line of the archive: its name, and named links.
Row = tuple[str, Sequence[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Offer:
    """A newsletter as the desk offers it: its name, its days and what it holds in words, its page, files and feeds."""

    key: str
    name: Wording
    text: str
    days: str
    total: str
    href: str
    html: str
    plain: str
    feeds: Sequence[tuple[str, str]]
    is_empty: bool


def desk_artifacts(site: Site) -> Iterator[Artifact]:
    """The desk, the page of each newsletter, the archive, in each language."""
    stamps = {issue.key: issue.stamp(site) for issue in issues(site)}
    for language in site.languages:
        words = site.words[language]
        page = own_page(site, language, DESK, title=words("nav.newsroom"), description=words("newsroom.lead"))
        yield page_artifact(site, page, "newsroom.html", (stamps,), partial(_desk, site, language))
        for issue in ISSUES:
            title, text = words("newsroom.page", name=issue.cover(site, language).name.text), issue.text(site, language)
            page = own_page(site, language, issue.route, title=title, description=text, section=DESK)
            view = partial(_issue, site, language, issue)
            yield page_artifact(site, page, "newsroom_issue.html", (stamps[issue.key],), view)
        yield from _archive_artifacts(site, language)


def _desk(site: Site, language: str) -> Mapping[str, Any]:
    return {
        "offers": [_offer(site, language, issue) for issue in issues(site)],
        "archive_href": site.href(site.routes.newsletters(language)),
    }


def _issue(site: Site, language: str, issue: Issue) -> Mapping[str, Any]:
    return {
        "offer": _offer(site, language, issue),
        "letter": issue.letter(site, language),
        "desk_href": site.href(site.routes.page(language, DESK)),
    }


def _offer(site: Site, language: str, issue: Issue) -> Offer:
    letter, listing = issue.letter(site, language), issue.listing(site, language)
    feeds = [feed.subscription for feed in issue.feeds if feed.subscription]
    return Offer(
        issue.key,
        letter.cover.name,
        issue.text(site, language),
        letter.days,
        letter.total,
        site.href(issue.path(site, language)),
        site.href(mail_path(language, issue.key)),
        site.href(mail_path(language, issue.key, "txt")),
        [(site.words[language](feed.title), site.href(feed.path(listing))) for feed in feeds],
        not letter.sections,
    )


# The archive


def _archive_artifacts(site: Site, language: str) -> Iterator[Artifact]:
    """The years, then each with its weeks."""
    words, counts = site.words[language], [(year, len(weeks)) for year, weeks in years(site).items()]
    rows = partial(_years, site, language, counts)
    yield _archive_page(site, language, None, words("newsroom.archive"), counts, rows)
    for year, weeks in years(site).items():
        title = words("newsroom.archive.year", year=year)
        yield _archive_page(site, language, year, title, weeks, partial(_weeks, site, language, weeks))


def _archive_page(
    site: Site, language: str, year: int | None, title: str, stamp: object, rows: Callable[[], Sequence[Row]]
) -> Artifact:
    page = Page(
        language=language,
        paths=everywhere(site, lambda code: site.routes.newsletters(code, year)),
        title=title,
        description=site.words[language]("newsroom.archive.lead"),
        section=DESK,
    )
    return page_artifact(site, page, "newsroom_archive.html", (stamp,), lambda: {"rows": rows()})


def _years(site: Site, language: str, counts: Sequence[tuple[int, int]]) -> Sequence[Row]:
    words, routes = site.words[language], site.routes
    return [
        (str(year), [(words.count("newsroom.weeks", count), site.href(routes.newsletters(language, year)))])
        for year, count in counts
    ]


def _weeks(site: Site, language: str, weeks: Sequence[Week]) -> Sequence[Row]:
    words, dates = site.words[language], site.dates[language]
    kinds = (("newsroom.html", "html"), ("newsroom.plain", "txt"))
    return [
        (
            words("newsroom.archive.week", days=dates.period(week.monday, week.sunday)),
            [(words(name), site.href(mail_path(language, str(week), suffix))) for name, suffix in kinds],
        )
        for week in weeks
    ]
