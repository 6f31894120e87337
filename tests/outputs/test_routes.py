from __future__ import annotations

import re

import pytest

from affiche.locales import load_words
from affiche.model.facet import PROFESSIONAL, TRAITS, Facet
from affiche.model.vocabulary import DISCIPLINES
from affiche.outputs.routes import Routes
from affiche.sources.region import load_region
from tests import factories as make
from tests.projects import ROOT

LANGUAGES = ("fr", "nl", "en")
ROUTES = Routes({language: load_words(language) for language in LANGUAGES}, make.REGION)
PAGES = {
    "agenda": ("agenda", "agenda", "agenda"),
    "events": ("evenements", "evenementen", "events"),
    "organisations": ("organisations", "organisaties", "organisations"),
    "venues": ("lieux", "locaties", "venues"),
    "disciplines": ("disciplines", "disciplines", "disciplines"),
    "municipalities": ("communes", "gemeenten", "municipalities"),
    "professionals": ("professionnels", "professionals", "professionals"),
    "subscribe": ("abonnement", "abonneren", "subscribe"),
    "embed": ("integrer", "insluiten", "embed"),
    "newsroom": ("redaction", "redactie", "newsroom"),
    "newsroom.week": ("redaction/cette-semaine", "redactie/deze-week", "newsroom/this-week"),
    "contribute": ("contribuer", "bijdragen", "contribute"),
    "guide": ("contribuer/guide", "bijdragen/gids", "contribute/guide"),
    "fields": ("contribuer/champs", "bijdragen/velden", "contribute/fields"),
    "policy": ("charte", "charter", "policy"),
    "about": ("a-propos", "over", "about"),
    "accessibility": ("accessibilite", "toegankelijkheid", "accessibility"),
    "privacy": ("vie-privee", "privacy", "privacy"),
}


@pytest.mark.parametrize("key", PAGES)
def test_a_page_stands_at_the_words_of_its_language(key: str) -> None:
    assert tuple(ROUTES.page(language, key) for language in LANGUAGES) == tuple(
        f"{language}/{segment}/" for language, segment in zip(LANGUAGES, PAGES[key], strict=True)
    )


def test_a_record_has_the_same_id_in_every_language() -> None:
    event = make.event("zinneke")
    assert [ROUTES.record(language, event) for language in LANGUAGES] == [
        *("fr/evenements/zinneke/", "nl/evenementen/zinneke/", "en/events/zinneke/"),
    ]


@pytest.mark.parametrize(
    ("facet", "paths"),
    [
        (Facet("discipline", "visual-arts"), ("fr/disciplines/arts-visuels/", "nl/disciplines/beeldende-kunst/")),
        (Facet("municipality", "21009"), ("fr/communes/ixelles/", "nl/gemeenten/elsene/")),
        (Facet("organisation", "zinneke"), ("fr/organisations/zinneke/", "nl/organisaties/zinneke/")),
        (Facet("venue", "la-vallee"), ("fr/lieux/la-vallee/", "nl/locaties/la-vallee/")),
        (PROFESSIONAL, ("fr/professionnels/", "nl/professionals/")),
        (Facet("discipline", "music", "21009"), ("fr/disciplines/musique/", "nl/disciplines/muziek/")),
        (Facet("trait", "free"), ("fr/agenda/", "nl/agenda/")),
    ],
)
def test_a_facet_has_a_page_or_is_a_records_or_near_one(facet: Facet, paths: tuple[str, str]) -> None:
    assert (ROUTES.facet("fr", facet), ROUTES.facet("nl", facet)) == paths


@pytest.mark.parametrize(
    ("facet", "folders"),
    [
        (Facet("venue", "la-vallee"), ("fr/lieux/la-vallee/", "nl/locaties/la-vallee/")),
        (
            Facet("discipline", "music", "21009"),
            ("fr/disciplines/musique/communes/ixelles/", "nl/disciplines/muziek/gemeenten/elsene/"),
        ),
        (Facet("trait", "free"), ("fr/gratuit/", "nl/gratis/")),
        (Facet("trait", "children"), ("fr/enfants/", "nl/kinderen/")),
        (Facet("trait", "wheelchair"), ("fr/fauteuil-roulant/", "nl/rolstoel/")),
    ],
)
def test_the_feeds_of_a_facet_stand_beside_its_page_or_in_a_folder_of_their_own(
    facet: Facet, folders: tuple[str, str]
) -> None:
    assert (ROUTES.folder("fr", facet), ROUTES.folder("nl", facet)) == folders


def test_a_third_language_names_a_municipality_by_both_names() -> None:
    assert ROUTES.facet("en", Facet("municipality", "21009")) == "en/municipalities/ixelles-elsene/"


@pytest.mark.parametrize("language", LANGUAGES)
def test_segments_are_ascii_and_no_two_pages_share_one(language: str) -> None:
    region = load_region(ROOT / "data/municipalities.yaml")
    routes = Routes(ROUTES.words, region)
    facets = [Facet("discipline", name) for name in DISCIPLINES]
    facets += [Facet("municipality", place.id) for place in region.municipalities]
    facets += [Facet("trait", name) for name in TRAITS]
    facets += [Facet("discipline", name, place.id) for name in DISCIPLINES for place in region.municipalities]
    paths = [routes.page(language, key) for key in PAGES] + [routes.folder(language, facet) for facet in facets]
    assert [path for path in paths if not re.fullmatch("([a-z0-9]+(-[a-z0-9]+)*/)+", path)] == []
    assert len(set(paths)) == len(PAGES) + len(TRAITS) + 19 + len(DISCIPLINES) * 20
