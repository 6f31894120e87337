"""The figures as data: their golden files, their schema, and cells that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from affiche.model.interval import Interval
from affiche.outputs.indicators.data import INDICATORS, render_snapshot
from affiche.outputs.indicators.periods import freeze
from affiche.outputs.site import Site
from affiche.sources.snapshots import parse_snapshot
from tests import factories as make
from tests.outputs.data.reading import refusals, rendered
from tests.outputs.indicators.example import busy_site

GOLDEN = Path(__file__).parents[1] / "golden"


def files(site: Site) -> dict[str, bytes]:
    return rendered(INDICATORS.artifacts(site))


def fingerprints(site: Site) -> dict[str, str]:
    return {artifact.path.removeprefix("api/v1/"): artifact.fingerprint for artifact in INDICATORS.artifacts(site)}


def test_a_year_is_its_golden_files() -> None:
    made = files(busy_site())
    for suffix in ("json", "csv"):
        assert made[f"indicators/2026.{suffix}"] == (GOLDEN / f"indicators-2026.{suffix}").read_bytes()


def test_every_year_and_season_is_what_the_schema_says() -> None:
    site = busy_site()
    frozen = Site(site.calendar, snapshots={2025: freeze(site, 2025)})
    assert list(refusals(files(frozen))) == []
    assert json.loads(files(frozen)["indicators/2025.json"])["frozen"] == "2026-11-21"
    assert {"state", "frozen"}.isdisjoint(json.loads(files(site)["indicators/2025.json"]))


def test_a_snapshot_is_read_as_it_was_written() -> None:
    snapshot = freeze(busy_site(), 2026)
    data = render_snapshot(snapshot)
    assert (parse_snapshot(data), data) == (snapshot, render_snapshot(freeze(busy_site(), 2026)))


def test_names_of_organisations_are_no_formulas() -> None:
    site = make.site(make.organisation(name='=HYPERLINK("https://x.example")'), make.event())
    rows = [*csv.DictReader(io.StringIO(files(site)["indicators/2026.csv"].decode("utf-8-sig")))]
    assert {row["label_fr"] for row in rows if row["id"] == "zinneke"} == {'\'=HYPERLINK("https://x.example")'}


def test_an_edit_of_an_event_makes_its_own_year_and_season_again() -> None:
    old, new = make.event("a", start="2024-05-01"), make.event("b", start="2026-10-01")
    past = make.history(old, new, make.organisation())
    before = fingerprints(make.site(old, new, make.organisation(), past=past))
    edited = make.event("b", start="2026-10-01", title="Autre")
    after = fingerprints(make.site(old, edited, make.organisation(), past=past))
    changed = {path for path in before if before[path] != after[path]}
    assert changed == {f"indicators/{key}.{suffix}" for key in ("2026", "2026-2027") for suffix in ("json", "csv")}


def test_a_day_makes_the_present_year_again_and_no_other() -> None:
    records = make.event("a", start="2024-05-01"), make.event("b", start="2026-10-01"), make.organisation()
    before, after = (fingerprints(make.site(*records, now=make.NOW.replace(day=day))) for day in (21, 22))
    assert {path for path in before if before[path] != after[path]} == {"indicators/2026.json", "indicators/2026.csv"}


def test_a_frozen_year_is_not_made_again_for_an_edit() -> None:
    event = make.event("a", start="2025-05-01")
    snapshot = freeze(make.site(event, make.organisation()), 2025)
    edited = make.event("a", start="2025-05-01", title="Autre")
    before, after = (
        fingerprints(Site(make.site(each, make.organisation()).calendar, snapshots={2025: snapshot}))
        for each in (event, edited)
    )
    assert before["indicators/2025.json"] == after["indicators/2025.json"]
    assert Interval.year(2025).key == "2025"
