"""Pages for frames: what comes next of a list, with nothing that a partner's page would not want."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from affiche.model.event import Event
from affiche.outputs.pages.embeds import COLOURS, MOST, PERIODS, SHOWN, THEMES, Next, what_is_next
from affiche.outputs.site import Site
from tests import factories as make
from tests.pages import BuiltSite, Page, text_of
from tests.projects import ROOT

ASSETS = ROOT / "overrides/assets"
TOKENS = ROOT / "overrides/styles/00-tokens.css"


def said(page: Page, section: str) -> list[tuple[str, str]]:
    """The date and the title of each line that is shown."""
    lines = page.all(f"//section[@aria-labelledby='{section}']//li[not(@hidden)]")
    return [(text_of(line.xpath(".//p[@class='date']")[0]), text_of(line.xpath(".//a")[0])) for line in lines]


def test_an_embed_has_the_next_dates_one_line_a_day_and_the_runs_after_them(small: BuiltSite) -> None:
    page = small.page("embed/fr/lieux/la-vallee/")
    assert said(page, "dates")[:4] == [
        ("samedi 21 novembre de 23 h à 5 h (dimanche)", "Ce soir"),
        ("samedi 28 novembre à 20 h", "Le grand silence"),
        ("dimanche 29 novembre à 20 h", "Bal reporté"),
        ("mardi 1er décembre à 19 h", "Parler de la ville"),
    ]
    assert said(page, "runs") == [
        ("jusqu’au 3 janvier 2027 inclus", "Images de nuit"),
        ("depuis le 1er novembre", "Sans fin"),
    ]


def test_what_does_not_take_place_says_so_before_its_date(small: BuiltSite) -> None:
    off = small.page("embed/nl/agenda/").all("//li[@data-off]")
    assert [[text_of(part) for part in line.xpath("./p")[:2]] for line in off] == [
        ["Geannuleerd", "zaterdag 28 november om 20 uur"],
        ["Uitgesteld, nieuwe datum volgt", "zondag 29 november om 20 uur"],
    ]


def test_without_a_script_an_embed_shows_twelve_dates_and_holds_more(small: BuiltSite) -> None:
    lines = small.page("embed/fr/agenda/").all("//section[@aria-labelledby='dates']//li")
    assert [line.get("hidden") is None for line in lines] == [True] * SHOWN + [False] * (MOST - SHOWN)


def test_every_list_has_an_embed_in_each_language_and_no_event_has(small: BuiltSite) -> None:
    embeds = {path.removeprefix("embed/") for path in small.html if path.startswith("embed/")}
    lists = r"(fr/agenda|nl/agenda|fr/professionnels|nl/professionals|../[a-z]+/[a-z0-9-]+)/index\.html"
    inner = "/even|/agenda/.+/|/contribuer/|/bijdragen/|/programm|/redact|/kit-social|/socialmediakit|/indicat|/proje"
    inner += "|/pratiques|/praktijken|/appels|/oproepen"
    pages = {path for path in small.html if re.fullmatch(lists, path) and not re.search(inner, path)}
    redirected = {path for path in pages if small.page(path).is_redirect}
    assert embeds == pages - redirected


def test_an_embed_names_its_list_is_not_indexed_and_opens_links_in_a_new_tab(small: BuiltSite) -> None:
    for path in (path for path in small.html if path.startswith("embed/")):
        page, own = small.page(path), path.removeprefix("embed/").removesuffix("index.html")
        assert page.one("//meta[@name='robots']/@content") == "noindex"
        assert page.one("//link[@rel='canonical']/@href") == f"https://affiche.example/{own}"
        assert page.one("/html").get("lang") == own[:2]
        assert {(link.get("target"), link.get("rel")) for link in page.all("//a")} == {("_blank", "noopener")}
        assert text_of(page.one("//h1")) in text_of(small.page(own).one("//h1"))
        assert page.all("//h1/a/@href | //footer//a/@href") == [f"/{own}"] * 2


def test_an_embed_without_anything_to_come_says_so(small: BuiltSite) -> None:
    none = {path: small.page(path).one("//p[@class='none']") for path in small.html if path.startswith("embed/fr/")}
    empty = {path: not small.page(path).all("//li") for path in none}
    assert {path: element.get("hidden") is None for path, element in none.items()} == empty
    assert {*empty.values()} == {True, False}


def test_a_text_in_another_language_says_so(small: BuiltSite) -> None:
    title = small.page("embed/fr/agenda/").one("//p[@class='title'][a/bdi/@lang='nl']")
    assert text_of(title) == "De winter van de wolf en néerlandais"


def next_of(site: Site) -> Next:
    return what_is_next(site, None)


def told(shown: Next) -> list[tuple[str, list[str]]]:
    return [(entry.event.id, [item.id for item in entry.occurrences]) for entry in shown.dates]


def test_performances_of_a_day_are_one_line_and_a_run_stands_where_it_begins() -> None:
    dates = [{"start": f"2026-12-0{moment}:00"} for moment in ("1 11", "1 15", "3 11")]
    events: list[Event] = [
        make.event("deux-fois", dates=dates),
        make.event("expo", period={"start": "2026-12-02", "end": "2027-01-10"}),
        make.event("ouverte", period={"start": "2026-11-01", "end": "2027-01-10"}),
        make.event("un-mois", start="2026-11"),
    ]
    shown = next_of(make.site(*events, make.organisation()))
    assert told(shown) == [
        ("deux-fois", ["20261201T1100", "20261201T1500"]),
        ("expo", []),
        ("deux-fois", ["20261203T1100"]),
        ("un-mois", ["202611"]),
    ]
    assert [event.id for event in shown.runs] == ["ouverte"]


@pytest.mark.parametrize(
    ("now", "left"),
    [
        (datetime(2026, 12, 1, 9, tzinfo=UTC), ["20261201T1100", "20261201T1500"]),
        (datetime(2026, 12, 1, 12, tzinfo=UTC), ["20261201T1500"]),
        (datetime(2026, 12, 2, 5, tzinfo=UTC), []),
    ],
)
def test_what_is_over_is_not_next(now: datetime, left: list[str]) -> None:
    dates = [{"start": f"2026-12-01 {hour}:00", "end": f"2026-12-01 {hour + 1}:00"} for hour in (11, 15)]
    event = make.event("deux-fois", dates=dates)
    shown = next_of(make.site(event, make.organisation(), now=now))
    assert [identity for _, found in told(shown) for identity in found] == left


def test_a_long_series_leaves_no_more_than_an_embed_can_show() -> None:
    first = datetime(2026, 12, 1, 20)  # noqa: DTZ001 - as typed
    dates = [{"start": f"{first + timedelta(days=day):%Y-%m-%d %H:%M}"} for day in range(MOST + 5)]
    assert len(next_of(make.site(make.event(dates=dates), make.organisation())).dates) == MOST


def test_script_and_styles_know_what_the_pages_know() -> None:
    script = (ASSETS / "embed.js").read_text(encoding="utf-8")
    lists = {"PERIODS": map(str, PERIODS), "COLOURS": COLOURS, "THEMES": THEMES}
    assert {name: written(script, name) for name in lists} == {name: list(words) for name, words in lists.items()}
    assert palette(ASSETS / "embed.css") == palette(TOKENS)
    assert {name for name, _ in palette(ASSETS / "embed.css")} == {*COLOURS}


def written(script: str, name: str) -> list[str]:
    """The words of a list in a script."""
    found = re.search(rf"const {name} = \[(.*)\];", script)
    assert found
    return re.findall('"(.*?)"', found[1])


def palette(styles: Path) -> set[tuple[str, str]]:
    """The colours by name in a style sheet, whether or not they pass through a custom property."""
    text = styles.read_text(encoding="utf-8")
    named = dict(re.findall(r"--(\w+): (#\w+);", text))
    rules = re.findall(r'\[data-colour="(\w+)"\] \{ --block: (?:var\(--(\w+)\)|(#\w+));', text)
    return {(name, named.get(variable, colour)) for name, variable, colour in rules}
