"""The pages of joint projects, and where their events stand."""

from __future__ import annotations

from tests.outputs.pages.test_events import facts
from tests.pages import BuiltSite

PROJECT = "fr/projets/parade/"


def test_projects_are_listed_by_stage_and_say_that_they_look_for_partners(small: BuiltSite) -> None:
    page = small.page("fr/projets/")
    assert page.texts("//section[@aria-labelledby='running']//li/*") == [
        "Cherche des partenaires",
        "La parade commune",
        "Zinneke, Den Hoek, Bureau du Dehors",
        "septembre 2026 – juin 2027",
    ]
    assert page.texts("//section[@aria-labelledby='done']//h3") == ["Archives du quartier"]


def test_a_project_says_who_makes_it_with_which_money_and_how_it_lasts(small: BuiltSite) -> None:
    told = facts(small.page(PROJECT))
    names = ("Avancement", "Partenaires", "Groupe de travail", "Financement", "Durabilité")
    assert [told[name] for name in names] == [
        ["En cours, septembre 2026 – juin 2027"],
        ["Zinneke", "Den Hoek", "(coorganisation)", "Bureau du Dehors", "(soutien)"],
        ["Arts de la rue"],
        ["Une subvention de la ville"],
        ["Green Key", "Sans camion"],
    ]


def test_a_project_says_what_it_seeks_but_no_longer_what_it_sought(small: BuiltSite) -> None:
    assert small.page(PROJECT).texts("//section[@aria-labelledby='seeks']//dl/div") == [
        "EspaceUn hangar pour les charsjusqu’au 1er mai 2027 inclus",
        "PartenariatUne école de cirque",
    ]


def test_a_project_has_its_events_those_of_professionals_apart(small: BuiltSite) -> None:
    page = small.page("nl/projecten/parade/")
    assert page.texts("//section[@aria-labelledby='events']//h3") == ["De lange reeks"]
    assert page.texts("//section[@aria-labelledby='professional']//h3") == ["Netwerkmoment"]


def test_joint_events_stand_on_the_page_of_every_partner(small: BuiltSite) -> None:
    assert small.page("fr/organisations/zinneke/").texts("//section[@aria-labelledby='joint']//h3") == [
        "La longue série"
    ]
    assert small.page("fr/organisations/den-hoek/").all("//section[@aria-labelledby='joint']") == []
    for organisation in ("zinneke", "den-hoek", "bureau"):
        page = small.page(f"nl/organisaties/{organisation}/")
        assert "De gezamenlijke parade" in page.texts("//section[@aria-labelledby='projects']//h3")


def test_an_event_leads_to_its_projects(small: BuiltSite) -> None:
    assert facts(small.page("nl/evenementen/longue-serie/"))["Gezamenlijk project"] == ["De gezamenlijke parade"]
