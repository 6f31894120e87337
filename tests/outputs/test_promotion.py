"""What is ready to promote an event with, and what is missing."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from typing import Any

import pytest

from affiche.outputs.promotion import COLUMNS, PROMOTION, promoted, readiness_of
from affiche.outputs.site import Site
from tests import factories as make

BOTH = {"fr": "Un bal", "nl": "Een bal"}


def missing(**typed: Any) -> list[str]:
    event = make.event(**typed)
    return [*readiness_of(make.site(event, make.organisation()), event).missing]


def table(site: Site, language: str = "fr") -> list[dict[str, str]]:
    made = {artifact.path: artifact.render() for artifact in PROMOTION.artifacts(site)}
    (path,) = [path for path in made if path.startswith(f"{language}/")]
    return list(csv.DictReader(io.StringIO(made[path].decode("utf-8-sig"), newline="")))


def test_a_bare_event_misses_all_but_its_translation_and_its_hour() -> None:
    assert missing() == ["image", "alt", "summary", "price", "booking"]


@pytest.mark.parametrize(
    ("typed", "met"),
    [
        ({"summary": BOTH}, "summary"),
        ({"price": "free"}, "price"),
        ({"booking": {"url": "https://example.org/"}}, "booking"),
        ({"booking": {"requirement": "none"}}, "booking"),
        ({"dates": [{"start": "2026-12-05 20:00", "booking_url": "https://example.org/"}]}, "booking"),
    ],
)
def test_what_is_stated_is_ready(typed: dict[str, Any], met: str) -> None:
    assert met not in missing(**typed)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ({"title": {"fr": "Bal"}}, "translations"),
        ({"start": "2026-12-05"}, "hours"),
        ({"period": {"start": "2026-12-05"}}, "hours"),
        ({"booking": {"requirement": "required"}}, "booking"),
    ],
)
def test_what_is_half_stated_is_not(typed: dict[str, Any], key: str) -> None:
    assert key in missing(**typed)


@pytest.mark.parametrize(
    ("published", "notice", "is_late"),
    [(datetime(2026, 9, 6, tzinfo=UTC), 90, False), (datetime(2026, 11, 20, tzinfo=UTC), 15, True)],
)
def test_notice_is_the_days_between_the_announcement_and_the_event(
    published: datetime, notice: int, *, is_late: bool
) -> None:
    event = make.event(published=published.strftime("%Y-%m-%d %H:%M"))
    ready = readiness_of(make.site(event, make.organisation()), event)
    assert (ready.notice, ready.is_late) == (notice, is_late)


def test_only_what_takes_place_is_promoted_under_the_first_of_its_organisers() -> None:
    events = (
        make.event("bal", organisers=["zinneke", "den-hoek"]),
        make.event("annule", status="cancelled"),
        make.event("reporte", dates=[{"start": "2026-12-06 20:00", "status": "postponed"}]),
        make.event("passe", start="2026-01-01"),
        make.event("membres", audience="members"),
    )
    found = promoted(make.site(*events, make.organisation(), make.organisation("den-hoek")))
    assert {owner: [each.event.id for each in ready] for owner, ready in found.items()} == {"zinneke": ["bal"]}


def test_an_exhibition_is_promoted_though_its_opening_is_off() -> None:
    opening = {"start": "2026-12-01 18:00", "status": "cancelled"}
    event = make.event("expo", period={"start": "2026-12-02", "end": "2026-12-31"}, dates=[opening])
    assert [each.event.id for each in promoted(make.site(event, make.organisation()))["zinneke"]] == ["expo"]


def test_what_was_kept_off_the_site_was_not_announced() -> None:
    event = make.event(publish_from="2026-11-20 09:00")
    assert readiness_of(make.site(event, make.organisation()), event).notice == 15


def test_the_table_answers_each_need_and_names_whom_to_call() -> None:
    site = make.site(make.event(price="8"), make.organisation(email="info@zinneke.example.org"))
    (row,) = table(site, "nl")
    assert tuple(row) == COLUMNS
    assert (row["organisation"], row["email"], row["event"]) == ("Zinneke", "info@zinneke.example.org", "Open nacht")
    assert [row[key] for key in ("ready", "price", "booking", "date")] == ["3/7", "yes", "no", "2026-12-05"]
