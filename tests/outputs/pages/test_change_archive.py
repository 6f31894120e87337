"""The archive of changes: every month for good, with what is over and what was followed by another change."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from affiche.model.change import Change
from affiche.outputs.addresses import page_addresses
from affiche.outputs.markup import make_environment
from affiche.outputs.pages.change_archive import change_archive_artifacts, change_months
from affiche.outputs.pages.changes import change_artifacts
from affiche.outputs.site import Site
from affiche.sources.assets import load_assets
from tests import factories as make
from tests.pages import Page, parse_page
from tests.projects import ROOT

COMING = make.event("nuit", venue="la-vallee")
PAST = make.event("bal", title="Bal", start="2025-06-05 20:00")
GROUP = make.event("reunion", title="Réunion", audience="members")
GONE = make.event("farce", withdrawn={"date": "2026-11-02", "reason": {"fr": "Un canular.", "nl": "Een grap."}})


def change(event_id: str, kind: str, on: str, date: str = "20261205T2000", **more: Any) -> Change:
    moment, name = datetime.fromisoformat(f"{on}T12:00:00+00:00").astimezone(UTC), f"{event_id}.{date}"
    return Change(event_id, name, kind, moment, affected=(name,), **more)


CHANGES = (
    change("bal", "cancelled", "2025-05-03", "20250605T2000"),
    change("nuit", "cancelled", "2026-10-03"),
    change("nuit", "on-again", "2026-10-04"),
    change("reunion", "cancelled", "2026-10-05"),
    change("nuit", "venue", "2026-11-01", before="scene", after="la-vallee"),
    change("farce", "venue", "2026-11-01", after="la-vallee"),
    change("farce", "cancelled", "2026-11-02"),
    change("nuit", "sold-out", "2027-01-01"),
)


def site(*changes: Change) -> Site:
    records = COMING, PAST, GROUP, GONE, make.organisation(), make.venue(), make.venue("scene", name="Scène")
    history = make.history(*records)
    overrides = ROOT / "overrides"
    made = make.site(*records, past=type(history)(history.dates, changes=changes))
    return type(made)(made.calendar, templates=make_environment(overrides), assets=load_assets(overrides))


def pages(made: Site, language: str = "fr") -> dict[str, Page]:
    found = (each for each in change_archive_artifacts(made) if each.path.startswith(language))
    return {each.path: parse_page(each.path, each.render()) for each in found}


def test_each_month_has_all_its_changes_for_good() -> None:
    lines = {path: page.texts("//section[@class='changes']//li") for path, page in pages(site(*CHANGES)).items()}
    assert lines == {
        "fr/changements/2026/11/index.html": [
            "Annulé Retiré de l’agenda Un canular.",
            "Autre lieu Nuit ouverte La Vallée (avant : Scène)",
        ],
        "fr/changements/2026/10/index.html": [
            "A lieu finalement Nuit ouverte",
            "Annulé Nuit ouverte A encore changé depuis",
        ],
        "fr/changements/2025/05/index.html": ["Annulé Bal Passé"],
    }  # fmt: skip


def test_the_page_of_changes_leads_to_every_month_and_months_to_those_beside_them() -> None:
    made = site(*CHANGES)
    whole = {each.path: each.render() for each in change_artifacts(made)}["nl/wijzigingen/index.html"]
    found = parse_page("nl/wijzigingen/index.html", whole)
    months = "//section[@aria-labelledby='earlier']//a"
    assert found.all(f"{months}/@aria-label") == ["november 2026", "oktober 2026", "mei 2025"]
    assert found.all(f"{months}/@href") == [f"/nl/wijzigingen/{month}/" for month in ("2026/11", "2026/10", "2025/05")]
    middle = pages(made, "nl")["nl/wijzigingen/2026/10/index.html"]
    assert middle.all("//nav[@class='pages']//a/@href") == [
        f"/nl/wijzigingen/{path}" for path in ("2025/05/", "2026/11/", "")
    ]


def test_months_are_in_the_sitemap_with_a_title_of_their_own() -> None:
    made = site(*CHANGES)
    paths = [page.paths["fr"] for page in page_addresses(made) if page.paths["fr"].startswith("fr/changements/2")]
    assert paths == [f"fr/changements/{month}/" for month in ("2026/11", "2026/10", "2025/05")]
    titles = [page.texts("//h1")[0] for page in pages(made).values()]
    assert titles == [f"Changements : {month}" for month in ("novembre 2026", "octobre 2026", "mai 2025")]


def test_a_new_change_makes_the_months_again_that_tell_of_its_event_and_no_others() -> None:
    before = {each.path: each.fingerprint for each in change_archive_artifacts(site(*CHANGES))}
    more = change("bal", "on-again", "2026-11-20", "20250605T2000")
    after = {each.path: each.fingerprint for each in change_archive_artifacts(site(*CHANGES, more))}
    assert sorted(path for path in before if before[path] != after[path] and path.startswith("nl/")) == [
        "nl/wijzigingen/2025/05/index.html",
        "nl/wijzigingen/2026/11/index.html",
    ]


def test_a_busy_month_has_parts() -> None:
    many = tuple(change("nuit", "sold-out", f"2026-10-{1 + number % 28:02}") for number in range(301))
    ((_, parts),) = change_months(site(*many)).items()
    assert [sum(len(found) for _, found in part) for part in parts] == [147, 143, 11]
    assert [*pages(site(*many))][1:] == [f"fr/changements/2026/10/{number}/index.html" for number in (2, 3)]
