from __future__ import annotations

from typing import Any

import pytest

from affiche.build import prepare_site
from affiche.desk.tip import next_tip
from affiche.locales import DESK, catalogue_languages
from affiche.model.event import Event
from affiche.model.organisation import Organisation
from affiche.model.record import field_names
from affiche.model.text import Text
from affiche.outputs.completeness import EVENT, ORGANISATION, Completeness, Missing, completeness_of
from affiche.outputs.field_words import advice
from affiche.plan import load_plan
from affiche.sources.front_matter import parse_front_matter
from tests.factories import NOW, calendar, event, organisation, venue
from tests.projects import ROOT

BODY = Text.of(fr="Une nuit. " * 20, nl="Een nacht. " * 20)
IMAGE = {"src": "nuit.jpg", "alt": {"fr": "Une scène", "nl": "Een podium"}, "credit": "Zinneke"}
ACCESS = {"wheelchair": "yes", "accessible-toilet": "no", "induction-loop": "partial"}
BOTH = {"fr": "Une nuit", "nl": "Een nacht"}
FULL_EVENT: dict[str, Any] = {
    "summary": BOTH, "venue": "la-vallee", "image": IMAGE, "price": "free", "booking": {"requirement": "none"},
    "accessibility": ACCESS, "spoken_languages": ["fr"], "disciplines": ["music"], "typical_age_range": "12-",
}  # fmt: skip
FULL_ORGANISATION: dict[str, Any] = {
    "email": "info@example.org", "mission": BOTH, "logo": "logo.png", "street": BOTH, "municipality": "Bruxelles",
    "disciplines": ["music"], "kind": "company", "accessibility": ACCESS, "verified": "2026-01-01",
    "offers": [{"kind": "space", "text": BOTH}],
}  # fmt: skip


@pytest.mark.parametrize("lines", [EVENT, ORGANISATION])
def test_points_of_a_collection_are_a_hundred(lines: Any) -> None:
    assert sum(line.points for line in lines) == 100


def test_a_file_that_tells_everything_has_a_hundred_points_and_no_tip() -> None:
    full_event, full_organisation = event(body=BODY, **FULL_EVENT), organisation(body=BODY, **FULL_ORGANISATION)
    site = calendar(full_event, full_organisation, venue())
    assert [completeness_of(each, site) for each in (full_event, full_organisation)] == [(100, ()), (100, ())]
    assert next_tip(completeness_of(full_event, site), full_event, site, "fr") is None


def test_the_least_file_has_the_points_of_what_is_required() -> None:
    bare, nobody = event(), organisation()
    site = calendar(bare, nobody)
    assert completeness_of(bare, site).points == 8 + 6 + 10 + 6 + 14
    assert completeness_of(nobody, site).points == 10 + 10


@pytest.mark.parametrize(
    ("without", "missing"),
    [
        ("summary", ("summary", 6)),
        ("venue", ("place", 8)),
        ("image", ("image", 8)),
        ("price", ("price", 6)),
        ("booking", ("booking", 3)),
        ("accessibility", ("accessibility", 6)),
        ("spoken_languages", ("languages", 4)),
        ("disciplines", ("disciplines", 4)),
        ("typical_age_range", ("age", 3)),
    ],
)
def test_an_event_loses_the_points_of_what_it_does_not_tell(without: str, missing: tuple[str, int]) -> None:
    told = {name: value for name, value in FULL_EVENT.items() if name != without}
    less = event(body=BODY, **told)
    assert completeness_of(less, calendar(less, venue())) == (100 - missing[1], (Missing(*missing),))


@pytest.mark.parametrize(
    ("without", "missing"),
    [
        ("email", ("contact", 10)),
        ("logo", ("image", 10)),
        ("street", ("address", 8)),
        ("municipality", ("address", 8)),
        ("disciplines", ("disciplines", 6)),
        ("kind", ("kind", 4)),
        ("accessibility", ("accessibility", 6)),
        ("offers", ("exchange", 3)),
        ("verified", ("verified", 3)),
    ],
)
def test_an_organisation_loses_the_points_of_what_it_does_not_tell(without: str, missing: tuple[str, int]) -> None:
    told = {name: value for name, value in FULL_ORGANISATION.items() if name != without}
    less = organisation(body=BODY, **told)
    assert completeness_of(less, calendar(less)) == (100 - missing[1], (Missing(*missing),))


@pytest.mark.parametrize(
    ("told", "points"),
    [
        ({"online_url": "https://zinneke.example.org/live"}, 8),
        ({"dates": [{"start": "2026-12-05 20:00", "venue": "la-vallee"}]}, 8),
        ({"no_language_needed": "true"}, 4),
        ({"period": {"start": "2026-12-05"}}, 0),
        ({"title": {"fr": "Nuit"}}, -14),
    ],
)
def test_a_line_is_told_in_any_of_its_ways(told: dict[str, Any], points: int) -> None:
    bare, more = event(), event(**told)
    assert completeness_of(more, calendar(more)).points - completeness_of(bare, calendar(bare)).points == points


def test_accessibility_of_the_venue_counts_for_its_events() -> None:
    there = event(venue="la-vallee")
    lines = completeness_of(there, calendar(there, venue(accessibility=ACCESS))).missing
    assert "accessibility" not in {line.key for line in lines}


@pytest.mark.parametrize(("length", "is_told"), [(199, False), (200, True)])
def test_a_description_has_two_hundred_characters(length: int, is_told: bool) -> None:  # noqa: FBT001
    told = event(body=Text.of(fr="a" * length, nl="b"))
    assert ("body" not in {line.key for line in completeness_of(told, calendar(told)).missing}) is is_told


@pytest.mark.parametrize(("day", "is_told"), [("2025-11-21", True), ("2025-11-20", False)])
def test_a_confirmation_counts_for_a_year(day: str, is_told: bool) -> None:  # noqa: FBT001
    seen = organisation(verified=day)
    assert ("verified" not in {line.key for line in completeness_of(seen, calendar(seen)).missing}) is is_told


def test_the_tip_is_the_heaviest_line_with_its_points_and_lines_to_paste() -> None:
    little = event(title={"fr": "Nuit"}, body=Text.of(nl="Een nacht"), venue="la-vallee")
    site = calendar(little, venue())
    sentence, paste, helped = next_tip(completeness_of(little, site), little, site, "nl") or ("", "", "")
    assert sentence == "Vertaal de teksten die nog ontbreken (Frans, Nederlands) (+14)"
    assert paste == 'title:\n  fr: Nuit\n  nl: "…"\n\n# Français\n\n…'
    assert helped == ""


def test_the_tip_to_write_comes_with_the_advice_for_the_type() -> None:
    short = event(type="concert", **FULL_EVENT)
    site = calendar(short, venue())
    sentence, _, helped = next_tip(completeness_of(short, site), short, site, "fr") or ("", "", "")
    assert sentence == "Ajoutez une description d’au moins 200 caractères (+8)"
    assert helped == advice("concert", "fr")


@pytest.mark.parametrize("language", catalogue_languages(DESK))
@pytest.mark.parametrize("model", ["events", "organisations"])
def test_every_line_has_its_tip(language: str, model: str) -> None:
    record = event() if model == "events" else organisation()
    site, lines = calendar(record), EVENT if model == "events" else ORGANISATION
    full = completeness_of(record, site)
    for line in lines:
        tip = next_tip(full._replace(missing=(Missing(line.key, line.points),)), record, site, language)
        assert tip is not None
        assert tip.sentence.endswith(f" (+{line.points})")


@pytest.mark.parametrize("model", ["events", "organisations"])
def test_what_a_tip_gives_to_paste_is_front_matter_of_the_model(model: str) -> None:
    record = event() if model == "events" else organisation()
    site, lines = calendar(record), EVENT if model == "events" else ORGANISATION
    for line in lines:
        tip = next_tip(Completeness(0, (Missing(line.key, line.points),)), record, site, "fr")
        pasted = parse_front_matter(f"---\n{tip.paste if tip else ''}\n---\n")
        assert pasted.faults == []
        assert {*pasted.values} <= {*field_names(type(record))}


def test_a_date_of_confirmation_is_todays() -> None:
    house = organisation()
    tip = next_tip(Completeness(97, (Missing("verified", 3),)), house, calendar(house), "fr")
    assert tip is not None
    assert tip.paste == "verified: 2026-11-21"


def test_the_real_content_has_sixty_points_on_average() -> None:
    site = prepare_site(load_plan(ROOT / "mkdocs.yml", None, NOW)).site.calendar
    for records in (site.all(Event), site.all(Organisation)):
        points = [completeness_of(record, site).points for record in records]
        assert sum(points) / len(points) >= 60
