"""Hostile texts in a browser: nothing of them runs, asks or leads anywhere."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from affiche.build import prepare_site
from affiche.model.event import Event
from affiche.outputs.registry import site_artifacts
from tests.browser.visits import Visit, served, visiting
from tests.hostile_site import make_hostile
from tests.projects import plan_of

LISTS = (
    *("fr/", "fr/agenda/2026/12/", "fr/organisations/", "fr/lieux/", "fr/disciplines/musique/", "fr/communes/"),
    *("fr/integrer/", "embed/fr/agenda/?count=24", "embed/fr/disciplines/musique/"),
)
#: Of the pages of events, each so manieth is opened.
STEP = 6


@pytest.fixture(scope="module")
def hostile(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Visit, list[str]]]:
    """A watched page of the hostile site, and the paths of its events."""
    site = prepare_site(plan_of(make_hostile(tmp_path_factory.mktemp("hostile")))).site
    out = tmp_path_factory.mktemp("served-hostile")
    for artifact in site_artifacts(site):
        if artifact.path.startswith(("fr/", "embed/fr/", "assets/", "media/")):
            (out / artifact.path).parent.mkdir(parents=True, exist_ok=True)
            (out / artifact.path).write_bytes(artifact.render())
    events = [site.routes.record("fr", event) for event in site.calendar.all(Event)]
    with served(out) as host, visiting(browser, host) as visit:
        yield visit, events


def test_lists_of_hostile_texts_are_quiet(hostile: tuple[Visit, list[str]]) -> None:
    visit, _ = hostile
    for path in LISTS:
        visit.go(path)
        assert (path, visit.troubles(), visit.too_wide(320)) == (path, [], [])


def test_pages_of_hostile_texts_are_quiet(hostile: tuple[Visit, list[str]]) -> None:
    visit, events = hostile
    for path in events[::STEP]:
        visit.go(path)
        assert (path, visit.troubles(), visit.too_wide(320)) == (path, [], [])
