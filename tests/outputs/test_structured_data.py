"""Structured data on the pages of whole sites, by our own rules and by the types of schema.org."""

from __future__ import annotations

import json
import re
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.outputs.jsonld_rules import EVENT_KINDS, faults, nodes_of
from tests.pages import BuiltSite, Page
from tests.projects import ROOT

TSC = ROOT / "node_modules/typescript/bin/tsc"
SITES = ("small", "real")
#: The kinds of pages, by their French addresses, and the types of their structured data.
KINDS = {
    r"": ["WebSite"],
    r"fr/": ["WebSite"],
    r"fr/evenements/[^/]+/": ["Event", "BreadcrumbList"],
    r"fr/organisations/[^/]+/": ["Organization", "BreadcrumbList"],
    r"fr/lieux/[^/]+/": ["Place", "BreadcrumbList"],
    r"fr/(?:disciplines|communes)/.+/|fr/agenda/.+/|fr/changements/": ["BreadcrumbList"],
    r"fr/(?:appels|groupes|indicateurs|pratiques|projets)/(?:.+/)?": ["BreadcrumbList"],
    r"fr/(?:bruxelles-a-l-etranger|durabilite|fiches|offres-et-demandes|professionnels)/": ["BreadcrumbList"],
}


@pytest.fixture(params=SITES)
def site(request: pytest.FixtureRequest) -> BuiltSite:
    found: BuiltSite = request.getfixturevalue(request.param)
    return found


def told(page: Page) -> list[str]:
    """The types of a page's structured data, those of events as one."""
    return ["Event" if data["@type"] in EVENT_KINDS else data["@type"] for data in page.data()]


def test_structured_data_breaks_no_rule(site: BuiltSite) -> None:
    assert {page.path: found for page in site.pages() if (found := faults(page))} == {}


def test_each_kind_of_page_has_the_data_of_its_kind(small: BuiltSite) -> None:
    wrong = {}
    for page in small.pages():
        if page.language == "nl" or page.is_redirect:
            continue
        address = page.path.removesuffix("index.html")
        expected = next((kinds for pattern, kinds in KINDS.items() if re.fullmatch(pattern, address)), [])
        if told(page) != expected:
            wrong[address.removeprefix("fr/evenements/")] = told(page)
    undated = ["BreadcrumbList"]
    assert wrong == {"un-mois/": undated, "une-saison/": undated, "retire/": [], "fr/appels/appel-retire/": []}


def test_a_thing_has_one_identity_in_all_languages(site: BuiltSite) -> None:
    pages: dict[str, set[str]] = defaultdict(set)
    for page in site.pages():
        for data in page.data():
            if "@id" in data and data["@type"] != "WebSite":
                pages[data["@id"]].add(page.language)
    assert {identity for identity, languages in pages.items() if languages != {"fr", "nl"}} == set()


def test_every_image_that_is_told_is_a_file_of_the_site(site: BuiltSite) -> None:
    named = {
        node["contentUrl"].removeprefix("https://affiche.example/")
        for page in site.pages()
        for node in nodes_of(page.data())
        if node["@type"] == "ImageObject"
    }
    assert named - set(site.files) == set()


def test_structured_data_has_the_types_and_properties_of_schema_org(
    small: BuiltSite, real: BuiltSite, tmp_path: Path
) -> None:
    nodes = [(page.path, data) for site in (small, real) for page in site.pages() for data in page.data()]
    assert errors_of(nodes, tmp_path) == []


def test_the_types_of_schema_org_see_a_wrong_property_and_a_wrong_value(tmp_path: Path) -> None:
    place = {"@type": "Place", "name": "Parc"}
    event = {"@context": "https://schema.org", "@type": "MusicEvent", "name": "Bal", "location": place}
    wrong: list[Any] = [
        event | {"startTime": "20:00"},
        event | {"location": place | {"street": "Rue"}},
        event | {"eventStatus": "cancelled"},
        event | {"location": {"@type": "Postcard"}},
    ]
    found = errors_of([(str(number), node) for number, node in enumerate((event, *wrong))], tmp_path)
    assert [error.partition(":")[0] for error in found] == ["1", "2", "3", "4"]


def errors_of(nodes: list[tuple[str, Any]], folder: Path) -> list[str]:
    """What TypeScript finds wrong with nodes, each after the name of its page; nodes of one shape are tried once."""
    kinds = sorted({node["@type"] for _, node in nodes})
    shapes = {json.dumps(shape_of(node), sort_keys=True): (name, node) for name, node in nodes}
    lines = [f"import type {{ WithContext, {', '.join(kinds)} }} from 'schema-dts';"]
    lines += [
        f"export const n{line}: WithContext<{node['@type']}> = {json.dumps(node)};"
        for line, (_, node) in enumerate(shapes.values())
    ]
    (folder / "nodes.ts").write_text("\n".join(lines), encoding="utf-8")
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    options = ("--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "--pretty", "false")
    done = subprocess.run(["node", TSC, *options, "nodes.ts"], cwd=folder, capture_output=True, text=True, check=False)
    named = [name for name, _ in shapes.values()]
    return list(_errors(done.stdout + done.stderr, named))


def _errors(output: str, named: list[str]) -> Iterator[str]:
    for line in output.splitlines():
        found = re.match(r"nodes\.ts\((\d+),\d+\): error (.*)", line)
        if found:
            yield f"{named[int(found[1]) - 2]}: {found[2]}"
        elif line and not line.startswith(" "):
            yield line


def shape_of(value: Any) -> Any:
    """A value with its texts and numbers left out, but for types and members of enumerations."""
    if isinstance(value, dict):
        return {name: part if name == "@type" else shape_of(part) for name, part in value.items()}
    if isinstance(value, list):
        return [json.loads(part) for part in sorted({json.dumps(shape_of(part), sort_keys=True) for part in value})]
    if isinstance(value, str) and value.startswith("https://schema.org/"):
        return value
    return type(value).__name__
