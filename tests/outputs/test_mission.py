"""Every step of the council's plan has a page, which the menu leads to in every language."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest

from affiche.locales import load_words
from affiche.model.region import Region
from affiche.outputs.routes import Routes
from tests.pages import BuiltSite, text_of

#: The keys of the pages of each step.
STEPS = {
    "inventory of the organisations": ("organisations", "sustainability", "profiles"),
    "thematic working groups": ("groups",),
    "regular meetings": ("professionals",),
    "joint projects": ("projects",),
    "sharing knowledge and best practices": ("practices",),
    "coordinated marketing": ("campaigns", "marketing-calendar", "promotion-plan", "newsroom", "social-kit", "embed"),
    "evaluation and feedback": ("indicators",),
    "strategy for the long term": ("indicators",),
    "better lines of communication": ("changes", "matching"),
    "visibility abroad and opportunities": ("brussels-abroad", "calls"),
}
ROUTES = Routes({language: load_words(language) for language in ("fr", "nl")}, Region(()))


def leads_to(site: BuiltSite, path: str, xpath: str) -> set[str]:
    """Where links of a page lead, as paths of the site."""
    return {urljoin(f"/{path}", link.get("href")).lstrip("/") for link in site.page(path).all(xpath)}


@pytest.mark.parametrize("language", ROUTES.words)
@pytest.mark.parametrize("step", STEPS)
def test_a_step_of_the_plan_is_two_clicks_away(small: BuiltSite, step: str, language: str) -> None:
    menu = leads_to(small, ROUTES.home(language), "//nav[@id='menu']//a[@href]")
    behind = leads_to(small, ROUTES.page(language, "network"), "//main//a[@href]")
    wanted = {ROUTES.page(language, key) for key in STEPS[step]}
    assert ROUTES.page(language, "network") in menu
    assert wanted - menu - behind == set()
    assert {path for path in wanted if f"{path}index.html" not in small.files} == set()


@pytest.mark.parametrize("language", ROUTES.words)
def test_every_door_of_the_network_says_what_is_behind_it(small: BuiltSite, language: str) -> None:
    path = ROUTES.page(language, "network")
    for link in small.page(path).all("//ul[class~doors]//a"):
        behind = small.page(urljoin(f"/{path}", link.get("href")).lstrip("/"))
        assert behind.texts("//h1") == [text_of(link)]
