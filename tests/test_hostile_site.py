"""Hostile texts in every field of every record: a site of them is made of nothing that a harmless one is not."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from affiche.build import Prepared, prepare_site
from affiche.model.event import Event
from affiche.model.organisation import Organisation
from affiche.model.place import Venue
from affiche.outputs.data.spreadsheet import harmless
from affiche.outputs.registry import site_artifacts
from affiche.outputs.site import Site
from tests.hostile_site import RECORDS, facts, make_harmless, make_hostile
from tests.outputs.data.reading import api_files, refusals
from tests.pages import BuiltSite, text_of
from tests.projects import plan_of

#: How many hostile records at least are published, as the others are refused.
LEAST = {"events": 90, "organisations": 30, "venues": 30}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    return prepare_site(plan_of(make_hostile(tmp_path_factory.mktemp("hostile"))))


@pytest.fixture(scope="module")
def hostile_site(hostile: Prepared) -> BuiltSite:
    return rendered(hostile.site)


@pytest.fixture(scope="module")
def harmless_facts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    root: Path = make_harmless(tmp_path_factory.mktemp("harmless"))
    return facts(rendered(prepare_site(plan_of(root)).site))


def rendered(site: Site) -> BuiltSite:
    """The files of a site in one language, without images."""
    made = (artifact for artifact in site_artifacts(site) if not artifact.media_type.startswith("image/"))
    return BuiltSite({artifact.path: artifact.render() for artifact in made if not artifact.path.startswith("nl/")})


def test_most_hostile_texts_are_accepted_and_so_tried(hostile: Prepared) -> None:
    shelves = hostile.site.calendar.records
    assert [collection for collection in RECORDS if len(shelves[collection]) < LEAST[collection]] == []


def test_hostile_texts_add_no_element_attribute_scheme_or_property(
    hostile_site: BuiltSite, harmless_facts: dict[str, set[str]]
) -> None:
    found = facts(hostile_site)
    assert {kind: added for kind in found if (added := found[kind] - harmless_facts[kind])} == {}


def test_accepted_titles_come_back_unchanged(hostile: Prepared, hostile_site: BuiltSite) -> None:
    for event in hostile.site.calendar.all(Event):
        page = hostile_site.page(f"fr/evenements/{event.id}/")
        title = " ".join(event.title["fr"].split())
        told = (text_of(page.one("//h1")), page.one("//meta[@property='og:title']/@content"), page.data()[0]["name"])
        assert [" ".join(text.split()) for text in told] == [title] * 3


def test_accepted_texts_come_back_unchanged_from_the_data(hostile: Prepared, hostile_site: BuiltSite) -> None:
    data = json.loads(hostile_site.files["api/v1/events.json"])["events"]
    said = {each["id"]: (each["title"], each["summary"], each["body"]) for each in data}
    events = hostile.site.calendar.all(Event)
    assert said == {each.id: (dict(each.title), dict(each.summary or {}), dict(each.body or {})) for each in events}
    for collection, model in (("organisations", Organisation), ("venues", Venue)):
        found = json.loads(hostile_site.files[f"api/v1/{collection}.json"])[collection]
        named = {each["id"]: each["name"] for each in found}
        assert named == {each.id: dict(each.label) for each in hostile.site.calendar.all(model)}


def test_accepted_titles_come_back_from_the_table(hostile: Prepared, hostile_site: BuiltSite) -> None:
    table = io.StringIO(hostile_site.files["api/v1/events.csv"].decode("utf-8-sig"), newline="")
    said = {row["event_id"]: row["title_fr"] for row in csv.DictReader(table, strict=True)}
    assert said == {each.id: harmless(each.title["fr"]) for each in hostile.site.calendar.all(Event)}


def test_data_of_hostile_texts_is_what_its_schemas_say(hostile_site: BuiltSite) -> None:
    assert list(refusals(api_files(hostile_site.files))) == []


@pytest.mark.filterwarnings("ignore::html5lib.constants.DataLossWarning")
def test_without_escaping_the_hostile_texts_would_be_seen(
    hostile: Prepared, harmless_facts: dict[str, set[str]]
) -> None:
    bare = hostile.site.templates.overlay(autoescape=False)
    found = facts(rendered(replace(hostile.site, templates=bare)))
    assert {"script", "img"} <= found["element"]
    assert {"script", "svg"} & (found["element"] - {"head"})
    assert found["attribute"] - harmless_facts["attribute"] >= {"img onerror"}
