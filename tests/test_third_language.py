"""A third language by one line of the settings: the whole site in English, of every page and file a twin."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import feedparser
import pytest
from babel.messages.pofile import read_po
from icalendar import Calendar

from affiche.locales import FOLDER, SITE
from affiche.model.settings import SettingsError
from affiche.plan import load_plan
from tests.factories import NOW
from tests.pages import BuiltSite, Page, broken_links
from tests.projects import ROOT, build_project, files_of, make_project

LANGUAGES = ("fr", "nl", "en")
#: Texts of ours that a page in English says on purpose: names of our cities, what a script must know of all languages.
SAME = frozenset({"Bruxelles", "Brussel"})
#: The builder of embeds names lists in each language; the kit of a week names its events in one line, as an image does.
MIXED = ("en/embed/index.html", "en/social-kit/index.html")
#: Attributes that hold the title of an event, in whatever language that is.
TITLES = ("data-title", "data-share")


def in_three(text: str) -> str:
    """The settings with the one line that is changed."""
    return text.replace("languages: [fr, nl]", "languages: [fr, nl, en]")


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The small site with our own editorial pages, in three languages."""
    root = make_project(tmp_path_factory.mktemp("three"), has_kits=True)
    shutil.rmtree(root / "content/pages")
    shutil.copytree(ROOT / "content/pages", root / "content/pages")
    settings = root / "mkdocs.yml"
    settings.write_text(in_three(settings.read_text(encoding="utf-8")), encoding="utf-8")
    out = root / "site"
    build_project(root, out)
    return BuiltSite(files_of(out))


def own(site: BuiltSite, language: str) -> list[Page]:
    """The pages of a language, but those that only lead on."""
    return [page for page in site.pages() if page.language == language and not page.is_redirect]


def versions(page: Page) -> dict[str, str]:
    links = page.all("//link[@rel='alternate'][@hreflang]")
    return {link.get("hreflang"): link.get("href") for link in links}


def test_every_page_has_a_twin_to_which_its_switch_leads(three: BuiltSite) -> None:
    switches = "//nav[@class='site-languages']//a"
    missing = {
        page.path: links
        for page in own(three, "fr")
        if [*(links := dict(zip(page.all(f"{switches}/@hreflang"), page.all(f"{switches}/@href"), strict=True)))]
        != ["nl", "en"]
        or any(f"{href[1:]}index.html" not in three.files for href in links.values())
    }
    assert missing == {}
    counted = {language: len(own(three, language)) for language in LANGUAGES}
    assert len({*counted.values()}) == 1, counted


def test_every_page_is_in_its_language_and_named_by_the_others(three: BuiltSite) -> None:
    root, wrong = "https://affiche.example/", {}
    for page in own(three, "en"):
        told = versions(page)
        others = [three.page(href.removeprefix(root)) for code, href in told.items() if code != "x-default"]
        if page.one("/html/@lang") != "en" or any(versions(other) != told for other in others):
            wrong[page.path] = told
    assert wrong == {}
    assert [*versions(three.page("en/agenda/"))] == [*LANGUAGES, "x-default"]


def said(page: Page) -> Iterator[str]:
    """What a page says in its own language: texts, and attributes that are read or kept for a script; no titles."""
    for element in page.all("//body//*[not(ancestor-or-self::*[@lang != 'en'])]"):
        yield element.text or ""
        yield from (child.tail or "" for child in element)
        names = ("aria-label", "title", "alt", "content", "placeholder")
        kept = {name: text for name, text in element.items() if name in names or name.startswith("data-")}
        yield from (text for name, text in kept.items() if name not in TITLES)


def test_no_page_in_english_says_a_text_of_another_language(three: BuiltSite) -> None:
    english = {*texts_of("en").values()}
    foreign = {
        " ".join(text.split())
        for language in ("fr", "nl")
        for key, text in texts_of(language).items()
        if text not in english and len(text) > 3 and "{" not in text and not key.startswith("segment.")
    } - SAME
    pages = [page for page in own(three, "en") if page.path not in MIXED]
    leaks = {page.path: found for page in pages if (found := foreign & {" ".join(text.split()) for text in said(page)})}
    assert leaks == {}


def texts_of(language: str) -> dict[str, str]:
    """The texts of the catalogue for visitors that stand for no number."""
    with (FOLDER / language / f"{SITE}.po").open("rb") as file:
        return {str(each.id): str(each.string) for each in read_po(file) if each.id and not each.pluralizable}


def test_every_feed_and_calendar_is_there_and_read(three: BuiltSite) -> None:
    for suffix in (".xml", ".ics", ".json"):
        counted = {code: sum(path.startswith(f"{code}/") and path.endswith(suffix) for path in three.files)
                   for code in LANGUAGES}  # fmt: skip
        assert len({*counted.values()}) == 1, (suffix, counted)
    for path, data in three.files.items():
        if path.startswith("en/") and path.endswith(".xml"):
            feed: Any = feedparser.parse(data)
            assert (feed.bozo, feed.feed.language) == (False, "en-BE"), path
        if path.startswith("en/") and path.endswith(".ics"):
            assert Calendar.from_ical(data)["VERSION"] == "2.0", path


def test_what_each_visitor_meets_is_there_in_english(three: BuiltSite) -> None:
    paths = [
        *(
            "agenda/",
            "agenda/tonight/",
            "agenda/2026/12/",
            "agenda/2026/12/month/",
            "search/",
            "favourites/",
            "archive/",
        ),
        *(
            "subscribe/",
            "embed/",
            "newsroom/",
            "newsroom/archive/",
            "changes/",
            "feedback/",
            "social-kit/",
            "programmes/",
        ),
        *("contribute/", "contribute/organisation/", "marketing-calendar/", "promotion-plan/", "professionals/"),
        *("municipalities/bruxelles-brussel/", "disciplines/music/", "events/nuit-ouverte/", "organisations/zinneke/"),
    ]
    files = [*(f"en/{path}index.html" for path in paths), "en/upcoming.json", "en/events/nuit-ouverte/oembed.json"]
    files += ["embed/en/agenda/index.html", "mail/en/week.html", "en/contribute.json"]
    assert [path for path in files if path not in three.files] == []


def test_the_root_and_the_page_for_lost_addresses_know_english(three: BuiltSite) -> None:
    assert three.page("").all("//main//a/@href") == ["/fr/", "/nl/", "/en/"]
    assert three.page("404.html").all("//section/@lang") == [*LANGUAGES]


def test_no_link_is_broken(three: BuiltSite) -> None:
    assert broken_links(three) == {}


def test_the_files_of_a_language_that_is_off_cost_nothing(small: BuiltSite) -> None:
    assert [path for path in small.files if path.startswith(("en/", "embed/en/", "mail/en/"))] == []


def test_a_language_without_a_catalogue_is_refused_in_words(tmp_path: Any) -> None:
    settings = tmp_path / "mkdocs.yml"
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("[fr, nl]", "[fr, nl, de]")
    settings.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"languages: .*'de'.*there are catalogues for en, fr, nl"):
        load_plan(settings, None, NOW)
