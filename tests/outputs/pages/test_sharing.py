"""What every page says of itself where a link to it is shared."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from affiche.model.history import History
from affiche.outputs.pages.sharing import SharedImage, record_properties, shared_image
from affiche.sources.images import ImageFacts
from tests import factories as make
from tests.pages import BuiltSite, Page

SITE = "https://affiche.example/"
ICON = f"{SITE}assets/icon-512.png"
#: A page of each kind, with its type and its image.
KINDS = {
    "": ("website", ICON),
    "fr/": ("website", ICON),
    "fr/agenda/": ("website", ICON),
    "fr/agenda/2026/12/": ("website", ICON),
    "fr/evenements/nuit-ouverte/": ("article", "nuit-ouverte-"),
    "fr/evenements/concert-annule/": ("article", ICON),
    "fr/evenements/image-expiree/": ("article", "/fr/kit-social/image-expiree/image-expiree-1200x630.png"),
    "fr/evenements/bal-reporte/": ("article", ICON),
    "fr/organisations/": ("website", ICON),
    "fr/organisations/zinneke/": ("profile", "zinneke-"),
    "fr/organisations/bureau/": ("profile", ICON),
    "fr/lieux/la-vallee/": ("place", ICON),
    "fr/disciplines/musique/": ("website", ICON),
    "fr/communes/ixelles/": ("website", ICON),
    "fr/professionnels/": ("website", ICON),
    "fr/a-propos/": ("website", ICON),
    "fr/changements/": ("website", ICON),
    "fr/abonnement/": ("website", ICON),
}


def shared(page: Page) -> dict[str, list[str]]:
    """The properties of a page's head, each with its values, and its card."""
    found: dict[str, list[str]] = defaultdict(list)
    for meta in page.all("//head/meta[@property] | //head/meta[starts-with(@name, 'twitter:')]"):
        found[meta.get("property") or meta.get("name")].append(meta.get("content"))
    return found


def pages_to_share(site: BuiltSite) -> list[Page]:
    """The pages that are there to be found: not those that lead on, lost addresses and frames of other sites."""
    return [page for page in site.pages() if not page.all("//meta[@name='robots']")]


@pytest.mark.parametrize("path", KINDS)
def test_each_kind_of_page_has_its_type_and_its_image(small: BuiltSite, path: str) -> None:
    kind, image = KINDS[path]
    found = shared(small.page(path))
    assert found["og:type"] == [kind]
    assert image in found["og:image"][0]


def test_every_page_has_each_property_once(small: BuiltSite) -> None:
    image = ("image", "image:type", "image:width", "image:height", "image:alt")
    once = [f"og:{name}" for name in ("title", "type", "url", "site_name", "locale", *image)]
    wrong = {}
    for page in pages_to_share(small):
        found = shared(page)
        counts = {name: len(found[name]) for name in (*once, "twitter:card")}
        if set(counts.values()) != {1} or not all(value.strip() for values in found.values() for value in values):
            wrong[page.path] = counts
    assert wrong == {}


def test_every_page_is_shared_under_its_canonical_address_and_in_its_languages(small: BuiltSite) -> None:
    for page in pages_to_share(small):
        found, versions = shared(page), page.all("//link[@rel='alternate'][@hreflang]/@hreflang")
        own = page.language or "fr"
        others = [f"{code}_BE" for code in versions if code not in (own, "x-default")]
        assert found["og:url"] == page.all("//link[@rel='canonical']/@href"), page.path
        assert (found["og:locale"], found["og:locale:alternate"]) == ([f"{own}_BE"], others), page.path


def test_every_page_is_described_in_the_same_words_to_all(small: BuiltSite) -> None:
    said = {page.path: page.all("//meta[@name='description']/@content") for page in pages_to_share(small)}
    assert {page.path for page in pages_to_share(small) if shared(page)["og:description"] != said[page.path]} == set()
    silent = {"retire", "appel-retire", "bureau"}  # notices, and who says nothing but a name
    assert {path.split("/")[-2] for path, words in said.items() if len(words) != 1} == silent
    assert {path for path, words in said.items() if words and len(words[0]) > 300} == set()


def test_every_shared_image_is_there_in_the_size_and_type_that_are_said(small: BuiltSite) -> None:
    images = {tuple(values[0] for name, values in shared(page).items() if name.startswith("og:image")) for page in
              pages_to_share(small)}  # fmt: skip
    for address, media_type, width, height, _ in images:
        image = Image.open(BytesIO(small.files[address.removeprefix(SITE)]))
        assert (Image.MIME[image.format or ""], str(image.width), str(image.height)) == (media_type, width, height)


def test_article_has_its_dates_and_its_subjects() -> None:
    event = make.event(disciplines=["dance", "music"], keywords=["bal"])
    assert record_properties(make.site(event), event, "nl") == [
        ("article:published_time", "2026-09-01T08:00:00+00:00"),
        ("article:modified_time", "2026-09-02T09:30:00+00:00"),
        ("article:section", "Dans"),
        ("article:tag", "Muziek"),
        ("article:tag", "bal"),
    ]


def test_article_that_was_never_committed_has_no_date() -> None:
    event = make.event()
    assert record_properties(make.site(event, past=History()), event, "nl") == [("article:section", "Concert")]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ({"geo": ["50.851", "4.3"]}, [("place:location:latitude", "50.851"), ("place:location:longitude", "4.3")]),
        ({}, []),
    ],
)
def test_place_has_its_coordinates(typed: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    venue = make.venue(**typed)
    assert record_properties(make.site(venue), venue, "fr") == expected


@pytest.mark.parametrize(
    ("width", "height", "card"),
    [
        (1200, 630, "summary_large_image"),
        (300, 299, "summary_large_image"),
        (299, 200, "summary"),
        (512, 512, "summary"),
        (600, 800, "summary"),
    ],
)
def test_card_is_large_for_an_image_that_fills_it(width: int, height: int, card: str) -> None:
    assert SharedImage("", "", width, height, "").card == card


def test_organisation_is_shared_with_its_image_else_with_its_logo(small: BuiltSite) -> None:
    assert small.page("fr/organisations/zinneke/").all("//meta[@property='og:image']")
    with_logo = make.organisation(logo="z.png")
    facts = ImageFacts(300, 200, "image/png", "0123456789")
    site = replace(make.site(with_logo), images={"content/organisations/z.png": facts})
    assert shared_image(site, with_logo, "fr") == SharedImage(
        "https://example.org/media/z-0123456789-300.jpg", "image/jpeg", 300, 200, "Zinneke"
    )
    assert shared_image(make.site(with_logo), make.organisation(), "fr") is None
