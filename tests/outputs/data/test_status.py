from __future__ import annotations

import json
from dataclasses import replace

from affiche.outputs.data.status import status_artifacts
from affiche.outputs.site import Site
from tests import factories as make
from tests.outputs.data.reading import refusals, rendered


def status(site: Site) -> dict[str, object]:
    made = rendered(status_artifacts(site))
    assert list(refusals(made)) == []
    found: dict[str, object] = json.loads(made["status.json"])
    return found


def test_status_says_when_what_and_what_not() -> None:
    site = make.site(make.event(), make.event("passe", start="2024-05-01"), make.organisation())
    found = status(
        replace(site, left_out={"content/events/b.md": ["when-missing"], "content/events/a.md": ["id-twice"]})
    )
    assert found["built"] == "2026-11-21"
    assert found["counts"] == {
        "upcoming": 1,
        "events": 2,
        "organisations": 1,
        "venues": 0,
        "campaigns": 0,
        "groups": 0,
        "projects": 0,
        "calls": 0,
        "practices": 0,
    }
    assert found["left_out"] == [
        {"path": "content/events/a.md", "codes": ["id-twice"]},
        {"path": "content/events/b.md", "codes": ["when-missing"]},
    ]


def test_status_of_an_empty_site_is_one_too() -> None:
    assert status(make.site())["updated"] is None
