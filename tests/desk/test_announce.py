"""What is to be announced in a week, as an issue for a person."""

from __future__ import annotations

import re
from typing import Any

from affiche.desk.announce import SCOPE, announcement, material_paths
from affiche.model.record import Record
from affiche.model.settings import Settings
from affiche.outputs.site import Site
from tests import factories as make

STEPS: list[dict[str, Any]] = [
    {"date": "2026-11-22", "channel": "press", "action": {"fr": "Relancer", "nl": "Herinneren"}},
    {"date": "2026-11-23", "channel": "press", "action": {"fr": "Trop tard", "nl": "Te laat"}},
]


def site(*records: Record) -> Site:
    return make.site(*records, make.organisation(), settings=Settings(social_weeks=8))


def parts(*records: Record) -> list[str]:
    return announcement(site(*records), "https://example.org/run").body.split("\n---\n")


def test_the_issue_of_a_week_has_its_marker_and_a_title_in_each_language() -> None:
    issue = announcement(site(make.event(start="2026-11-22 20:00")))
    assert (issue.marker, issue.title) == (f"{SCOPE}2026-W47", "À annoncer, semaine 47 / Aan te kondigen, week 47")
    assert issue.body.startswith(f"<!-- {SCOPE}2026-W47 -->\n")


def test_each_language_has_newsletters_to_copy_and_posts_in_every_length() -> None:
    french, dutch = parts(make.event(start="2026-11-22 20:00"))
    assert "- [ ] [Cette semaine](https://example.org/fr/redaction/cette-semaine/)" in french
    assert "(https://example.org/mail/nl/week.txt)" in dutch
    assert re.findall(r"^- \[ \] ([A-Z][\w, ]+)$", dutch, re.MULTILINE) == [
        *("X, Bluesky", "Mastodon, LinkedIn, Facebook", "Instagram"),
    ]
    assert "Nuit ouverte" in french
    assert "(https://example.org/run)" in french


def test_only_the_steps_of_the_week_are_asked_for() -> None:
    french, _ = parts(make.campaign(steps=STEPS))
    assert "`Relancer`" in french
    assert "Trop tard" not in french


def test_what_events_of_the_week_miss_is_told_as_code() -> None:
    title = {"fr": "@tout-le-monde #7", "nl": "@iedereen"}
    french, dutch = parts(make.event(title=title, start="2026-11-22"), make.event("apres", start="2026-11-29"))
    assert "- `@tout-le-monde #7` (`Zinneke`): image, résumé, heure, prix, réservation" in french
    assert "- `@iedereen` (`Zinneke`): afbeelding, samenvatting, uur, prijs, reservatie" in dutch
    assert french.count("- `") == 1


def test_a_week_without_anything_asks_for_newsletters_alone() -> None:
    french, _ = parts()
    assert re.findall("^### (.*)", french, re.MULTILINE) == ["La lettre d’information"]


def test_the_files_of_the_week_are_letters_kits_and_tables() -> None:
    assert material_paths(site(make.event(start="2026-11-22 20:00"))) == [
        *(
            f"mail/{language}/{key}.{suffix}"
            for language in ("fr", "nl")
            for key in ("week", "last")
            for suffix in ("html", "txt")
        ),
        *("fr/kit-social/semaines/2026-w47/semaine-2026-w47.zip", "nl/socialmediakit/weken/2026-w47/week-2026-w47.zip"),
        *("fr/calendrier-commun/marketing.csv", "nl/gezamenlijke-kalender/marketing.csv"),
    ]
