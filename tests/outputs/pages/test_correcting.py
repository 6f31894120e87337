"""The links by which a visitor corrects or translates the file behind a page."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from affiche.build import prepare_site
from affiche.outputs.registry import site_artifacts
from tests.pages import Page, parse_page
from tests.projects import make_tiny, plan_of

REPOSITORY = "https://github.com/example/affiche"
DUTCH = """---
title: {nl: "Alleen hier"}
type: concert
organisers: [zinneke]
start: 2026-12-05 20:00
source: ["Un tract"]
---
"""
VENUE = """---
name: {nl: "Hal"}
postal_code: 1000
municipality: "Bruxelles"
source: ["Un tract"]
---
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """The pages of two events, one in Dutch alone, of a site with a repository."""
    root = make_tiny(tmp_path_factory.mktemp("correcting"), dit=DUTCH)
    (root / "content/venues").mkdir()
    (root / "content/venues/halle.md").write_text(VENUE, encoding="utf-8")
    settings = root / "mkdocs.yml"
    settings.write_text(f"{settings.read_text(encoding='utf-8')}\nrepo_url: {REPOSITORY}/\n", encoding="utf-8")
    made = {artifact.path: artifact for artifact in site_artifacts(prepare_site(plan_of(root)).site)}
    paths = [f"{folder}/{name}/" for folder in ("fr/evenements", "nl/evenementen") for name in ("bal", "dit")]
    paths += ["fr/organisations/zinneke/", "nl/organisaties/zinneke/", "fr/lieux/halle/", "nl/locaties/halle/"]
    return {path: parse_page(path, made[f"{path}index.html"].render()) for path in paths}


def test_each_page_leads_to_its_file_and_to_a_report_that_names_it(pages: dict[str, Page]) -> None:
    report, edit = pages["fr/evenements/bal/"].all("//footer[@class='source']//a/@href")
    assert edit == f"{REPOSITORY}/edit/main/content/events/bal.md"
    assert report.partition("?")[0] == f"{REPOSITORY}/issues/new"
    assert parse_qs(urlsplit(report).query) == {
        "template": ["3-feedback-fr.yml"],
        "title": ["Erreur sur la page bal"],
        "page": ["https://affiche.example/fr/evenements/bal/"],
    }


def test_a_text_in_another_language_asks_to_be_translated(pages: dict[str, Page]) -> None:
    links = "//footer[@class='source']//a"
    assert pages["fr/evenements/dit/"].texts(links) == [
        *("Traduire ce texte", "Signaler une erreur", "Modifier cette page"),
    ]
    assert pages["fr/evenements/dit/"].all(f"{links}/@href")[0] == f"{REPOSITORY}/edit/main/content/events/dit.md"
    assert pages["nl/evenementen/dit/"].texts(links) == ["Fout melden", "Deze pagina bewerken"]


def test_pages_of_organisations_and_venues_lead_to_their_files_too(pages: dict[str, Page]) -> None:
    links = "//footer[@class='source']//a"
    assert pages["fr/organisations/zinneke/"].all(f"{links}/@href")[-1] == (
        f"{REPOSITORY}/edit/main/content/organisations/zinneke.md"
    )
    assert pages["fr/lieux/halle/"].texts(links)[0] == "Traduire ce texte"
    assert pages["nl/locaties/halle/"].texts(links) == ["Fout melden", "Deze pagina bewerken"]
    assert pages["nl/locaties/halle/"].all(f"{links}/@href")[-1] == f"{REPOSITORY}/edit/main/content/venues/halle.md"
