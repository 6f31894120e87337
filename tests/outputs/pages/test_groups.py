"""The pages of working groups, and where else their meetings do not stand."""

from __future__ import annotations

from typing import Any

from affiche.model.record import Record
from affiche.outputs.pages.groups import group_artifacts
from tests import factories as make
from tests.outputs.pages.test_events import facts
from tests.outputs.pages.test_indicators import drawn
from tests.pages import BuiltSite, Page, parse_page

GROUP = "fr/groupes/rue/"
#: A meeting for members of the group, and one for professionals.
MEETINGS = ("reunion-des-membres", "rencontre-pro")


def test_groups_are_listed_with_their_aim_and_their_next_meeting(small: BuiltSite) -> None:
    assert small.page("nl/werkgroepen/").texts("//ul[@class='strips']/li/*") == [
        "Straatkunst",
        "De kunst uit haar zalen halen.",
        "2 organisaties · volgende vergadering: dinsdag 8 december 2026 om 10 uur",
    ]


def test_a_group_says_who_takes_part_and_who_chairs(small: BuiltSite) -> None:
    page = small.page(GROUP)
    assert page.texts("//header[class~page-head]//p") == [
        "Groupe de travail · 2 organisations",
        "Faire sortir les arts de leurs salles.",
    ]
    assert facts(page)["Présidence"] == ["Bureau du Dehors"]
    assert page.texts("//section[@aria-labelledby='members']//li") == ["Bureau du Dehors préside", "Zinneke"]


def test_a_group_has_its_meetings_its_projects_and_what_it_learnt(small: BuiltSite) -> None:
    page = small.page(GROUP)
    assert page.texts("//section[@aria-labelledby='events']//h3") == [
        "Assemblée des membres",
        "Rencontre professionnelle",
    ]
    assert page.texts("//section[@aria-labelledby='projects']//h3") == ["La parade commune"]
    assert page.texts("//section[@aria-labelledby='practices']//li") == ["Une parade sans voiture mai 2026"]


def test_a_group_has_a_feed_and_a_calendar_of_its_meetings(small: BuiltSite) -> None:
    for name, mark in (("feed.xml", "{}@"), ("calendar.ics", "UID:{}.")):
        held = small.files[f"{GROUP}{name}"].decode()
        assert [meeting for meeting in MEETINGS if mark.format(meeting) in held] == [*MEETINGS]


def test_meetings_stand_in_no_public_feed_calendar_list_or_search(small: BuiltSite) -> None:
    """Their own pages and files, their groups' and projects', and the professional agenda's are theirs."""
    own = ("/groupes/", "/werkgroepen/", "/professionnels/", "/professionals/", "/projets/", "/projecten/", *MEETINGS)
    kinds = (".xml", ".ics", "upcoming.json", "agenda/index.html", "organisations/bureau/index.html")
    public = {
        path: data.decode()
        for path, data in small.files.items()
        if path.endswith(kinds) and not any(part in f"/{path}" for part in own) and path != "sitemap.xml"
    }
    assert "fr/feed.xml" in public
    assert [path for path, text in public.items() if any(meeting in text for meeting in MEETINGS)] == []


def test_an_event_and_an_organisation_lead_to_their_groups(small: BuiltSite) -> None:
    assert facts(small.page("fr/evenements/rencontre-pro/"))["Groupe de travail"] == ["Arts de la rue"]
    assert facts(small.page("nl/organisaties/zinneke/"))["Werkgroepen"] == ["Straatkunst"]
    assert facts(small.page("fr/organisations/bureau/"))["Groupes de travail"] == ["Arts de la rue"]


def pages(*records: Record) -> dict[str, Page]:
    made = (each for each in group_artifacts(drawn(make.site(*records))) if each.path.startswith("fr/"))
    return {each.path: parse_page(each.path, each.render()) for each in made}


def test_who_replaced_a_chair_is_one() -> None:
    former = make.organisation("ancien", replaced_by="zinneke")
    page = pages(former, make.organisation(), make.group(chairs=["ancien"]))["fr/groupes/theatre/index.html"]
    assert facts(page)["Présidence"] == ["Zinneke"]
    assert page.texts("//section[@aria-labelledby='members']//li") == ["Zinneke préside"]


def test_a_meeting_of_which_every_date_is_off_is_not_the_next_one() -> None:
    dates = [{"start": f"2026-12-0{day} 10:00", "status": "cancelled"} for day in (1, 2)]
    meeting: dict[str, Any] = {"type": "meeting", "audience": "members", "groups": ["theatre"]}
    off, on = make.event("annulee", dates=dates, **meeting), make.event("prochaine", **meeting)
    page = pages(off, on, make.organisation(), make.group())["fr/groupes/index.html"]
    assert "prochaine réunion : samedi 5 décembre 2026 à 20 h" in page.texts("//ul[@class='strips']/li/*")[-1]
