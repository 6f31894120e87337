"""The first view of a page is light: HTML, styles and scripts, compressed as a host sends them."""

from __future__ import annotations

import gzip
import json
import random
import re
from dataclasses import replace
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest

from affiche.build import prepare_site
from affiche.outputs.finder.output import finder_artifacts
from affiche.outputs.registry import site_artifacts
from tests.pages import BuiltSite
from tests.projects import ROOT, make_tiny, plan_of

HTML_LIMIT, STYLE_LIMIT, SCRIPT_LIMIT = 12 * 1024, 10 * 1024, 6 * 1024
EMBED_LIMIT, COMPONENT_LIMIT = 6 * 1024, 3 * 1024
RULES_LIMIT, FACTS_LIMIT = 45 * 1024, 14 * 1024
EMBED = ("assets/embed.css", "assets/embed.js")
EVENTS, ORGANISATIONS = 60, 200
#: What a script imports from the first.
IMPORTED = re.compile(r'(?:from|import)"(\.{1,2}/[^"?]+)\?')
#: The file that the browser searches, with as many events and as many bytes of each.
UPCOMING, ENTRY_LIMIT = 600, 56
#: Words of our own editorial pages, so that the texts compress as real ones do.
WORDS = sorted(set((ROOT / "content/pages/fr/about.md").read_text(encoding="utf-8").split()) - {"---"})


def texts(some: random.Random, count: int) -> str:
    return " ".join(some.choices([word for word in WORDS if word.isalpha()], k=count))


def event(number: int) -> str:
    """An event of the next ten days with all that a card and a page show."""
    some = random.Random(number)  # noqa: S311 - texts, not secrets
    return f"""---
title: {{fr: "{texts(some, 5)[:80]}", nl: "{texts(some, 5)[:80]}"}}
summary: {{fr: "{texts(some, 20)[:190]}", nl: "{texts(some, 20)[:190]}"}}
type: concert
disciplines: [music]
organisers: [zinneke]
venue: {{name: "{texts(some, 2)}", street: "{texts(some, 3)} {number}", postal_code: 1000, municipality: Bruxelles}}
start: 2026-{11 if number < 30 else 12}-{22 + number % 9 if number < 30 else 1 + number % 4:02} {10 + number % 12}:00
price: {number + 1}
spoken_languages: [fr, nl]
source: ["Un tract"]
---

# fr

{texts(some, 150)}

{texts(some, 150)}

# nl

{texts(some, 300)}
"""


def organisation(number: int) -> tuple[str, str]:
    """The id and the file of an organisation, under a name of its own."""
    some = random.Random(number)  # noqa: S311 - texts, not secrets
    name = f"{texts(some, 2)} {number}"
    stem = re.sub("[^a-z0-9]+", "-", name.lower().encode("ascii", "ignore").decode()).strip("-")
    return stem, f'---\nname: "{name}"\nurl: "https://o{number}.example.org/"\nsource: ["Un tract"]\n---\n'


@pytest.fixture(scope="module")
def sizes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, int]:
    """The bytes of each text file of a site with sixty events of the coming days, compressed."""
    root = make_tiny(tmp_path_factory.mktemp("weight"), **{f"e-{number}": event(number) for number in range(EVENTS)})
    for number in range(ORGANISATIONS):
        name, text = organisation(number)
        (root / f"content/organisations/{name}.md").write_text(text, encoding="utf-8")
    plan = plan_of(root)
    prepared = prepare_site(replace(plan, settings=replace(plan.settings, social_weeks=8)))
    assert prepared.left_out == frozenset()
    made = {artifact.path: artifact for artifact in site_artifacts(prepared.site)}
    return {path: len(gzip.compress(made[path].render())) for path in made if path.endswith((".html", ".css", ".js"))}


@pytest.mark.parametrize(
    "path",
    [
        "fr/",
        "fr/agenda/",
        "fr/evenements/e-7/",
        "fr/organisations/zinneke/",
        "fr/disciplines/musique/",
        "fr/recherche/",
        "fr/abonnement/",
        "fr/integrer/",
        "fr/redaction/",
        "fr/redaction/deux-semaines/",
        "fr/contribuer/",
        "fr/kit-social/",
        "fr/kit-social/e-7/",
    ],
)
def test_a_page_is_light(sizes: dict[str, int], path: str) -> None:
    assert sizes[f"{path}index.html"] <= HTML_LIMIT


def test_styles_are_light(sizes: dict[str, int]) -> None:
    assert sizes["assets/affiche.css"] <= STYLE_LIMIT


def test_the_form_is_light_with_its_own_styles(sizes: dict[str, int]) -> None:
    """Its sheet takes from its page what that leaves of its limit."""
    path = "fr/contribuer/index.html"
    assert sizes[path] + sizes["assets/contribute.css"] <= HTML_LIMIT


def scripts_of(site: BuiltSite, path: str) -> dict[str, bytes]:
    """The scripts that a page asks for without being touched, and those that they import."""
    asked, found = site.page(path).all("//script/@src"), {}
    while asked:
        name = asked.pop().partition("?")[0].removeprefix("/")
        found[name] = site.files[name]
        asked += [normpath(join(dirname(name), other)) for other in IMPORTED.findall(found[name].decode())]
    return found


@pytest.mark.parametrize(
    "path",
    [
        "",
        "fr/",
        "fr/agenda/",
        "fr/evenements/nuit-ouverte/",
        "fr/recherche/",
        "fr/favoris/",
        "fr/integrer/",
        "fr/redaction/",
        "fr/contribuer/",
        "fr/kit-social/",
        "fr/kit-social/nuit-ouverte/",
    ],
)
def test_scripts_are_light(small: BuiltSite, path: str) -> None:
    scripts = scripts_of(small, path)
    assert scripts
    assert sum(len(gzip.compress(data)) for data in scripts.values()) <= SCRIPT_LIMIT


def test_the_rules_of_the_form_are_loaded_at_its_first_use_and_are_light(small: BuiltSite) -> None:
    rules = {path: data for path, data in small.files.items() if path.startswith("assets/entry/")}
    assert sum(len(gzip.compress(data)) for data in rules.values()) <= RULES_LIMIT
    assert rules.keys() & scripts_of(small, "fr/contribuer/").keys() == set()
    facts = json.loads(small.files["fr/contribute.json"])
    assert len(gzip.compress(json.dumps(facts["rules"]).encode())) <= FACTS_LIMIT


def test_an_embed_is_light_with_its_styles_and_its_script(sizes: dict[str, int]) -> None:
    assert sum(sizes[path] for path in ("embed/fr/agenda/index.html", *EMBED)) <= EMBED_LIMIT


def test_the_web_component_is_light(sizes: dict[str, int]) -> None:
    assert sizes["assets/affiche-agenda.js"] <= COMPONENT_LIMIT


def test_what_the_browser_searches_is_light(tmp_path: Path) -> None:
    root = make_tiny(tmp_path, **{f"e-{number}": event(number) for number in range(UPCOMING)})
    site = prepare_site(plan_of(root)).site
    assert len(site.upcoming()) == UPCOMING + 1
    data = next(finder_artifacts(site)).render()
    assert len(gzip.compress(data)) <= UPCOMING * ENTRY_LIMIT


def test_the_fixture_is_as_large_as_it_says(sizes: dict[str, int]) -> None:
    assert len([path for path in sizes if path.startswith("fr/evenements/e-")]) == EVENTS
    assert len([path for path in sizes if path.startswith("fr/organisations/")]) == ORGANISATIONS + 2
    assert Path("fr/agenda/index.html").as_posix() in sizes
