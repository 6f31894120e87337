"""The shared marketing calendar, read by parsers that are not ours."""

from __future__ import annotations

import csv
import io
from typing import Any

import icalendar

from affiche.model.campaign import Campaign
from affiche.outputs.steps import COLUMNS, STEPS
from tests import factories as make

STEP = {"date": "2026-12-01", "channel": "newsletter", "action": {"fr": "Annoncer", "nl": "Aankondigen"}}


def campaign(*steps: dict[str, Any]) -> Campaign:
    return make.campaign(steps=list(steps))


def files(*records: Any) -> dict[str, bytes]:
    site = make.site(make.organisation(), *records)
    return {artifact.path: artifact.render() for artifact in STEPS.artifacts(site)}


def entries(*records: Any) -> list[Any]:
    return list(icalendar.Calendar.from_ical(files(*records)["fr/calendrier-commun/marketing.ics"]).walk("VEVENT"))


def test_each_language_has_a_calendar_and_a_table() -> None:
    assert sorted(files()) == [
        "fr/calendrier-commun/marketing.csv",
        "fr/calendrier-commun/marketing.ics",
        "nl/gezamenlijke-kalender/marketing.csv",
        "nl/gezamenlijke-kalender/marketing.ics",
    ]


def test_a_step_is_a_whole_day_in_calendars() -> None:
    (entry,) = entries(campaign({**STEP, "organisation": "zinneke"}))
    assert (entry["SUMMARY"], entry["DESCRIPTION"]) == ("Annoncer (lettre d’information)", "Zinneke\nL’hiver")
    assert (entry.decoded("DTSTART").isoformat(), entry["TRANSP"]) == ("2026-12-01", "TRANSPARENT")


def test_a_step_that_moves_keeps_its_uid_and_two_of_one_kind_have_two() -> None:
    first, second = entries(campaign(STEP, {**STEP, "date": "2026-12-08"}))
    moved, *_ = entries(campaign({**STEP, "date": "2026-12-03"}, {**STEP, "date": "2026-12-08"}))
    assert (moved["UID"], moved["UID"] == second["UID"]) == (first["UID"], False)


def test_the_table_names_its_columns_and_starts_no_formula() -> None:
    action = {"fr": "=Annoncer", "nl": "=Aankondigen"}
    data = files(campaign({**STEP, "action": action}))["nl/gezamenlijke-kalender/marketing.csv"]
    names, row = csv.reader(io.StringIO(data.decode("utf-8-sig")))
    assert tuple(names) == COLUMNS
    assert row == [
        *("2026-12-01", "nieuwsbrief", "newsletter", "'=Aankondigen", "", "", "De winter", "hiver"),
        "https://example.org/nl/campagnes/hiver/",
    ]
