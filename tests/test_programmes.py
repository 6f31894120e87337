"""The printed programmes: their pages, and the PDFs that are made of them for the next build."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from affiche.outputs.pages.programmes import programme_artifacts
from affiche.sources.programmes import load_programmes
from programme.pages import programme_pages
from tests import factories as make
from tests.pages import BuiltSite
from tests.projects import build_project, files_of, make_tiny

PDF = b"%PDF-1.7"


@pytest.mark.parametrize(
    ("path", "titles"),
    [
        ("fr/programmes/2026-12/", ["Nuit ouverte : porte close"]),
        ("nl/programmaboekjes/campagnes/hiver/", ["Open nacht: deur dicht"]),
    ],
)
def test_a_programme_has_what_is_on_in_its_days(small: BuiltSite, path: str, titles: list[str]) -> None:
    found = small.page(path).texts("//article[@class='programme']//p[@class='programme-title']/a")
    assert [title for title in found if title in titles] == titles


def test_programmes_are_of_weeks_months_municipalities_and_campaigns(small: BuiltSite) -> None:
    page = small.page("fr/programmes/")
    assert [section.get("aria-labelledby") for section in page.all("//main//section")] == [
        *("all", "campaign", "municipality"),
    ]
    assert page.texts("//section[@aria-labelledby='all']//a") == [
        *("Semaine 47", "Semaine 48", "Novembre 2026", "Décembre 2026"),
    ]


def test_pages_to_print_are_all_programmes_and_not_their_list(small: BuiltSite, tmp_path: Path) -> None:
    wanted = {path for path in small.html if path.startswith(("fr/programmes/", "nl/programmaboekjes/"))}
    for path in (*wanted, "fr/index.html"):
        place = tmp_path / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(small.files[path])
    found = {page.relative_to(tmp_path).as_posix() for page in programme_pages(tmp_path, ("fr", "nl"))}
    assert found == wanted - {"fr/programmes/index.html", "nl/programmaboekjes/index.html"}


def test_pdfs_lie_in_a_folder_by_their_paths_in_the_site(tmp_path: Path) -> None:
    assert load_programmes(tmp_path / "programmes") == {}
    place = tmp_path / "fr" / "programmes" / "2026-12.pdf"
    place.parent.mkdir(parents=True)
    place.write_bytes(PDF)
    assert load_programmes(tmp_path) == {"fr/programmes/2026-12.pdf": PDF}


def test_a_pdf_stands_beside_its_page_and_one_without_a_page_is_left_out() -> None:
    known = {"fr/programmes/2026-12.pdf": PDF, "fr/programmes/2020-01.pdf": PDF}
    site = replace(make.site(make.event(), make.organisation()), programmes=known)
    assert [each.path for each in programme_artifacts(site) if each.path.endswith(".pdf")] == [
        "fr/programmes/2026-12.pdf"
    ]


def test_pages_lead_to_the_pdf_that_there_is(tmp_path: Path) -> None:
    root = make_tiny(tmp_path / "tiny")
    place = root / "programmes" / "fr" / "programmes" / "2026-12.pdf"
    place.parent.mkdir(parents=True)
    place.write_bytes(PDF)
    build_project(root, tmp_path / "site")
    site = BuiltSite(files_of(tmp_path / "site"))
    links = [
        (page, link.get("href"))
        for page in ("fr/programmes/", "fr/programmes/2026-12/", "nl/programmaboekjes/2026-12/")
        for link in site.page(page).all("//main//a[@type='application/pdf']")
    ]
    assert [page for page, _ in links] == ["fr/programmes/", "fr/programmes/2026-12/"]
    assert {href for _, href in links} == {"/fr/programmes/2026-12.pdf"}
    assert site.files["fr/programmes/2026-12.pdf"] == PDF
