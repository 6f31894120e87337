"""The files of a kit: made once for what they show, and the same each time."""

from __future__ import annotations

import csv
import io
import re
from zipfile import ZipFile

import pytest

from affiche.outputs.artifact import Artifact
from affiche.outputs.site import Site
from affiche.outputs.social.output import social_artifacts
from tests import factories as make
from tests.outputs.social.kits import kit_site
from tests.projects import ROOT

KIT = "fr/kit-social/nuit-ouverte/nuit-ouverte"
COLUMNS = [
    *("id", "title", "kind", "date", "place", "organisers", "link", "tickets", "hashtags", "alt"),
    *("caption_short", "caption_medium", "caption_long", "image_1200x630", "image_1080x1080", "image_1080x1920"),
    *("image_credit", "colour", "colour_text"),
]


def made(site: Site) -> dict[str, Artifact]:
    return {artifact.path: artifact for artifact in social_artifacts(site)}


def rows(artifact: Artifact) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(artifact.render().decode("utf-8-sig"), newline="")))


def test_an_archive_holds_the_images_and_the_texts_and_is_the_same_each_time() -> None:
    site = kit_site(make.event())
    files, again = made(site), made(kit_site(make.event()))
    data = files[f"{KIT}.zip"].render()
    archive = ZipFile(io.BytesIO(data))
    images = [f"nuit-ouverte-{shape}.png" for shape in ("1080x1080", "1080x1920", "1200x630")]
    assert archive.namelist() == ["captions.txt", *images]
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert archive.read(images[0]) == files[f"{KIT}-1080x1080.png"].render()
    assert again[f"{KIT}.zip"].render() == data


def test_the_texts_of_an_archive_have_headings() -> None:
    text = ZipFile(io.BytesIO(made(kit_site(make.event()))[f"{KIT}.zip"].render())).read("captions.txt").decode()
    assert [line for line in text.splitlines() if line.startswith("## ")] == [
        "## Description des images, pour les personnes qui ne les voient pas",
        "## Texte court (X, Bluesky)",
        "## Texte moyen (Mastodon, LinkedIn, Facebook)",
        "## Texte long (Instagram)",
    ]
    assert "Affiche : Nuit ouverte. Concert. Samedi 5 décembre à 20 h. Zinneke." in text


def test_an_image_depends_on_what_it_shows_alone() -> None:
    plain = made(kit_site(make.event()))
    told = made(kit_site(make.event(summary={"fr": "Une nuit blanche."})))
    moved = made(kit_site(make.event(start="2026-12-06 20:00")))
    image, archive = f"{KIT}-1200x630.png", f"{KIT}.zip"
    assert plain[image].fingerprint == told[image].fingerprint != moved[image].fingerprint
    assert plain[archive].fingerprint != told[archive].fingerprint


def test_a_table_has_a_row_for_each_kit() -> None:
    (row,) = rows(made(kit_site(make.event()))["fr/organisations/zinneke/social-kit.csv"])
    assert list(row) == COLUMNS
    assert row["image_1080x1080"] == f"https://example.org/{KIT}-1080x1080.png"
    assert (row["colour"], row["colour_text"]) == ("#FF8A1F", "#141414")
    assert row["date"] == "Samedi 5 décembre à 20 h"


def test_each_organisation_has_a_table_of_its_own() -> None:
    bal = make.event("bal", organisers=["recyclart"])
    files = made(kit_site(make.event(), bal, make.organisation("recyclart", name="Recyclart")))
    assert [row["id"] for row in rows(files["fr/organisations/recyclart/social-kit.csv"])] == ["bal"]
    assert [row["id"] for row in rows(files["fr/kit-social/social-kit.csv"])] == ["bal", "nuit-ouverte"]


def test_no_cell_is_a_formula() -> None:
    (row,) = rows(made(kit_site(make.event(title="=1+1")))["fr/kit-social/social-kit.csv"])
    assert row["title"] == "'=1+1"
    assert [value for value in row.values() if value.startswith(("=", "+", "-", "@"))] == []


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_each_column_is_documented_for_contributors(language: str) -> None:
    text = (ROOT / f"content/pages/{language}/kits.md").read_text(encoding="utf-8")
    (table,) = [part for part in text.split("\n\n") if "`caption_short`" in part]
    assert [name for line in table.splitlines() for name in re.findall("`([^`]+)`", line.split("|")[1])] == COLUMNS
