"""Whatever is typed into a form, its file is accepted by the check and says the same."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some

from affiche.model.vocabulary import (
    ACCESSIBILITY_FEATURES,
    CALL_KINDS,
    CHANNELS,
    DISCIPLINES,
    EVENT_TYPES,
    OFFER_KINDS,
    STAGES,
    THEMES,
    WEEKDAYS,
)
from tests.browser.typist import type_entry
from tests.browser.visits import Visit
from tests.projects import make_project
from tests.scripts.entries import Folder

NAMES = {
    "organisations": {"zinneke": "Zinneke", "bureau": "Bureau du Dehors"},
    "venues": {"la-vallee": "La Vallée"},
    "groups": {"rue": "Arts de la rue"},
    "projects": {"parade": "La parade commune"},
    "campaigns": {"hiver": "L'hiver en scène"},
    "events": {"nuit-ouverte": "Nuit ouverte : porte close (2026)", "images-de-nuit": "Nachtbeelden (2026)"},
}
BODIES = {"fr": "Un soir d'exemple.\n\n- un\n- deux", "nl": "Een avond bij wijze van voorbeeld."}
DAYS = some.dates(min_value=date(2026, 12, 1), max_value=date(2027, 3, 20))
HOURS = some.sampled_from(["10:00", "18:30", "20:00", "21:15"])
#: What may stand in any order.
SETS = ("disciplines", "days", "languages", "spoken_languages", "surtitles", "social_tariffs", "themes", "types")


def texts(word: str) -> dict[str, str]:
    """A text in both languages, with signs that a file must not take for its own."""
    return {"fr": f'{word} : l\'« exemple » # 1, "deux"', "nl": f"{word}: 't \\ voorbeeld {{drie}}"}


def chosen(*values: str) -> some.SearchStrategy[list[str]]:
    return some.lists(some.sampled_from(values), min_size=1, max_size=3, unique=True)


@some.composite
def spans(draw: some.DrawFn) -> dict[str, str]:
    """An evening with its end now and then, at the latest on the next day."""
    day, hour = draw(DAYS), draw(HOURS)
    end = draw(some.sampled_from([None, f"{day} 23:00", f"{day + timedelta(days=1)} 01:30"]))
    return {"start": f"{day} {hour}", **({"end": end} if end else {})}


@some.composite
def dates(draw: some.DrawFn) -> list[dict[str, Any]]:
    """Evenings of different days, with what only some of them say."""
    found = draw(some.lists(spans(), min_size=1, max_size=3, unique_by=lambda each: each["start"]))
    extra = {"note": some.just(texts("Rencontre")), "doors": HOURS, "status": some.just("cancelled")}
    more = some.fixed_dictionaries({}, optional={**extra, "booking_url": some.just("https://example.org/a")})
    return [each | draw(more) for each in found]


@some.composite
def runs(draw: some.DrawFn) -> dict[str, Any]:
    first = draw(DAYS)
    week = [{"days": draw(chosen(*WEEKDAYS)), "opens": "10:00", "closes": "18:00"}]
    period = {"start": str(first), "end": str(first + timedelta(days=40))}
    closed = [{"from": str(first + timedelta(days=3)), "to": str(first + timedelta(days=4)), "note": texts("Fermé")}]
    more = {"closed": some.just(closed), "dates": dates(), "opening_hours": some.just(week)}
    return {"period": period, **draw(some.fixed_dictionaries({}, optional=more))}


@some.composite
def rules(draw: some.DrawFn) -> dict[str, Any]:
    first = draw(DAYS)
    rule = {
        "every": "week",
        "days": draw(chosen(*WEEKDAYS)),
        "from": str(first),
        "until": str(first + timedelta(days=70)),
    }
    more = {"interval": some.just("2"), "start": HOURS, "except": some.just([str(first + timedelta(days=7))])}
    return {"recurrence": rule | draw(some.fixed_dictionaries({}, optional=more))}


WHENS = some.one_of(
    spans(),
    some.sampled_from(["2027-05", "2027-winter", "2027-04-02"]).map(lambda start: {"start": start}),
    dates().map(lambda found: {"dates": found}),
    runs(),
    rules(),
)
PLACE = {"name": texts("Salle"), "street": texts("Rue"), "postal_code": "1000", "municipality": "Bruxelles"}
WHERES = some.sampled_from(
    [
        {"venue": "la-vallee", "room": texts("Cave")},
        {"venue": "la-vallee", "online_url": "https://example.org/live"},
        {"venue": PLACE | {"geo": ["50.85", "4.35"]}},
        {"venue": {"municipality": "Gent", "country": "BE"}},
        {"online_url": "https://example.org/live"},
    ]
)
PRICES = some.sampled_from(
    [
        *("free", "8.50", {"from": "10"}, {"pay_what_you_can": {"minimum": "2", "suggested": "5.50"}}),
        [{"name": texts("Plein"), "price": "12"}, {"name": texts("Réduit"), "price": "8.50"}],
    ]
)
FEATURES = some.sampled_from(ACCESSIBILITY_FEATURES)
MORE: dict[str, some.SearchStrategy[Any]] = {
    "price": PRICES,
    "summary": some.just(texts("Résumé")),
    "typical_age_range": some.sampled_from(["6-12", "12-"]),
    "keywords": some.just(["jazz: hot", "no", "1984"]),
    "performers": some.just(["Duo d'exemple", {"name": "Trio", "url": "https://example.org/trio"}]),
    "booking": some.just({"requirement": "required", "url": "https://example.org/t", "email": "info@example.org"}),
    "spoken_languages": chosen("fr", "nl", "en"),
    "accessibility": some.dictionaries(FEATURES, some.sampled_from(["yes", "no"]), min_size=1),
    "links": some.just([{"url": "https://example.org/", "label": texts("Site")}]),
    "availability": some.just("limited"),
    **{name: some.just([*NAMES[name]]) for name in ("campaigns", "projects", "groups")},
}  # fmt: skip
ENTRIES = some.tuples(
    some.fixed_dictionaries(
        {
            "title": some.just(texts("Nuit")),
            "type": some.sampled_from([*EVENT_TYPES]),
            "disciplines": chosen(*DISCIPLINES),
            "organisers": some.sampled_from([["zinneke"], ["bureau", {"organisation": "zinneke", "role": "host"}]]),
            "source": some.just(["https://example.org/presse", "Un tract : 2026"]),
        },
        optional=MORE,
    ),
    WHENS,
    WHERES,
).map(lambda parts: parts[0] | parts[1] | parts[2])


#: What a call may say beside what it must.
TERMS: dict[str, some.SearchStrategy[Any]] = {
    **{name: some.just(texts(name)) for name in ("eligibility", "covered", "costs")},
    "organisations": some.sampled_from([["zinneke"], ["zinneke", "bureau"]]),
    "disciplines": chosen(*DISCIPLINES),
    "countries": some.sampled_from([["BE"], ["JP", "NL"]]),
    "languages": chosen("fr", "nl", "en"),
    "start": some.sampled_from(["2027-05", "2027-06-01"]),
    "end": some.just("2027-07-01"),
    "links": some.just([{"url": "https://example.org/", "label": texts("Site")}]),
}
DEADLINES = some.sampled_from([{"deadline": "2027-01-31 23:59"}, {"deadline": "2027-02-01"}, {"rolling": "true"}])
CALLS = some.tuples(
    some.fixed_dictionaries(
        {
            "title": some.just(texts("Résidence")),
            "kind": some.sampled_from(CALL_KINDS),
            "apply": some.just("https://example.org/appel"),
            "source": some.just(["Un tract : 2026"]),
        },
        optional=TERMS,
    ),
    DEADLINES,
).map(lambda parts: parts[0] | parts[1])


SOURCE = {"source": ["Un tract : 2026"]}
#: What organisations share, each with all that its form asks of it alone, by the last part of the form's address.
SHARED: dict[str, dict[str, Any]] = {
    "lecon": {
        "title": texts("Leçon"),
        "themes": [*THEMES[:3]],
        "organisations": ["zinneke", "bureau"],
        "groups": ["rue"],
        "projects": ["parade"],
        "events": [*NAMES["events"]],
        "date": "2026-autumn",
        "worked": texts("Oui"),
        "did_not_work": texts("Non"),
        **SOURCE,
    },
    "projet": {
        "name": texts("Projet"),
        "organisations": ["bureau", {"organisation": "zinneke", "role": "host"}],
        "groups": ["rue"],
        "disciplines": [*DISCIPLINES[:2]],
        "countries": ["BE", "JP"],
        "start": "2027-03",
        "end": "2027-06-05",
        "stage": STAGES[0],
        "seeks": [{"kind": OFFER_KINDS[0], "text": texts("Hangar"), "countries": ["FR"], "until": "2027-05-01"}],
        "funding": texts("Subside"),
        "sustainability": {"labels": ["Green Key"], "practices": texts("Vélos")},
        **SOURCE,
    },
    "groupe": {
        "name": texts("Groupe"),
        "disciplines": [*DISCIPLINES[:2]],
        "aim": texts("But"),
        "members": ["zinneke", "bureau"],
        "chairs": ["bureau"],
        **SOURCE,
    },
    "campagne": {
        "name": texts("Campagne"),
        "slogan": texts("Slogan"),
        "hashtags": ["canal", "été_2027", "no"],
        "from": "2027-06-05",
        "until": "2027-06-13",
        "selection": [{"event": "nuit-ouverte", "comment": texts("Danser")}, "images-de-nuit"],
        "disciplines": [*DISCIPLINES[:2]],
        "municipalities": ["Molenbeek-Saint-Jean", "Anderlecht"],
        "types": [*EVENT_TYPES][:2],
        "steps": [
            {"date": "2027-05-17", "channel": CHANNELS[0], "action": texts("Annoncer"), "organisation": "zinneke"},
            {"date": "2027-05-18", "channel": CHANNELS[1], "action": texts("Dire")},
        ],
        **SOURCE,
    },
}


def in_dutch(value: Any) -> Any:
    """An entry as it is where only Dutch is written: every text is plain."""
    if isinstance(value, dict):
        return value["nl"] if value.keys() == {"fr", "nl"} else {name: in_dutch(item) for name, item in value.items()}
    return [in_dutch(item) for item in value] if isinstance(value, list) else value


def compared(value: Any, name: str = "") -> Any:
    """What an entry says, without the order of what has none."""
    if isinstance(value, dict):
        return {key: compared(item, key) for key, item in value.items()}
    if isinstance(value, list):
        return sorted(value) if name in SETS else [compared(item) for item in value]
    return value


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_project(tmp_path_factory.mktemp("typed") / "project") / "content"


#: A failure is told as it is found: to make it smaller would take the browser minutes.
@settings(
    max_examples=30,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(ENTRIES, some.booleans())
def test_an_event_that_is_typed_becomes_a_file_that_says_it(
    visit: Visit,
    content: Path,
    entry: dict[str, Any],
    is_dutch: bool,  # noqa: FBT001
) -> None:
    assert_says(visit, content, "fr/contribuer/", entry, is_dutch=is_dutch)


@settings(
    max_examples=8,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(CALLS, some.booleans())
def test_a_call_that_is_typed_becomes_a_file_that_says_it(
    visit: Visit,
    content: Path,
    entry: dict[str, Any],
    is_dutch: bool,  # noqa: FBT001
) -> None:
    assert_says(visit, content, "fr/contribuer/appel/", entry, is_dutch=is_dutch)


@pytest.mark.parametrize("form", SHARED)
def test_what_organisations_share_becomes_a_file_that_says_it(visit: Visit, content: Path, form: str) -> None:
    assert_says(visit, content, f"fr/contribuer/{form}/", SHARED[form], is_dutch=False)


def assert_says(visit: Visit, content: Path, form: str, entry: dict[str, Any], *, is_dutch: bool) -> None:
    """Types an entry into a form, and looks at the file that comes of it as the check does."""
    typed, bodies = (in_dutch(entry) | {"language": "nl"}, {"nl": BODIES["nl"]}) if is_dutch else (entry, BODIES)
    visit.forget()
    visit.go(form)
    path, text = type_entry(visit.page, typed, bodies, NAMES)
    (content.parent / path).parent.mkdir(parents=True, exist_ok=True)
    (content.parent / path).write_text(text, encoding="utf-8")
    (held,) = [each for each in Folder.of(content).entries() if each.record.origin.path == path]
    (content.parent / path).unlink()
    assert compared(held.fields) == compared(typed)
    assert held.bodies == bodies
    assert [each for each in held.problems if each.is_error] == []
