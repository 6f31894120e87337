"""The desk: what an editor finds there, without a script."""

from __future__ import annotations

import pytest

from tests.pages import BuiltSite

DESK = {"fr": "fr/redaction/", "nl": "nl/redactie/"}


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_the_desk_offers_each_newsletter_as_page_mail_text_and_feed(small: BuiltSite, language: str) -> None:
    page = small.page(DESK[language])
    offers = {
        section.get("aria-labelledby"): section.xpath(".//a/@href")
        for section in page.all("//section[@class='newsletter']")
    }
    files = {key: [f"/mail/{language}/{key}.html", f"/mail/{language}/{key}.txt"] for key in offers}
    assert {key: found[1:3] for key, found in offers.items()} == files
    pages = [found[0] for key, found in offers.items() if key != "campaign-hiver"]
    assert [page for page in pages if not page.startswith(f"/{DESK[language]}")] == []
    assert offers["campaign-hiver"][0] == f"/{language}/campagnes/hiver/"
    assert {key: [href.removeprefix(f"/{language}/") for href in found[3:]] for key, found in offers.items()} == {
        "week": ["week.xml", "digest.xml"],
        "weekend": [],
        "fortnight": [],
        "announced": ["feed.xml"],
        "last": ["last-chance.xml"],
        "changes": ["changes.xml"],
        "campaign-hiver": ["campagnes/hiver/feed.xml"],
    }


def test_what_copies_is_there_with_a_script_alone_and_not_for_an_empty_newsletter(small: BuiltSite) -> None:
    page = small.page("fr/redaction/")
    bars = page.all("//section[@class='newsletter']//div[class~bar]")
    assert {bar.get("class") for bar in bars} == {"bar scripted"}
    assert [bar.xpath("ancestor::section/@aria-labelledby")[0] for bar in bars] == [
        *("week", "weekend", "fortnight", "announced", "campaign-hiver"),
    ]


def test_the_page_of_a_newsletter_has_what_its_mail_has(small: BuiltSite) -> None:
    page, mail = small.page("nl/redactie/twee-weken/"), small.page("mail/nl/fortnight.html")
    assert page.texts("//article//h3//bdi") == mail.texts("//h3//bdi")
    assert page.all("//article//h3/a/@href") == mail.all("//h3/a/@href")
    assert page.texts("//section/h2") == mail.texts("//h2")


def test_the_archive_leads_from_years_to_the_files_of_weeks(small: BuiltSite) -> None:
    years = small.page("fr/redaction/archives/").all("//dd//a/@href")
    assert years == ["/fr/redaction/archives/2026/"]
    weeks = small.page("fr/redaction/archives/2026/")
    assert weeks.texts("//dt")[:2] == ["Semaine du 16 au 22 novembre 2026", "Semaine du 2 au 8 novembre 2026"]
    files = sorted(path for path in small.files if path.startswith("mail/fr/20"))
    assert sorted(href.lstrip("/") for href in weeks.all("//dd//a/@href")) == files


def test_the_footer_and_the_page_to_subscribe_lead_to_the_desk(small: BuiltSite) -> None:
    assert "/nl/redactie/" in small.page("nl/").all("//footer//a/@href")
    assert "/nl/redactie/" in small.page("nl/abonneren/").all("//main//a/@href")


def test_the_page_of_an_event_offers_its_facts_to_copy(small: BuiltSite) -> None:
    button = small.page("fr/evenements/nuit-ouverte/").one("//button[@data-facts]")
    assert (button.text, button.getparent().get("class")) == ("Copier pour un article", "scripted")
