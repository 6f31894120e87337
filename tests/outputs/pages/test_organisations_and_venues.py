"""The pages of organisations and venues, with all that their files say."""

from __future__ import annotations

from tests.outputs.pages.test_events import facts
from tests.pages import BuiltSite


def test_an_organisation_page_says_where_it_works_and_with_whom(small: BuiltSite) -> None:
    told = facts(small.page("nl/organisaties/zinneke/"))
    names = ("Sociale media", "Partners", "Internationaal", "Duurzaamheid", "Links")
    assert [told[name] for name in names] == [
        ["social.example.org"],
        ["Les Ateliers"],
        ["Frankrijk, Japan"],
        ["Green Key", "Alles wordt hersteld"],
        ["atelier.example.org"],
    ]


def test_an_organisation_page_says_what_it_wants_and_on_which_terms(small: BuiltSite) -> None:
    page = small.page("fr/organisations/zinneke/")
    assert page.texts("//section[@aria-labelledby='goals']//li") == ["Faire danser la rue"]
    assert page.texts("//section[@aria-labelledby='offers']//dd") == [
        "Un atelier de 200 m²Belgique, France, jusqu’au 30 juin 2027 inclus"
    ]
    assert page.texts("//table[@class='access']/tbody/tr") == ["Ouifauteuil roulant"]


def test_an_organisation_that_says_nothing_of_access_has_no_table_of_it(small: BuiltSite) -> None:
    assert small.page("fr/organisations/den-hoek/").all("//table[@class='access']") == []


def test_a_venue_page_has_the_access_of_its_rooms_and_its_links(small: BuiltSite) -> None:
    told = facts(small.page("nl/locaties/la-vallee/"))
    assert (told["Zalen"], told["Links"]) == (
        ["Grote zaal", "(300 plaatsen)", "De kelder", "Toegankelijkheid: rolstoel (nee)"],
        ["De plannen"],
    )
