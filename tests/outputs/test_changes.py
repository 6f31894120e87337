"""What has changed, from the history of the files: the feed, the page, and newsletters that are made of both."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import feedparser
import pytest

from affiche.calendar import Calendar
from affiche.model.change import Change
from affiche.model.settings import Settings
from affiche.outputs.artifact import Artifact
from affiche.outputs.changes import CHANGES
from affiche.outputs.markup import make_environment
from affiche.outputs.news import MOST
from affiche.outputs.pages.changes import change_artifacts
from affiche.outputs.rss import RSS
from affiche.outputs.site import Site
from affiche.sources.assets import load_assets
from affiche.sources.loader import load_content
from tests.factories import REGION
from tests.outputs.agenda_feeds import read
from tests.pages import parse_page
from tests.projects import ROOT
from tests.repositories import Repository, day, event_text, make_repository

ZINNEKE = '---\nname: "Zinneke"\nurl: "https://zinneke.example.org/"\n---\n'
VENUE = '---\nname: "{}"\npostal_code: 1000\nmunicipality: "Bruxelles"\n---\n'
#: A date of December, seen in January.
PLAIN = "2026-12-05 20:00"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = make_repository(tmp_path)
    made.write("content/organisations/zinneke.md", ZINNEKE)
    made.write("content/venues/quai.md", VENUE.format("Le Quai"))
    made.write("content/venues/cave.md", VENUE.format("La Cave"))
    return made


def site_of(repository: Repository, now: datetime) -> Site:
    """The site of a repository's files as they are, seen at a moment."""
    content = load_content(repository.root / "content")
    calendar = Calendar.of(
        content.records, Settings(), now, region=REGION, history=repository.told, image_digests={}
    )  # fmt: skip
    overrides = ROOT / "overrides"
    return Site(calendar, templates=make_environment(overrides), assets=load_assets(overrides))


def told(repository: Repository, on: int = 20) -> dict[str, Any]:
    """The items of the feed as a reader sees them, by guid without its host and moment."""
    site = site_of(repository, day(on))
    return {entry.id.replace("@example.org", "").rpartition("-")[0]: entry for entry in read(CHANGES, site).entries}


def test_a_cancelled_date_is_told_with_its_reason_by_the_commit_that_said_so(repository: Repository) -> None:
    repository.commit(1, nuit=event_text(venue="quai"))
    reason = {"fr": "Salle inondée", "nl": "Zaal onder water"}
    repository.commit(3, nuit=event_text(venue="quai", status="cancelled", status_reason=reason))
    (item,) = told(repository).values()
    assert item.id == "nuit.20261205T2000@example.org#cancelled-20260103T120000Z"
    assert parsedate_to_datetime(item.published) == day(3)
    assert item.title == "Annulé : Nuit ouverte – samedi 5 décembre 2026 à 20 h"
    assert item.summary == "Annulé. Samedi 5 décembre 2026 à 20 h. Le Quai, Bruxelles. Salle inondée."
    assert item.link == "https://example.org/fr/evenements/nuit/#cancelled-20260103T120000Z"


def test_a_change_is_named_by_its_moment_in_utc() -> None:
    moment = datetime(2026, 11, 1, 11, 15, tzinfo=timezone(timedelta(hours=1)))
    assert Change("nuit", "nuit.20261205T2000", "cancelled", moment).anchor == "cancelled-20261101T101500Z"


@pytest.mark.parametrize(
    ("typed", "key", "title", "first"),
    [
        ({"status": "postponed"}, "postponed", "Reporté : Nuit ouverte – samedi 5 décembre 2026 à 20 h", "Reporté."),
        (
            {"start": "2026-12-12 20:00", "previous_start": [PLAIN]},
            "rescheduled",
            "Nouvelle date : Nuit ouverte – samedi 12 décembre 2026 à 20 h",
            "Nouvelle date (avant : samedi 5 décembre 2026 à 20 h).",
        ),
        (
            {"venue": "cave"},
            "venue",
            "Autre lieu : Nuit ouverte – samedi 5 décembre 2026 à 20 h",
            "Autre lieu (avant : Le Quai).",
        ),
        (
            {"status": "moved-online", "online_url": "https://example.org/live"},
            "moved-online",
            "Se tient en ligne : Nuit ouverte – samedi 5 décembre 2026 à 20 h",
            "Se tient en ligne (avant : Le Quai).",
        ),
        (
            {"availability": "sold-out"},
            "sold-out",
            "Complet : Nuit ouverte – samedi 5 décembre 2026 à 20 h",
            "Complet.",
        ),
    ],
)
def test_each_kind_of_change_says_what_is_new_and_what_was(
    repository: Repository, typed: dict[str, Any], key: str, title: str, first: str
) -> None:
    repository.commit(1, nuit=event_text(venue="quai", start=PLAIN))
    repository.commit(3, nuit=event_text(**{"venue": "quai", "start": PLAIN, **typed}))
    found = told(repository)
    assert list(found) == [f"nuit.20261205T2000#{key}"]
    (item,) = found.values()
    assert (item.title, item.summary[: len(first)]) == (title, first)


def test_what_is_no_longer_true_is_not_told(repository: Repository) -> None:
    repository.commit(1, nuit=event_text(venue="quai"))
    repository.commit(3, nuit=event_text(venue="cave", status="cancelled"))
    repository.commit(4, nuit=event_text(venue="quai"))
    repository.commit(5, nuit=event_text(venue="cave", availability="sold-out"))
    found = ["sold-out", "venue", "on-again"]
    assert list(told(repository)) == [f"nuit.20261205T2000#{kind}" for kind in found]


@pytest.mark.parametrize(
    ("typed", "kind", "title"),
    [
        ({"status": "cancelled"}, "on-again", "A lieu finalement"),
        ({"status": "postponed"}, "on-again", "A lieu finalement"),
        ({"status": "moved-online", "online_url": "https://example.org/live"}, "on-site", "De nouveau sur place"),
        ({"availability": "sold-out"}, "places-again", "De nouveau des places"),
        ({"venue": "cave"}, "venue", "Autre lieu"),
        ({"start": "2026-12-12 20:00", "previous_start": [PLAIN]}, "rescheduled", "Nouvelle date"),
    ],
)
def test_a_change_that_is_taken_back_is_told_as_that_alone(
    repository: Repository, typed: dict[str, Any], kind: str, title: str
) -> None:
    for on, changed in ((1, {}), (3, typed), (4, {})):
        repository.commit(on, nuit=event_text(**{"venue": "quai", "start": PLAIN, **changed}))
    (item,) = told(repository).values()
    assert item.id.partition("#")[2] == f"{kind}-20260104T120000Z"
    assert item.title == f"{title} : Nuit ouverte – samedi 5 décembre 2026 à 20 h"


def test_a_change_is_told_for_five_weeks_and_never_of_what_is_over(repository: Repository) -> None:
    repository.commit(1, nuit=event_text(), bal=event_text(start="2026-01-20 20:00"))
    repository.commit(
        10, nuit=event_text(status="cancelled"), bal=event_text(start="2026-01-20 20:00", status="cancelled")
    )
    seen = {on: [key.partition(".")[0] for key in told(repository, on)] for on in (9, 10, 20, 21, 45, 46)}
    assert seen == {9: [], 10: ["bal", "nuit"], 20: ["bal", "nuit"], 21: ["nuit"], 45: ["nuit"], 46: []}


def test_the_name_of_a_former_venue_is_followed(repository: Repository) -> None:
    """A build after the venue is renamed makes the feed and the page again, though no event is there any more."""
    repository.commit(1, nuit=event_text(venue="quai"))
    repository.commit(3, nuit=event_text(venue="cave"))
    before = stamps(site_of(repository, day(5)))
    repository.write("content/venues/quai.md", VENUE.format("Le Quai neuf"))
    after = stamps(site_of(repository, day(5)))
    assert [path for path in before if before[path] == after[path]] == []


def stamps(site: Site) -> dict[str, str]:
    """The fingerprints of the feeds and pages of changes, by path."""
    return {each.path: each.fingerprint for make in (CHANGES.artifacts, change_artifacts) for each in make(site)}


def test_a_withdrawn_event_says_that_alone(repository: Repository) -> None:
    repository.commit(1, nuit=event_text(summary={"fr": "Secret"}))
    withdrawn = {"date": "2026-01-03", "reason": {"fr": "Un canular.", "nl": "Een grap."}}
    repository.commit(3, nuit=event_text(summary={"fr": "Secret"}, withdrawn=withdrawn))
    (item,) = told(repository).values()
    assert (item.title, item.summary) == ("Annulé : Retiré de l’agenda", "Un canular.")
    assert item.content[0].value == "<p>Un canular.</p>"


def test_what_is_not_for_the_public_is_not_told(repository: Repository) -> None:
    withdrawn = {"date": "2026-01-03", "reason": {"fr": "Un canular.", "nl": "Een grap."}}
    repository.commit(1, nuit=event_text(audience="members"), bal=event_text(audience="professionals"))
    repository.commit(
        3,
        nuit=event_text(audience="members", status="cancelled"),
        bal=event_text(audience="professionals", withdrawn=withdrawn),
    )
    assert told(repository) == {}


def test_an_event_that_is_cancelled_as_a_whole_is_one_item_of_all_its_dates(repository: Repository) -> None:
    dates = [{"start": f"2026-12-{number:02} 20:00"} for number in (5, 6, 7)]
    repository.commit(1, nuit=event_text(dates=dates))
    repository.commit(3, nuit=event_text(dates=dates, status="cancelled"))
    (item,) = told(repository).values()
    assert item.title == "Annulé : Nuit ouverte – les 5, 6 et 7 décembre 2026"


def page_at(path: str, site: Site) -> Artifact:
    return next(item for item in change_artifacts(site) if item.path == path)


def test_the_page_has_changes_and_announcements_by_day(repository: Repository) -> None:
    repository.commit(1, nuit=event_text(venue="quai"), un=event_text(title="Un"))
    repository.commit(3, nuit=event_text(venue="quai", status="cancelled"), bal=event_text(title="Bal"))
    page = page_at("nl/wijzigingen/index.html", site_of(repository, day(5)))
    found = parse_page(page.path, page.render())
    assert found.texts("//section[@class='changes'][h2/time]//h2") == [
        "zaterdag 3 januari 2026",
        "donderdag 1 januari 2026",
    ]
    assert found.texts("//section[@class='changes'][h2/time]//li") == [
        "Aangekondigd Bal zaterdag 5 december 2026 om 20 uur · Zinneke",
        "Geannuleerd Nuit ouverte zaterdag 5 december 2026 om 20 uur · Le Quai, Brussel · Zinneke",
        "Aangekondigd Un zaterdag 5 december 2026 om 20 uur · Zinneke",
    ]


def test_the_page_has_no_more_announcements_than_the_feed_of_news(repository: Repository) -> None:
    repository.commit(1, **{f"nuit-{number}": event_text() for number in range(MOST + 5)})
    page = page_at("nl/wijzigingen/index.html", site_of(repository, day(5)))
    lines = parse_page(page.path, page.render()).texts("//section[@class='changes']//li")
    assert len(lines) == MOST


QUATRE, PASSE = event_text(title="Quatre", start="2026-02-01 20:00"), event_text(start="2026-01-02 20:00")
MOVED: dict[str, Any] = {"start": "2026-02-02 20:00", "previous_start": ["2026-02-01 20:00"]}
#: What is committed on each day of January: new events, changes, a late merge's events, retitled and past ones.
SCRIPT: dict[int, dict[str, str | None]] = {
    1: {"un": event_text(title="Un"), "deux": event_text(title="Deux", start="2026-01-06 20:00")},
    2: {"trois": event_text(title="Trois", venue="quai")},
    4: {"un": event_text(title="Un, enfin")},
    5: {"trois": event_text(title="Trois", venue="cave"), "quatre": QUATRE},
    8: {"un": event_text(title="Un, enfin", status="cancelled")},
    9: {"quatre": event_text(title="Quatre", **MOVED)},
    11: {"cinq": event_text(title="Cinq", publish_from="2026-01-14 09:00"), "passe": PASSE},
    13: {"trois": event_text(title="Trois", venue="cave", availability="sold-out")},
    15: {"six": event_text(title="Six", draft=True)},
    18: {"six": event_text(title="Six")},
    22: {"quatre": event_text(title="Quatre", status="postponed", **MOVED)},
    25: {"deux": event_text(title="Deux, encore", start="2026-01-06 20:00")},
}  # fmt: skip
#: When newsletters are made: each mails what is dated since the last one.
LOOKS = (2, 3, 6, 7, 10, 12, 14, 16, 19, 23, 26, 30)


def test_newsletters_mail_each_event_and_each_change_once_and_nothing_past(repository: Repository) -> None:
    mailed: list[str] = []
    last, days = day(1) - timedelta(days=1), iter(sorted(SCRIPT))
    pending = next(days, None)
    for look in LOOKS:
        while pending is not None and pending <= look:
            repository.commit(pending, **SCRIPT[pending])
            pending = next(days, None)
        now = day(look) + timedelta(hours=4)
        site = site_of(repository, now)
        for output in (RSS, CHANGES):
            mailed += [key for key, moment in dated_first(output, site).items() if last < moment <= now]
        last = now
    assert sorted(mailed) == sorted(
        [
            *("un", "deux", "trois", "quatre", "cinq", "six"),
            "trois.20261205T2000#venue-20260105T120000Z",
            "un.20261205T2000#cancelled-20260108T120000Z",
            "quatre.20260201T2000#rescheduled-20260109T120000Z",
            "trois.20261205T2000#sold-out-20260113T120000Z",
            "quatre.20260201T2000#postponed-20260122T120000Z",
        ]
    )


def dated_first(output: Any, site: Site) -> dict[str, datetime]:
    """The date of each item of the French feed of the whole agenda, by guid without its host."""
    data = next(each.render() for each in output.artifacts(site) if each.path.count("/") == 1)
    entries = feedparser.parse(data).entries
    return {
        entry.id.replace("@example.org", ""): parsedate_to_datetime(entry.published).astimezone(UTC)
        for entry in entries
    }
