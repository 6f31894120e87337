"""What Brussels does abroad, by country."""

from __future__ import annotations

from affiche.outputs.pages.abroad import abroad_artifacts, countries_of, events_abroad
from tests import factories as make
from tests.outputs.pages.test_indicators import drawn
from tests.pages import BuiltSite, parse_page


def test_countries_have_their_events_and_organisations_by_name(small: BuiltSite) -> None:
    page = small.page("nl/brussel-in-het-buitenland/")
    assert page.texts("//main//section/h2") == ["Frankrijk", "Japan", "Nederland", "Verenigd Koninkrijk"]
    assert page.texts("//section[@aria-labelledby='FR']//dd") == ["Zinneke"]
    assert page.texts("//section[@aria-labelledby='GB']//dd//a") == ["Brussel in Londen"]


def test_an_event_is_abroad_where_it_is_and_where_it_reaches() -> None:
    tour = make.event("tournee", international={"countries": ["BE", "FR"]}, venue={"name": "Berlin", "country": "DE"})
    mission = make.event(
        "mission", start="2026-11-01", audience="professionals", venue={"name": "Oslo", "country": "NO"}
    )
    site = make.site(tour, mission, make.event())
    assert countries_of(site, tour) == ["DE", "FR"]
    assert [event.id for event in events_abroad(site)] == ["mission", "tournee"]


def test_who_is_no_more_has_ties_to_nowhere() -> None:
    there = {"countries": ["FR"], "networks": ["IETM"]}
    former = make.organisation("ancien", status="inactive", international=there)
    site = drawn(make.site(former, make.organisation(international={**there, "countries": ["DE"]})))
    (page,) = (parse_page(each.path, each.render()) for each in abroad_artifacts(site) if each.path.startswith("fr/"))
    assert page.texts("//main//section/h2") == ["Allemagne", "Réseaux internationaux"]
    assert page.texts("//main//dd") == ["Zinneke", "Zinneke"]
