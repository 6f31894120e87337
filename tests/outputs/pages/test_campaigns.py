"""The pages of campaigns, and where else a visitor finds them."""

from __future__ import annotations

from affiche.outputs.pages.campaigns import campaign_artifacts
from tests import factories as make
from tests.outputs.pages.test_events import facts
from tests.outputs.pages.test_indicators import drawn
from tests.pages import BuiltSite

CAMPAIGN = "fr/campagnes/hiver/"


def test_campaigns_are_listed_by_what_is_on_and_what_was(small: BuiltSite) -> None:
    page = small.page("nl/campagnes/")
    assert page.texts("//section[@aria-labelledby='on']//h3") == ["Winter op de planken"]
    assert page.texts("//section[@aria-labelledby='past']//h3") == ["Een herfst op de markt"]
    assert page.all("//section[@aria-labelledby='coming']") == []


def test_a_campaign_says_its_slogan_its_days_and_its_hashtags(small: BuiltSite) -> None:
    head = "//header[class~page-head]"
    assert small.page(CAMPAIGN).texts(f"{head}//p") == [
        "Campagne · du 15 novembre au 31 décembre 2026",
        "Une ville, cent lumières.",
        "#hiverenscene",
    ]


def test_chosen_events_stand_first_with_their_comments_and_only_once(small: BuiltSite) -> None:
    page = small.page(CAMPAIGN)
    chosen = page.texts("//section[@aria-labelledby='chosen']//h3")
    assert chosen == ["Nuit ouverte : porte close", "Images de nuit"]
    assert page.texts("//p[@class='chosen-comment']") == ["Pour ceux qui dansent."]
    assert [title for title in page.texts("//article[class~card]//h3") if title in chosen] == chosen


def test_a_rule_adds_what_nobody_picked(small: BuiltSite) -> None:
    assert small.page(CAMPAIGN).texts("//section[@aria-labelledby='events']//h3")


def test_a_campaign_has_feeds_of_its_own(small: BuiltSite) -> None:
    hrefs = [link.get("href") for link in small.page(CAMPAIGN).all("//section[class~feeds]//a")]
    assert {f"/{CAMPAIGN}feed.xml", f"/{CAMPAIGN}calendar.ics"} <= {*hrefs}
    assert {f"{CAMPAIGN}feed.xml", f"{CAMPAIGN}calendar.ics"} <= small.files.keys()


def test_an_event_leads_to_its_campaigns(small: BuiltSite) -> None:
    assert facts(small.page("nl/evenementen/images-de-nuit/"))["Campagne"] == ["Winter op de planken"]


def test_the_home_shows_the_campaigns_of_today(small: BuiltSite) -> None:
    assert small.page("fr/").texts("//section[@aria-labelledby='campaigns']//h3") == ["L’hiver en scène"]


def test_the_marketing_calendar_has_the_steps_to_come_and_those_past(small: BuiltSite) -> None:
    page = small.page("nl/gezamenlijke-kalender/")
    steps = page.texts("//ul[class~steps]/li")
    assert [step for step in steps if "De nacht aankondigen" in step] == steps[:1]
    assert page.texts("//details//ul[class~steps]//strong") == ["pers"]


def test_the_promotion_plan_says_whom_to_call_and_what_is_missing(small: BuiltSite) -> None:
    page = small.page("fr/plan-de-promotion/")
    assert "Zinneke" in page.texts("//main//h2")
    assert page.all("//main//a[@href='mailto:bonjour@zinneke.example.org']")
    assert [text for text in page.texts("//p[@class='change-facts']") if text.startswith("Il manque")]


def test_what_is_picked_for_professionals_stands_on_no_page_of_a_campaign() -> None:
    meeting = make.event("reunion", audience="members", type="meeting")
    site = drawn(
        make.site(meeting, make.event(), make.organisation(), make.campaign(selection=["reunion", "nuit-ouverte"]))
    )
    (page,) = (
        each.render().decode() for each in campaign_artifacts(site) if each.path == "fr/campagnes/hiver/index.html"
    )
    assert ("evenements/nuit-ouverte/" in page, "evenements/reunion/" in page) == (True, False)
