"""What the form's scripts ask for: the same bytes for the same content, whatever the day."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

from affiche.model.event import Event
from affiche.model.record import Record
from affiche.outputs.contribute.output import CONTRIBUTE
from affiche.outputs.site import Site
from tests import factories as make


def example(*records: Record) -> Site:
    return make.site(make.organisation(), make.venue(), bal(), *records)


def bal(**typed: Any) -> Event:
    """An event in the folder of its year."""
    event = make.event("bal", **typed)
    return event.identified("bal", None, replace(event.origin, path="content/events/2026/bal.md"))


def made(site: Site) -> dict[str, tuple[str, bytes]]:
    return {artifact.path: (artifact.fingerprint, artifact.render()) for artifact in CONTRIBUTE.artifacts(site)}


def test_each_language_has_a_file_with_what_is_known_and_said() -> None:
    files = made(example())
    assert sorted(files) == [
        "contribute-ids.json",
        *("fr/contribute-titles.json", "fr/contribute.json"),
        *("nl/contribute-titles.json", "nl/contribute.json"),
    ]
    facts = json.loads(files["nl/contribute.json"][1])
    assert json.loads(files["contribute-ids.json"][1]) == {
        "events": ["bal"],
        "organisations": ["zinneke"],
        "venues": ["la-vallee"],
    }
    assert facts["form"]["words"]["copied"] == "De tekst is gekopieerd."
    assert facts["known"]["organisations"]["zinneke"]["names"] == ["Zinneke"]


def test_the_file_is_the_same_on_another_day_and_another_with_another_name() -> None:
    later = make.site(make.organisation(), make.venue(), bal(), now=make.NOW + timedelta(days=1))
    assert made(later) == made(example())
    other = made(example(make.organisation("bureau", name="Bureau")))
    assert other["fr/contribute.json"][0] != made(example())["fr/contribute.json"][0]


def test_a_text_of_an_event_changes_nothing() -> None:
    site = make.site(make.organisation(), make.venue(), bal(summary="Un autre texte"))
    assert made(site) == made(example())


def test_a_new_event_changes_the_lists_of_ids_and_titles_alone() -> None:
    before, after = made(example()), made(example(make.event("nuit")))
    changed = ["contribute-ids.json", "fr/contribute-titles.json", "nl/contribute-titles.json"]
    assert sorted(path for path in after if after[path] != before[path]) == changed


def test_the_forms_know_records_by_their_names_and_events_by_their_titles_with_the_year() -> None:
    group, project = make.group("rue", name="Rue"), make.project("parade", name="Parade")
    files = made(example(group, project, make.campaign("ete", name="Été")))
    titled = json.loads(files["fr/contribute-titles.json"][1])
    known = json.loads(files["fr/contribute.json"][1])["known"]
    assert {name: known[name] for name in ("groups", "projects", "campaigns", "events")} == {
        "groups": {"rue": {"names": ["Rue"]}},
        "projects": {"parade": {"names": ["Parade"]}},
        "campaigns": {"ete": {"names": ["Été"]}},
        "events": {},
    }
    assert titled == {"bal": {"names": ["Nuit ouverte (2026)", "Open nacht (2026)"]}}
