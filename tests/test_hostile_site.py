"""Hostile texts in every field of every record: a site of them is made of nothing that a harmless one is not."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace

import pytest
from icalendar import Calendar as Vcalendar
from lxml import etree

from affiche.build import Prepared
from affiche.model.event import Event
from affiche.model.organisation import Organisation
from affiche.model.place import Venue
from affiche.outputs.data.spreadsheet import harmless
from affiche.outputs.registry import site_artifacts
from affiche.outputs.site import Site
from tests.every_field import FIELDS
from tests.hostile_facts import facts, refused_characters, said_of
from tests.hostile_site import NEIGHBOUR, make_harmless, make_hostile, prepare
from tests.outputs.data.reading import api_files, refusals
from tests.pages import BuiltSite, text_of

#: How many hostile records at least are published, as the others are refused.
LEAST = {"events": 90}


#: What spreadsheets take for a formula, and a number, which is none.
FORMULA, NUMBER = tuple("=+-@\t\r＝＋－＠"), re.compile(r"-[0-9]+")
#: What nobody's text is in, which is the same for all contents.
FIXED = re.compile(r"assets/.*|.*[.]schema[.]json|[^/]*[.](txt|webmanifest)|_headers|[.]ht.*|[.]nojekyll")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    return prepare(make_hostile(tmp_path_factory.mktemp("hostile")))


@pytest.fixture(scope="module")
def hostile_site(hostile: Prepared) -> BuiltSite:
    return rendered(hostile.site)


@pytest.fixture(scope="module")
def hostile_half(hostile_site: BuiltSite) -> BuiltSite:
    return half(hostile_site)


@pytest.fixture(scope="module")
def harmless_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    return rendered(prepare(make_harmless(tmp_path_factory.mktemp("harmless"))).site)


@pytest.fixture(scope="module")
def harmless_facts(harmless_site: BuiltSite) -> dict[str, set[str]]:
    return facts(half(harmless_site))


def rendered(site: Site, paths: str = "") -> BuiltSite:
    """The files of a site without images and archives of them, those whose paths match."""
    made = (each for each in site_artifacts(site) if not each.media_type.startswith(("image/", "application/zip")))
    return BuiltSite({artifact.path: artifact.render() for artifact in made if re.match(paths, artifact.path)})


def half(site: BuiltSite) -> BuiltSite:
    """All files, but those of each record in one language only: to read HTML as its standard says takes long."""
    other = re.compile(r"(embed/)?(fr/.*-\d*[13579]|nl/.*-\d*[02468])/.*")
    return BuiltSite({path: data for path, data in site.files.items() if not other.fullmatch(path)})


def test_most_hostile_texts_are_accepted_and_so_tried(hostile: Prepared) -> None:
    shelves = hostile.site.calendar.records
    assert [collection for collection in FIELDS if len(shelves[collection]) < LEAST.get(collection, 30)] == []


def test_hostile_texts_add_no_element_attribute_scheme_or_property(
    hostile_half: BuiltSite, harmless_facts: dict[str, set[str]]
) -> None:
    found = facts(hostile_half)
    assert {kind: added for kind in found if (added := found[kind] - harmless_facts[kind])} == {}


def test_no_file_of_hostile_texts_holds_a_character_that_is_refused(hostile_site: BuiltSite) -> None:
    texts = {path: data for path, data in hostile_site.files.items() if not path.endswith(".woff2")}
    assert {path: found for path, data in texts.items() if (found := refused_characters(path, data))} == {}
    assert refused_characters("a.html", b"\x08\xe2\x80\xae") == {"\x08", "\u202e"}
    assert refused_characters("a.json", b'["\\u0007"]') == {"\x07"}


def test_hostile_texts_change_nothing_of_another_record(hostile_site: BuiltSite, harmless_site: BuiltSite) -> None:
    said = said_of(hostile_site, NEIGHBOUR)
    assert {path.rpartition(".")[2] for path in said} == {"html", "xml", "ics", "json", "csv"}
    assert said == said_of(harmless_site, NEIGHBOUR)


def test_hostile_texts_change_no_file_that_nobody_writes_in(hostile_site: BuiltSite, harmless_site: BuiltSite) -> None:
    fixed = {path: data for path, data in hostile_site.files.items() if FIXED.fullmatch(path)}
    assert {"_headers", ".htaccess", "robots.txt"} <= fixed.keys()
    assert fixed == {path: data for path, data in harmless_site.files.items() if FIXED.fullmatch(path)}


def test_accepted_titles_come_back_unchanged(hostile: Prepared, hostile_half: BuiltSite) -> None:
    site = hostile.site
    events = {site.routes.record(code, each): each for code in site.languages for each in site.calendar.all(Event)}
    pages = {path: event for path, event in events.items() if f"{path}index.html" in hostile_half.files}
    assert {event.id for event in pages.values()} == {event.id for event in events.values()}
    for path, event in pages.items():
        page, title = hostile_half.page(path), " ".join(event.title["fr"].split())
        told = (text_of(page.one("//h1")), page.one("//meta[@property='og:title']/@content"), page.data()[0]["name"])
        assert [" ".join(text.split()) for text in told] == [title] * 3


def test_accepted_texts_come_back_unchanged_from_the_data(hostile: Prepared, hostile_site: BuiltSite) -> None:
    data = json.loads(hostile_site.files["api/v1/events.json"])["events"]
    said = {each["id"]: (each["title"], each["summary"], each.get("body", {})) for each in data}
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


def test_accepted_titles_come_back_from_the_feed_and_the_calendar(hostile: Prepared, hostile_site: BuiltSite) -> None:
    titles = {each.id: " ".join(each.title["fr"].split()) for each in hostile.site.calendar.all(Event)}
    items = etree.fromstring(hostile_site.files["fr/feed.xml"]).iter("item")
    told = {str(item.findtext("guid")).partition("@")[0]: str(item.findtext("title")) for item in items}
    assert {each: " ".join(title.rpartition(" – ")[0].split()) for each, title in told.items()} == titles
    events = Vcalendar.from_ical(hostile_site.files["fr/calendar.ics"]).walk("VEVENT")
    said = {str(event["UID"]).partition(".")[0]: str(event["SUMMARY"]) for event in events}
    assert {each: title.removeprefix("ANNULÉ - ") for each, title in said.items()} == titles


def test_no_cell_of_a_table_is_a_formula(hostile_site: BuiltSite) -> None:
    tables = {path: data.decode("utf-8-sig") for path, data in hostile_site.files.items() if path.endswith(".csv")}
    cells = {(path, cell) for path, text in tables.items() for row in csv.reader(io.StringIO(text)) for cell in row}
    formulas = [(path, cell) for path, cell in cells if cell.startswith(FORMULA) and not NUMBER.fullmatch(cell)]
    assert (len(tables) > 1, formulas) == (True, [])


def test_data_of_hostile_texts_is_what_its_schemas_say(hostile_site: BuiltSite) -> None:
    assert list(refusals(api_files(hostile_site.files))) == []


@pytest.mark.filterwarnings("ignore::html5lib.constants.DataLossWarning")
def test_without_escaping_the_hostile_texts_would_be_seen(
    hostile: Prepared, harmless_facts: dict[str, set[str]]
) -> None:
    bare = hostile.site.templates.overlay(autoescape=False)
    found = facts(rendered(replace(hostile.site, templates=bare), "fr/evenements/e-[34]"))
    assert {"script", "img"} <= found["element"]
    assert {"script", "svg"} & (found["element"] - {"head"})
    assert found["attribute"] - harmless_facts["attribute"] >= {"img onerror"}
