"""h-event (microformats2) on the page of an event, as a reader from outside understands it."""

from __future__ import annotations

from typing import Any

import mf2py
import pytest

from tests.pages import BuiltSite

SITE = "https://affiche.example/"


def h_event(site: BuiltSite, path: str) -> dict[str, Any]:
    """The only item of a page."""
    parsed = mf2py.parse(doc=site.files[f"{path}index.html"].decode(), url=SITE + path)
    (item,) = parsed["items"]
    assert item["type"] == ["h-event"]
    return {name: value[0] for name, value in item["properties"].items()}


def test_an_event_is_an_h_event(small: BuiltSite) -> None:
    found = h_event(small, "fr/evenements/nuit-ouverte/")
    content = found.pop("content")
    assert found == {
        "name": "Nuit ouverte\u00a0: porte close",
        "start": "2026-12-05T20:30+0100",
        "end": "2026-12-06T02:00:00+0100",
        "location": "La Vallée, Grande salle, Bruxelles",
        "summary": "Quatre heures de musique dans l'ancienne blanchisserie.",
        "url": f"{SITE}fr/evenements/nuit-ouverte/",
    }
    assert content["value"]


@pytest.mark.parametrize(
    ("path", "span"),
    [
        ("fr/evenements/images-de-nuit/", ("2026-10-03", "2027-01-03")),
        ("nl/evenementen/sans-fin/", ("2026-11-01", None)),
        ("fr/evenements/un-jour/", ("2027-01-20", None)),
        ("fr/evenements/un-mois/", (None, None)),
    ],
)
def test_its_days_are_those_that_are_known(small: BuiltSite, path: str, span: tuple[str | None, str | None]) -> None:
    found = h_event(small, path)
    assert (found.get("start"), found.get("end")) == span


def test_its_address_is_that_of_the_original(small: BuiltSite) -> None:
    assert h_event(small, "fr/evenements/alleen-nederlands/")["url"] == f"{SITE}nl/evenementen/alleen-nederlands/"
