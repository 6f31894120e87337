"""Pages with the headers that a host sends: they work, a foreign page may show embeds in a frame, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Route, expect

from tests.browser.visits import Visit
from tests.outputs.test_host_headers import sent
from tests.pages import BuiltSite

ELSEWHERE = "http://partner.example/"


@contextmanager
def with_headers(visit: Visit, small: BuiltSite) -> Iterator[None]:
    """Inside, each answer of the host has the headers of its path."""
    rules = small.files["_headers"].decode()

    def answer(route: Route) -> None:
        found = route.fetch()
        path = route.request.url.removeprefix(f"http://{visit.host}").partition("?")[0]
        own = {name.lower(): ", ".join(values) for name, values in sent(rules, path).items()}
        # The test's own host has no certificate.
        own.pop("strict-transport-security")
        route.fulfill(response=found, headers={**found.headers, **own})

    visit.page.route(f"http://{visit.host}/**", answer)
    yield
    visit.page.unroute_all(behavior="wait")


@pytest.mark.parametrize("path", ["fr/", "nl/agenda/?q=bal", "fr/evenements/images-de-nuit/", "nl/bijdragen/"])
def test_a_page_works_with_its_headers(visit: Visit, small: BuiltSite, path: str) -> None:
    with with_headers(visit, small):
        visit.go(path)
        expect(visit.page.get_by_role("heading", level=1)).to_be_visible()
        assert visit.troubles() == []


@pytest.mark.parametrize(("path", "shown"), [("embed/fr/agenda/", 1), ("fr/agenda/", 0)])
def test_a_foreign_page_shows_embeds_alone_in_a_frame(visit: Visit, small: BuiltSite, path: str, shown: int) -> None:
    frame = f'<!doctype html><iframe src="http://{visit.host}/{path}"></iframe>'
    with with_headers(visit, small):
        visit.page.route(f"{ELSEWHERE}**", lambda route: route.fulfill(body=frame, content_type="text/html"))
        visit.page.goto(ELSEWHERE)
        visit.page.wait_for_load_state("networkidle")
        (framed,) = visit.page.frames[1:]
        assert framed.locator("main").count() == shown
