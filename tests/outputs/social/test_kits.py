"""Which events have a kit, and what it says."""

from __future__ import annotations

from typing import Any

import pytest

from affiche.outputs.poster import Poster
from affiche.outputs.social.kits import has_kit, kit_events, kit_path
from affiche.outputs.social.output import social_artifacts
from tests import factories as make
from tests.outputs.social.kits import SETTINGS, kit_of, kit_site


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ({"start": "2026-12-05 20:00"}, True),
        ({"start": "2027-01-16 20:00"}, True),
        ({"start": "2027-01-17 20:00"}, False),
        ({"start": "2026-11-20 20:00"}, False),
        ({"period": {"start": "2026-10-01", "end": "2027-06-30"}}, True),
        ({"period": {"start": "2027-03-01", "end": "2027-06-30"}}, False),
        ({"start": "2026-12-05 20:00", "audience": "professionals"}, False),
        ({"start": "2026-12-05 20:00", "status": "cancelled"}, False),
        ({"period": {"start": "2026-10-01", "end": "2027-06-30"}, "status": "postponed"}, False),
        ({"start": "2026-12-05 20:00", "availability": "sold-out"}, True),
    ],
)
def test_a_public_event_of_the_next_weeks_has_a_kit(typed: dict[str, Any], expected: bool) -> None:  # noqa: FBT001
    event = make.event(**typed)
    assert has_kit(kit_site(event), event) == expected


def test_no_kit_is_made_where_the_settings_want_none() -> None:
    site = make.site(make.event(), make.organisation())
    assert (list(kit_events(site)), list(social_artifacts(site))) == ([], [])


def test_the_files_of_a_kit_stand_below_the_page_of_all() -> None:
    paths = [artifact.path for artifact in social_artifacts(kit_site(make.event()))]
    assert [path for path in paths if path.startswith("nl")] == [
        *(f"nl/socialmediakit/nuit-ouverte/{name}" for name in ("index.html", "nuit-ouverte-1200x630.png")),
        *(f"nl/socialmediakit/nuit-ouverte/nuit-ouverte-{shape}.png" for shape in ("1080x1080", "1080x1920")),
        *("nl/socialmediakit/nuit-ouverte/nuit-ouverte.zip", "nl/socialmediakit/index.html"),
        *("nl/socialmediakit/social-kit.csv", "nl/organisaties/zinneke/social-kit.csv"),
    ]


def test_a_kit_says_the_facts_of_its_event() -> None:
    event = make.event(
        disciplines=["music"],
        venue="la-vallee",
        price="8",
        keywords=["jazz"],
        spoken_languages=["fr"],
        availability="limited",
    )
    kit = kit_of("fr", event, make.venue())
    assert (kit.kind, kit.date, kit.place) == (
        "Dernières places · Concert · Musique",
        "Samedi\N{SPACE}5\N{NO-BREAK SPACE}décembre à 20\N{NARROW NO-BREAK SPACE}h",
        "La Vallée, Bruxelles",
    )
    assert kit.when == "Dernières places – samedi 5 décembre 2026 à 20 h"
    assert kit.facts == ("La Vallée, Bruxelles", "Organisation : Zinneke", "8 € · Parlé en français")
    assert kit.tags == ("#Musique", "#Bruxelles", "#Zinneke", "#Jazz", "#Brussels")
    assert (kit.poster, kit.houses) == (Poster("samedi", "5", "décembre"), ("zinneke",))


def test_a_kit_is_in_the_language_of_its_page() -> None:
    kit = kit_of("nl", make.event(disciplines=["music"]))
    assert (kit.title.text, kit.kind, kit.facts) == ("Open nacht", "Concert · Muziek", ("Organisatie: Zinneke",))
    assert kit.path == "nl/socialmediakit/nuit-ouverte/"


def test_an_organiser_whose_house_it_is_stands_once() -> None:
    house = make.venue("zinneke-huis", name="Zinneke", municipality="Ixelles")
    kit = kit_of("fr", make.event(venue="zinneke-huis"), house)
    assert (kit.place, kit.organisers) == ("Zinneke, Ixelles", ())


@pytest.mark.parametrize(
    ("title", "drawn"),
    [
        ({"fr": "Nuit ouverte", "nl": "Open nacht"}, "Nuit ouverte"),
        ({"ar": "ليلة مفتوحة", "nl": "Open nacht"}, "Open nacht"),
        ({"ar": "ليلة مفتوحة"}, "Concert"),
        ("🎉 Bal !", "Bal\N{NARROW NO-BREAK SPACE}!"),
    ],
)
def test_a_title_that_images_have_no_letters_for_is_drawn_in_another_language(title: Any, drawn: str) -> None:
    assert kit_of("fr", make.event(title=title)).drawn == drawn


@pytest.mark.parametrize(("language", "text"), [("fr", "Une nuit blanche."), ("nl", "")])
def test_a_kit_has_the_organisations_own_words_in_its_language_alone(language: str, text: str) -> None:
    event = make.event(summary={"fr": "Une nuit blanche."})
    assert kit_of(language, event).text == text


def test_a_page_leads_to_the_kit_of_its_event() -> None:
    event = make.event()
    assert kit_path(kit_site(event), "fr", event.id) == "fr/kit-social/nuit-ouverte/"
    assert SETTINGS.social_weeks == 8
