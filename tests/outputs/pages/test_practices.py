"""The library of lessons, and the pages that lead to them."""

from __future__ import annotations

import feedparser

from tests.outputs.pages.test_events import facts
from tests.pages import BuiltSite


def test_a_lesson_stands_once_and_beside_each_of_its_themes(small: BuiltSite) -> None:
    page = small.page("fr/pratiques/")
    assert page.texts("//ul[@class='directory']/li/*") == [
        "Une parade sans voiture",
        "Les vélos-cargos ont suffi.",
        "Zinneke",
        "mai 2026",
    ]
    lesson = "Une parade sans voiture · mai 2026"
    assert page.texts("//dl/div") == [f"Participation{lesson}", f"Durabilité{lesson}"]
    assert page.all("//dl/div/@id") == ["participation", "sustainability"]


def test_the_library_has_a_feed_of_what_is_new(small: BuiltSite) -> None:
    page = small.page("nl/praktijken/")
    assert "/nl/praktijken/feed.xml" in [link.get("href") for link in page.all("//section[class~feeds]//a")]
    feed = feedparser.parse(small.files["nl/praktijken/feed.xml"])
    (entry,) = feed.entries
    assert (entry.title, entry.link) == (
        "Een parade zonder auto",
        "https://affiche.example/nl/praktijken/parade-sans-voiture/",
    )
    assert entry.summary == (
        "Zinneke. Wat werkte: De bakfietsen volstonden. "
        "Wat niet werkte: De buurt twee dagen vooraf verwittigen: te laat."
    )
    assert {tag.term for tag in entry.tags} == {"Duurzaamheid", "Participatie"}
    assert "bakfiets" not in small.files["nl/feed.xml"].decode()


def test_a_lesson_says_what_was_done_what_worked_and_what_did_not(small: BuiltSite) -> None:
    page = small.page("nl/praktijken/parade-sans-voiture/")
    assert page.texts("//main//section") == [
        "Wat er gedaan werd De wagens reden op de fiets.",
        "Wat werkte De bakfietsen volstonden.",
        "Wat niet werkte De buurt twee dagen vooraf verwittigen: te laat.",
        "Over welke activiteiten het gaat Open nacht: deur dicht za 5 dec, 20.30 uur",
    ]


def test_a_lesson_leads_to_what_it_is_about_and_back(small: BuiltSite) -> None:
    told = facts(small.page("fr/pratiques/parade-sans-voiture/"))
    assert (told["Projet commun"], told["Groupe de travail"]) == (["La parade commune"], ["Arts de la rue"])
    for path in ("evenements/nuit-ouverte", "projets/parade", "groupes/rue", "organisations/zinneke"):
        page = small.page(f"fr/{path}/")
        assert page.texts("//section[@aria-labelledby='practices']//a") == ["Une parade sans voiture mai 2026"]
