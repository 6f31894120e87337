"""In which languages a page counts as translated."""

from __future__ import annotations

from typing import Any

import pytest

from affiche.model.settings import Settings
from affiche.model.text import Text
from affiche.outputs.hreflang import Alternate, alternates, canonical, translated
from tests import factories as make

BOTH = {"fr": "Nuit", "nl": "Nacht"}


@pytest.mark.parametrize(
    ("typed", "body", "expected"),
    [
        ({"title": BOTH}, None, ("fr", "nl")),
        ({"title": "Zinneke"}, None, ("fr", "nl")),
        ({"title": BOTH, "summary": BOTH}, Text.of(fr="Corps"), ("fr", "nl")),
        ({"title": BOTH, "summary": {"fr": "Bal"}}, Text.of(nl="Tekst"), ("fr", "nl")),
        ({"title": BOTH, "summary": {"fr": "Bal"}}, None, ("fr",)),
        ({"title": BOTH}, Text.of(nl="Tekst"), ("nl",)),
        ({"title": "Zinneke", "summary": "Bal bal"}, Text.of(nl="Tekst"), ("fr", "nl")),
        ({"title": {"nl": "Nacht"}, "summary": BOTH}, None, ("nl",)),
        ({"title": {"en": "Night"}}, None, ("fr",)),
        ({"title": {"nl": "Nacht"}, "summary": {"fr": "Bal"}}, None, ("nl",)),
        ({"title": BOTH, "summary": {"en": "A ball"}}, None, ("fr",)),
    ],
)
def test_event_is_translated_where_it_has_a_title_and_a_text(
    typed: dict[str, Any], body: Text | None, expected: tuple[str, ...]
) -> None:
    event = make.event("bal", body, **typed)
    site = make.site(event)
    own = {"fr": "fr/evenements/bal/", "nl": "nl/evenementen/bal/"}
    assert translated(site, event) == expected
    assert [canonical(site, event, code) for code in own] == [
        own[code if code in expected else expected[0]] for code in own
    ]


def test_organisation_is_translated_by_its_mission_and_venue_by_its_body() -> None:
    organisation, venue = make.organisation(mission={"nl": "Doel"}), make.venue("la-vallee", Text.of(fr="Une salle"))
    site = make.site(organisation, venue)
    assert (translated(site, organisation), translated(site, venue)) == (("nl",), ("fr",))


def test_alternates_are_full_addresses_with_the_root_as_default() -> None:
    site = make.site(settings=Settings(site_url="https://example.org/agenda/", languages=("fr", "nl")))
    assert alternates(site, {"fr": "fr/lieux/", "nl": "nl/locaties/"}) == [
        Alternate("fr", "https://example.org/agenda/fr/lieux/"),
        Alternate("nl", "https://example.org/agenda/nl/locaties/"),
        Alternate("x-default", "https://example.org/agenda/"),
    ]
