"""What partners put on their pages: the query of an embed, the page that builds one, the web component."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from playwright.sync_api import Browser, Route, expect

from affiche.locales import load_words
from tests.browser.visits import AXE, Visit, visiting
from tests.hostile import payloads
from tests.pages import BuiltSite, parse_page
from tests.projects import ROOT

COMPONENT = ROOT / "overrides/assets/affiche-agenda.js"
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
#: The titles that an embed shows, by section.
SHOWN = """() => Object.fromEntries(["dates", "runs"].map(name => [name,
  [...document.querySelectorAll(`section[aria-labelledby=${name}] li`)].filter(line => line.checkVisibility())
  .map(line => line.querySelector("a").textContent)]))"""
PAINTED = "() => ({...document.documentElement.dataset})"


def shown(visit: Visit, query: str, moment: datetime = NOON) -> dict[str, list[str]]:
    visit.page.clock.set_fixed_time(moment)
    visit.go(f"embed/fr/lieux/la-vallee/{query}")
    return visit.page.evaluate(SHOWN)  # type: ignore[no-any-return]


DATES = ["Ce soir", "Le grand silence", "Bal reporté", "Parler de la ville", "Fanfare ouverte"]
RUNS = ["Images de nuit", "Sans fin"]


@pytest.mark.parametrize(
    ("query", "dates", "runs"),
    [
        ("?count=2", DATES[:2], RUNS),
        ("?count=1", DATES[:1], RUNS[:1]),
        ("?period=7", DATES[:1], RUNS),
        ("?period=14&count=4", DATES[:4], RUNS),
        ("?period=7&period=30", DATES[:1], RUNS),
    ],
)
def test_count_and_period_of_the_address_choose(visit: Visit, query: str, dates: list[str], runs: list[str]) -> None:
    assert shown(visit, query) == {"dates": dates, "runs": runs}


@pytest.mark.parametrize(
    "query",
    [
        *("?count=0", "?count=-1", "?count=1e1", "?count=100", "?count=%201", "?count=<b>3</b>", "?period=8"),
        *("?period=__proto__", "?colours=constructor,toString", "?colours=url(//a.example)", "?q=a#b", "?%ff"),
        "?colours=yellow%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E",
    ],
)
def test_what_an_embed_does_not_know_is_ignored(visit: Visit, query: str) -> None:
    plain = shown(visit, "")
    assert shown(visit, query) == plain
    assert (visit.page.evaluate(PAINTED), visit.troubles()) == ({}, [])


@pytest.mark.parametrize(
    ("query", "painted"),
    [
        ("?colours=blue", {"colour": "blue"}),
        ("?colours=dark", {"theme": "dark"}),
        ("?colours=mint,light", {"colour": "mint", "theme": "light"}),
        ("?colours=beige,dark,BLUE", {"theme": "dark"}),
    ],
)
def test_colours_of_the_address_are_those_of_the_palette(visit: Visit, query: str, painted: dict[str, str]) -> None:
    visit.go(f"embed/fr/agenda/{query}")
    assert visit.page.evaluate(PAINTED) == painted


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("colours", ["", "yellow,light", "red,dark", "green", "violet,light"])
def test_no_colour_is_a_barrier(visit: Visit, scheme: str, colours: str) -> None:
    visit.go(f"embed/fr/agenda/?colours={colours}")
    assert (visit.barriers(scheme), visit.too_wide(240)) == ([], [])


def test_the_browser_leaves_out_what_is_over(visit: Visit) -> None:
    later = datetime(2026, 11, 30, 12, tzinfo=UTC)
    assert shown(visit, "?count=2", later) == {"dates": DATES[3:], "runs": RUNS}
    assert visit.page.locator("p.none").is_hidden()
    shown(visit, "?period=7", datetime(2030, 1, 1, tzinfo=UTC))
    assert visit.page.locator("section[aria-labelledby=dates]").is_hidden()


def test_without_a_script_an_embed_and_the_builder_are_whole(browser: Browser, host: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"http://{host}/embed/fr/agenda/?count=1")
    assert page.locator("section[aria-labelledby=dates] li >> visible=true").count() == 12
    page.goto(f"http://{host}/fr/integrer/")
    assert page.locator("form").is_hidden()
    assert page.get_by_text("<affiche-agenda").is_visible()
    context.close()


@pytest.fixture
def builder(visit: Visit) -> Visit:
    visit.go("fr/integrer/")
    visit.page.wait_for_selector("form", state="visible")
    return visit


def code(visit: Visit, name: str) -> str:
    return visit.page.locator(f"[data-code={name}]").inner_text()


def test_the_builder_begins_with_the_code_that_the_page_has(builder: Visit) -> None:
    before = code(builder, "frame"), code(builder, "element")
    builder.page.evaluate("update()")
    assert (code(builder, "frame"), code(builder, "element")) == before


def test_the_builder_shows_code_and_preview_of_what_is_chosen(builder: Visit) -> None:
    page = builder.page
    page.get_by_label("Liste", exact=True).select_option(label="Musique")
    page.get_by_label("Nombre de dates").select_option("3")
    page.get_by_label("Couleur du titre").select_option("pink")
    page.get_by_label("14 jours").check()
    page.get_by_label("Nederlands", exact=True).check()
    page.get_by_label("Sombre").check()
    address = "embed/nl/disciplines/muziek/?count=3&period=14&colours=pink,dark"
    assert code(builder, "frame") == (
        f'<iframe src="https://affiche.example/{address.replace("&", "&amp;")}" title="Muziek · Affiche" width="100%" '
        'height="480" loading="lazy" style="border: 0"></iframe>'
    )
    assert code(builder, "element") == (
        '<script src="https://affiche.example/assets/affiche-agenda.js" async></script>\n'
        '<affiche-agenda src="https://affiche.example/api/v1/upcoming/discipline/music.json" language="nl" count="3" '
        'period="14"><a href="https://affiche.example/nl/disciplines/muziek/">Muziek · Affiche</a></affiche-agenda>'
    )
    assert page.get_by_role("status").inner_text() == "Aperçu et code\u00a0: Muziek · Affiche."
    page.frames[1].wait_for_url(f"**/{address}")
    expect(page.frame_locator("iframe").locator("h1")).to_be_visible()
    assert (builder.troubles(), builder.barriers("dark", AXE)) == ([], [])


def test_every_choice_of_a_record_is_found_by_its_address(builder: Visit, host: str) -> None:
    for label, path in (("Zinneke", "organisations/zinneke"), ("La Vallée", "lieux/la-vallee")):
        builder.page.get_by_label("Liste", exact=True).select_option(label=label)
        assert f"https://affiche.example/embed/fr/{path}/" in code(builder, "frame")
    data = re.findall(r'src="https://affiche.example/(api.*?)"', code(builder, "element"))
    assert data == ["api/v1/upcoming/venue/la-vallee.json"]


def test_the_builder_is_used_by_keyboard_and_copies(builder: Visit) -> None:
    page = builder.page
    page.get_by_label("Liste", exact=True).focus()
    page.keyboard.press("ArrowDown")
    assert "professionnels" in code(builder, "frame")
    page.get_by_label("Tout ce qui est annoncé").focus()
    page.keyboard.press("ArrowDown")
    assert "period=7" in code(builder, "frame")
    page.get_by_role("button", name="Copier").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("Le code est")


def test_code_of_hostile_names_is_one_frame_and_one_element(builder: Visit) -> None:
    for payload in payloads("own-hostile-strings"):
        builder.page.evaluate("text => document.querySelector('[data-kind] a').textContent = text", payload.text)
        builder.page.evaluate("update()")
        said = re.sub("[\\x00-\\x1f\\ud800-\\udfff\\ufffe\\uffff]", "", code(builder, "frame"))  # not for XML
        page = parse_page("", f"<!doctype html><title>.</title>{said}".encode("utf-8", "replace"))
        assert [element.tag for element in page.all("//body//*")] == ["iframe"], payload
        assert set(page.one("//iframe").attrib) == {"src", "title", "width", "height", "loading", "style"}, payload
    assert builder.troubles() == []


VENUE = {"name": {"und": "La Vallée"}, "municipality": {"fr": "Bruxelles", "nl": "Brussel"}}
LONDON = {"name": {"und": "The Yard"}, "municipality": {"und": "London"}, "time_zone": "Europe/London"}
EVENTS: list[dict[str, Any]] = [
    {
        "title": {"fr": "Nuit", "nl": "Nacht"},
        "url": {"fr": "https://affiche.example/fr/evenements/nuit/", "nl": "https://affiche.example/nl/nuit/"},
        "venue": VENUE,
        "status": "scheduled",
        "performances": [
            {"start": "2026-11-20T20:00:00+01:00", "precision": "minute", "status": "scheduled"},
            {"start": "2026-12-05T20:30:00+01:00", "precision": "minute", "status": "cancelled"},
            {"start": "2026-12-06", "precision": "day", "status": "scheduled", "availability": "sold-out"},
            {"start": "2027-01", "precision": "month", "status": "scheduled"},
        ],
    },
    {
        "title": {"en": "Abroad"},
        "url": {"fr": "https://affiche.example/fr/evenements/abroad/"},
        "venue": LONDON,
        "performances": [{"start": "2026-12-01T19:30:00+00:00", "precision": "minute", "status": "scheduled"}],
    },
    {
        "title": {"und": "Expo"},
        "url": {"fr": "https://affiche.example/fr/evenements/expo/"},
        "venue": VENUE,
        "run": {"start": "2026-10-03", "end": "2027-01-03", "status": "scheduled"},
    },
]
LINES = """() => [...document.querySelector("affiche-agenda").shadowRoot.querySelectorAll("li")]
  .map(line => [...line.children].map(part => part.textContent))"""


def embedded(visit: Visit, events: Any, attributes: str = 'language="fr"', status: int = 200) -> Visit:
    """A partner's page with the component, which is given these events."""
    body = f"""<!doctype html><html lang="fr"><title>Partner</title><main><h1>Partner</h1>
        <affiche-agenda src="/data.json" {attributes}><a href="/fr/agenda/">Agenda</a></affiche-agenda></main>
        <script src="/assets/affiche-agenda.js" async></script>"""
    data = events if isinstance(events, str) else json.dumps({"events": events})

    def partner(route: Route) -> None:
        route.fulfill(body=body, content_type="text/html; charset=utf-8")

    def answer(route: Route) -> None:
        route.fulfill(status=status, body=data, content_type="application/json")

    visit.page.route("**/partner.html", partner)
    visit.page.route("**/data.json", answer)
    visit.page.clock.set_fixed_time(NOON)
    visit.go("partner.html")
    visit.page.wait_for_load_state("networkidle")
    return visit


@pytest.mark.parametrize(
    ("attributes", "lines"),
    [
        (
            'language="fr"',
            [
                ["mardi 1er décembre à 19:30", "Abroad", "The Yard, London"],
                ["Annulé", "samedi 5 décembre à 20:30", "Nuit", "La Vallée, Bruxelles"],
                ["Complet", "dimanche 6 décembre", "Nuit", "La Vallée, Bruxelles"],
                ["janvier 2027", "Nuit", "La Vallée, Bruxelles"],
                ["jusqu’au 3 janvier 2027 inclus", "Expo", "La Vallée, Bruxelles"],
            ],
        ),
        (
            'language="nl" count="1" period="14"',
            [
                ["dinsdag 1 december om 19:30", "Abroad", "The Yard, London"],
                ["tot en met 3 januari 2027", "Expo", "La Vallée, Brussel"],
            ],
        ),
        (
            'language="en" count="1" period="7"',
            [["until 3 January 2027", "Expo", "La Vallée, Bruxelles"]],
        ),
    ],
)
def test_the_component_says_what_comes_next_in_its_language(
    visit: Visit, attributes: str, lines: list[list[str]]
) -> None:
    embedded(visit, EVENTS, attributes)
    assert visit.page.evaluate(LINES) == lines
    assert (visit.troubles(), visit.too_wide(240), visit.barriers("light")) == ([], [], [])
    assert visit.page.get_by_text("Agenda", exact=True).is_visible()


def test_the_component_reads_the_data_of_the_site(visit: Visit, small: BuiltSite) -> None:
    data = small.files["api/v1/upcoming/venue/la-vallee.json"].decode()
    embedded(visit, data, 'language="fr" count="4"')
    assert visit.page.evaluate(LINES) == [
        ["samedi 21 novembre à 23:00", "Ce soir", "La Vallée, Bruxelles"],
        ["Annulé", "samedi 28 novembre à 20:00", "Le grand silence", "La Vallée, Bruxelles"],
        ["Reporté, nouvelle date à venir", "dimanche 29 novembre à 20:00", "Bal reporté", "La Vallée, Bruxelles"],
        ["Se tient en ligne", "mardi 1er décembre à 19:00", "Parler de la ville", "En ligne"],
        ["jusqu’au 3 janvier 2027 inclus", "Images de nuit", "La Vallée, Bruxelles"],
        ["depuis le 1er novembre", "Sans fin", "La Vallée, Bruxelles"],
    ]
    assert visit.page.get_by_role("link", name="Ce soir").get_attribute("href") == (
        "https://affiche.example/fr/evenements/ce-soir/"
    )
    assert visit.troubles() == []


def test_the_component_asks_without_cookies_and_without_saying_from_where(browser: Browser, host: str) -> None:
    watched = "const ask = fetch; window.asked = []; window.fetch = (path, how) => (asked.push(how), ask(path, how))"
    with visiting(browser, host) as visit:
        visit.page.add_init_script(watched)
        embedded(visit, EVENTS)
        assert visit.page.evaluate("window.asked") == [{"credentials": "omit", "referrerPolicy": "no-referrer"}]


def test_the_component_names_the_language_of_a_foreign_title(visit: Visit) -> None:
    embedded(visit, EVENTS)
    assert visit.page.get_by_role("link", name="Abroad").get_attribute("lang") == "en"
    assert visit.page.get_by_role("link", name="Expo").get_attribute("lang") is None


@pytest.mark.parametrize(
    ("data", "status"),
    [("", 200), ("<html>", 200), ("{}", 200), ("null", 200), ('{"events": 3}', 200), ("{}", 404)],
)
def test_where_the_data_fails_the_link_stays(visit: Visit, data: str, status: int) -> None:
    embedded(visit, data, status=status)
    assert visit.page.evaluate("document.querySelector('affiche-agenda').shadowRoot") is None
    assert visit.page.get_by_role("link", name="Agenda").is_visible()


def test_the_component_says_that_nothing_is_announced(visit: Visit) -> None:
    embedded(visit, [], 'language="nl"')
    assert visit.page.get_by_text("Op dit moment is er niets aangekondigd.").is_visible()


def hostile_events() -> Iterator[dict[str, Any]]:
    for payload in payloads("own-hostile-strings"):
        text = {"fr": payload.text, "nl": payload.text}
        performance = {"start": "2026-12-05T20:30:00+01:00", "precision": "minute", "status": payload.text}
        place = {"name": text, "municipality": {payload.text: payload.text}}
        yield {"title": text, "url": text, "venue": place, "performances": [performance]}
    for url in (
        "javascript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "//a.example",
    ):
        yield EVENTS[1] | {"url": {"fr": url}}


def test_hostile_data_is_text_in_the_component(visit: Visit) -> None:
    events = list(hostile_events())
    embedded(visit, events, 'language="fr" count="500"')
    inside = "document.querySelector('affiche-agenda').shadowRoot"
    tags = visit.page.evaluate(f"[...new Set([...{inside}.querySelectorAll('*')].map(each => each.localName))].sort()")
    names = visit.page.evaluate(
        f"[...new Set([...{inside}.querySelectorAll('*')].flatMap(each => each.getAttributeNames()))].sort()"
    )
    links = visit.page.evaluate(f"[...{inside}.querySelectorAll('a[href]')].map(each => each.protocol)")
    said = visit.page.evaluate(f"[...{inside}.querySelectorAll('li b a')].map(each => each.textContent)")
    assert tags == ["a", "b", "div", "li", "slot", "span", "time", "ul"]
    assert names == ["lang"]
    assert (links, len(said), visit.troubles()) == ([], len(events), [])
    assert said[4:] == [event["title"]["fr"] for event in events[:-4]]  # by date: the last four come first


@pytest.mark.parametrize("hostile", ["toString", "__proto__", '"><script>alert(1)</script>', "zz"])
def test_hostile_attributes_of_the_component_are_ignored(visit: Visit, hostile: str) -> None:
    asked = hostile.replace('"', "&quot;").replace("<", "&lt;")
    embedded(visit, EVENTS, f'language="{asked}" count="{asked}" period="{asked}"')
    assert len(visit.page.evaluate(LINES)) == 5
    assert visit.troubles() == []


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_words_of_the_component_are_those_of_the_catalogues(language: str) -> None:
    """The script is ASCII: it runs on the pages of others, some of which are in another encoding."""
    script = re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), COMPONENT.read_text(encoding="ascii"))
    words = load_words(language)
    statuses = ("cancelled", "postponed", "rescheduled", "moved-online")
    expected = {name: words(f"status.{name}") for name in statuses}
    expected |= {name: words(f"availability.{name}") for name in ("limited", "sold-out", "waiting-list")}
    expected |= {"online": words("where.online"), "runs": words("agenda.runs"), "none": words("list.none")}
    expected |= {"until": words("run.until"), "since": words("run.since"), "begun": words("run.begun")}
    table = re.search(rf"\n    {language}: {{(.*?)\n    }}", script, re.DOTALL)
    assert table
    assert dict(re.findall(r'"?([\w-]+)"?: "(.*?)"', table[1])) == expected
