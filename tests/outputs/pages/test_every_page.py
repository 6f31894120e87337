from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

import pytest
from lxml import etree

from tests.pages import (
    CSP,
    BuiltSite,
    Outline,
    Page,
    broken_links,
    inline_code,
    repeated_ids,
    skipped_headings,
    text_of,
)

LANGUAGES = ("fr", "nl")
SITE = "https://affiche.example/"


def wrong(site: BuiltSite, find: Callable[[Page], object]) -> dict[str, object]:
    """What is found on each page, for the pages where there is something."""
    return {page.path: found for page in site.pages() if (found := find(page))}


def in_language(site: BuiltSite) -> list[Page]:
    """The pages of one language, redirections left out."""
    return [page for page in site.pages() if page.language and not page.is_redirect]


def test_every_page_is_html_without_a_parse_error(small: BuiltSite) -> None:
    assert wrong(small, lambda page: page.errors) == {}


def test_an_outline_is_what_the_parser_of_the_standard_finds(small: BuiltSite) -> None:
    assert wrong(small, lambda page: Outline.of(page) != small.outline(page.path)) == {}


@pytest.mark.parametrize("name", ["small", "real"])
def test_no_link_of_the_site_is_broken(request: pytest.FixtureRequest, name: str) -> None:
    assert broken_links(request.getfixturevalue(name)) == {}


def test_every_page_is_in_the_language_of_its_address(small: BuiltSite) -> None:
    assert wrong(small, lambda page: page.language and page.one("/html").get("lang") != page.language) == {}


def test_every_page_has_one_heading_of_its_own_and_skips_no_level(small: BuiltSite) -> None:
    assert wrong(small, lambda page: len(page.all("//h1")) != 1) == {}
    assert wrong(small, skipped_headings) == {}


def test_every_page_has_its_landmarks(small: BuiltSite) -> None:
    marks = ("//main", "/html/body/header", "/html/body/footer")
    found = {page.path: [len(page.all(mark)) for mark in marks] for page in in_language(small)}
    assert {path: counts for path, counts in found.items() if counts != [1, 1, 1]} == {}


def test_every_navigation_and_section_has_a_name(small: BuiltSite) -> None:
    def nameless(page: Page) -> list[str]:
        named = {element.get("id") for element in page.all("//*[@id]") if text_of(element)}
        parts = page.all("//nav | //section")
        return [
            part.tag for part in parts if not part.get("aria-label") and part.get("aria-labelledby", "-") not in named
        ]

    assert wrong(small, nameless) == {}


def test_every_page_begins_with_the_same_policy(small: BuiltSite) -> None:
    def policy(page: Page) -> object:
        first = page.one("/html/head")[0]
        return first.get("http-equiv"), first.get("content")

    found = {page.path: policy(page) for page in small.pages() if not page.is_redirect}
    assert {path: policy for path, policy in found.items() if policy != ("Content-Security-Policy", CSP)} == {}
    redirects = {policy(page) for page in small.pages() if page.is_redirect}
    narrow = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'"
    assert redirects == {("Content-Security-Policy", narrow)}


def test_no_page_has_inline_code(small: BuiltSite) -> None:
    assert wrong(small, inline_code) == {}


def test_no_id_stands_twice_on_a_page(small: BuiltSite) -> None:
    assert wrong(small, repeated_ids) == {}


def test_no_page_loads_anything_from_elsewhere(small: BuiltSite) -> None:
    def foreign(page: Page) -> list[str]:
        loaded = page.all("//img/@src | //script/@src | //iframe/@src | //source/@srcset | //img/@srcset")
        loaded += page.all("//link[@rel='stylesheet' or @rel='icon' or @rel='apple-touch-icon']/@href")
        return [address for address in loaded if not re.fullmatch(r"/(?!/).*", address)]

    assert wrong(small, foreign) == {}


def test_every_image_has_a_size_and_words(small: BuiltSite) -> None:
    def incomplete(page: Page) -> list[str]:
        images = page.all("//img")
        return [image.get("src") for image in images if not all(image.get(name) for name in ("alt", "width", "height"))]

    assert wrong(small, incomplete) == {}


def test_every_page_has_a_title_that_no_other_page_of_its_language_has(small: BuiltSite) -> None:
    titles = Counter((page.language, text_of(page.one("//title"))) for page in in_language(small))
    withdrawn = {("fr", "Page retirée · Affiche"), ("nl", "Pagina ingetrokken · Affiche")}
    assert {title for title, count in titles.items() if count > 1} - withdrawn == set()


def test_every_page_names_its_versions_in_other_languages_and_is_named_by_them(small: BuiltSite) -> None:
    pages = {SITE + page.path.removesuffix("index.html"): page for page in in_language(small)}
    versions = {address: alternates(page) for address, page in pages.items()}
    assert {address for address, found in versions.items() if found and found.get("x-default") != SITE} == set()
    named = {(address, other) for address, found in versions.items() for other in found.values() if other != SITE}
    assert {(address, other) for address, other in named if (other, address) not in named} == set()
    assert {
        address for address, found in versions.items() if found and found[pages[address].language] != address
    } == set()


def test_the_sitemap_has_every_canonical_page_and_no_other(small: BuiltSite) -> None:
    urls = etree.fromstring(small.files["sitemap.xml"]).findall("{*}url")
    listed = {
        str(url.findtext("{*}loc")): {link.get("hreflang"): link.get("href") for link in url.findall("{*}link")}
        for url in urls
    }
    pages = {SITE + page.path.removesuffix("index.html"): alternates(page) for page in in_language(small)}
    assert listed == {address: versions for address, versions in pages.items() if versions}


def alternates(page: Page) -> dict[str, str]:
    return {link.get("hreflang"): link.get("href") for link in page.all("//head/link[@rel='alternate'][@hreflang]")}


def test_a_page_is_canonical_exactly_where_it_counts_as_translated(small: BuiltSite) -> None:
    own = {
        page.path: page.one("//link[@rel='canonical']/@href") == SITE + page.path.removesuffix("index.html")
        for page in in_language(small)
    }
    translated = {page.path: bool(alternates(page)) for page in in_language(small)}
    gone = ("fr/evenements/retire", "nl/evenementen/retire", "fr/appels/appel-retire", "nl/oproepen/appel-retire")
    unlisted = {f"{path}/index.html" for path in (*gone, "fr/fiches", "nl/fiches")}
    assert {path for path in own if own[path] != translated[path]} == unlisted


def test_every_page_leads_to_the_same_page_in_the_other_language(small: BuiltSite) -> None:
    for page in in_language(small):
        link = page.one("//header//nav//a[@hreflang]")
        other = small.page(link.get("href").lstrip("/"))
        assert (link.get("lang"), link.get("hreflang")) == (other.language, other.language)
        assert f"/{page.path.removesuffix('index.html')}" in other.all("//header//a[@hreflang]/@href")


def test_every_page_links_feeds_and_calendars_with_a_title(small: BuiltSite) -> None:
    for page in in_language(small):
        links = page.all("//head/link[@rel='alternate'][@type][not(contains(@type, 'oembed'))]")
        rss, is_of_agenda = "application/rss+xml", page.path[3:] in ("index.html", "agenda/index.html")
        is_dated = not re.search("/(pratiques|praktijken)/", links[0].get("href"))  # lessons have no dates
        types = [rss, *(["text/calendar"] if is_dated else []), *([rss] * 4 if is_of_agenda else [])]
        assert (page.path, [link.get("type") for link in links]) == (page.path, types)
        assert all(link.get("title") for link in links)
        assert all(link.get("href").lstrip("/") in small.files for link in links)


def test_no_page_shows_what_a_program_would(small: BuiltSite) -> None:
    leftovers = re.compile(r"\bNone\b|\bMarkup\b|\bundefined\b|[{}]|&(?:amp|lt|gt|quot|#)")
    assert wrong(small, lambda page: leftovers.findall(text_of(page.one("/html/body")))) == {}


def test_every_foreign_text_says_its_language_in_words(small: BuiltSite) -> None:
    labels = {"fr": "en néerlandais", "nl": "in het Frans"}
    others = {"fr": "nl", "nl": "fr"}
    for page in in_language(small):
        titles = page.all(f"//main//h1/bdi[@lang='{others[page.language]}']")
        if titles:
            assert labels[page.language] in page.texts("//p[class~foreign]"), page.path
        for card in page.all("//article[class~card]"):
            foreign = card.xpath(f".//h3//bdi[@lang='{others[page.language]}']")
            said = [text_of(label) for label in card.xpath(".//p[@class='foreign']")]
            assert said == ([labels[page.language]] if foreign else []), page.path


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_date_of_a_card_is_one_for_machines_too(small: BuiltSite, language: str) -> None:
    for page in in_language(small):
        for time in page.all("//time"):
            assert re.fullmatch(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?[+-]\d\d:\d\d)?", time.get("datetime")), page.path


def test_links_of_one_name_in_a_navigation_lead_to_one_address(small: BuiltSite) -> None:
    def ambiguous(page: Page) -> list[str]:
        links = ((nav, text_of(link)) for nav in page.all("//nav") for link in nav.iter("a"))
        return [name for (_, name), count in Counter(links).items() if count > 1]

    assert wrong(small, ambiguous) == {}


def test_the_page_of_changes_leads_to_its_feed(small: BuiltSite) -> None:
    assert small.page("nl/wijzigingen/").all("//main//a[text()='Wat verandert (RSS)']/@href") == ["/nl/changes.xml"]
