"""What the form's scripts ask for: the same bytes for the same content, whatever the day."""

from __future__ import annotations

import json
from datetime import timedelta

from affiche.model.record import Record
from affiche.outputs.contribute.output import CONTRIBUTE
from affiche.outputs.site import Site
from tests import factories as make


def example(*records: Record) -> Site:
    return make.site(make.organisation(), make.venue(), make.event("bal"), *records)


def made(site: Site) -> dict[str, tuple[str, bytes]]:
    return {artifact.path: (artifact.fingerprint, artifact.render()) for artifact in CONTRIBUTE.artifacts(site)}


def test_each_language_has_a_file_with_what_is_known_and_said() -> None:
    files = made(example())
    assert sorted(files) == ["contribute-ids.json", "fr/contribute.json", "nl/contribute.json"]
    facts = json.loads(files["nl/contribute.json"][1])
    assert json.loads(files["contribute-ids.json"][1]) == {
        "events": ["bal"],
        "organisations": ["zinneke"],
        "venues": ["la-vallee"],
    }
    assert facts["form"]["words"]["copied"] == "De tekst is gekopieerd."
    assert facts["known"]["organisations"]["zinneke"]["names"] == ["Zinneke"]


def test_the_file_is_the_same_on_another_day_and_another_with_another_name() -> None:
    later = make.site(make.organisation(), make.venue(), make.event("bal"), now=make.NOW + timedelta(days=1))
    assert made(later) == made(example())
    other = made(example(make.organisation("bureau", name="Bureau")))
    assert other["fr/contribute.json"][0] != made(example())["fr/contribute.json"][0]


def test_a_text_of_an_event_changes_nothing() -> None:
    site = make.site(make.organisation(), make.venue(), make.event("bal", title="Un autre titre"))
    assert made(site) == made(example())


def test_a_new_event_changes_the_list_of_ids_alone() -> None:
    before, after = made(example()), made(example(make.event("nuit")))
    assert [path for path in after if after[path] != before[path]] == ["contribute-ids.json"]
