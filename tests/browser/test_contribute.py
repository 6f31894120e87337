"""The form that writes a file: what is typed becomes a file that the check accepts, and what is wrong is said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from affiche.build import prepare_site
from affiche.desk.new import Draft
from affiche.outputs.registry import site_artifacts
from tests.browser.visits import Visit, rendered, visiting
from tests.desk.test_issue import proposed, whole
from tests.projects import draw_image, make_project, plan_of

REPOSITORY = "https://github.com/affiche-brussels/affiche"
DESK = "redactie@example.org"


def project(folder: Path, *, with_repository: bool) -> Path:
    """The small site, with or without a repository and a desk."""
    root = make_project(folder)
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    if with_repository:
        settings = settings.replace("  - affiche:\n", f"  - affiche:\n      desk_contact: {DESK}\n")
        settings = f"repo_url: {REPOSITORY}\n{settings}"
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project(tmp_path_factory.mktemp("contribute") / "with", with_repository=True)


@pytest.fixture(scope="module")
def desk_host(root: Path) -> Iterator[str]:
    with rendered(site_artifacts(prepare_site(plan_of(root)).site)) as host:
        yield host


@pytest.fixture(scope="module")
def desk(browser: Browser, desk_host: str) -> Iterator[Visit]:
    """The page in which all forms are opened, one after the other."""
    with visiting(browser, desk_host, locale="nl-BE") as visit:
        yield visit


@pytest.fixture
def form(desk: Visit) -> Iterator[Visit]:
    """The site of a repository and a desk."""
    desk.page.set_viewport_size({"width": 1280, "height": 900})
    desk.page.emulate_media(reduced_motion="reduce")
    yield desk
    desk.forget()


def opened(visit: Visit, path: str = "nl/bijdragen/") -> Page:
    """The page of a form, all of it loaded."""
    visit.go(path)
    page = visit.page
    page.locator(".step-title").first.hover()
    expect(page.locator("[data-more] .field").first).to_be_attached()
    return page


def field(within: Page | Locator, at: str) -> Locator:
    """The boxes of a field, by its path."""
    control = within.locator(f'[data-at="{at}"]:visible')
    return control.locator("xpath=descendant-or-self::*[self::input or self::select or self::textarea]")


def choose(page: Page, label: str) -> None:
    page.locator(".choice:visible", has_text=re.compile(f"^\\s*{re.escape(label)}\\s*$")).first.click()


def fill_run(page: Page) -> None:
    """A Dutch exhibition with its opening hours and a vernissage, at a known venue."""
    choose(page, "Nederlands")
    field(page, "type").select_option("exhibition")
    field(page, "title").and_(page.locator('[lang="nl"]')).fill("Licht: op de Zenne")
    for discipline in ("Beeldende kunst", "Muziek"):
        choose(page, discipline)
    choose(page, "Tijdens een periode (tentoonstelling)")
    field(page, "period.start").fill("2027-03-12")
    field(page, "period.end").fill("2027-05-30")
    for day in ("woensdag", "donderdag"):
        choose(page, day)
    field(page, "opens").fill("10:00")
    field(page, "closes").fill("18:00")
    page.locator('[data-of="dates"]:visible > [data-do="add"]').click()
    vernissage = page.locator('[data-of="dates"]:visible [data-row]')
    vernissage.locator('[data-at="start"] [data-part="day"]').fill("2027-03-11")
    vernissage.locator('[data-at="start"] [data-part="time"]').fill("18:30")
    vernissage.locator('[data-at="end"] [data-part="time"]').fill("21:00")
    vernissage.locator('[data-at="note"] [lang="nl"]').fill("Vernissage")
    choose_name(page, "venue", "vallee")
    choose_name(page, "organisation", "zinn")
    choose(page, "Eén prijs")
    field(page, "price").and_(page.locator("input:not([type=hidden])")).fill("8.50")
    field(page, "body").and_(page.locator('[lang="nl"]')).fill("Twaalf kunstenaars over de Zenne.")
    field(page, "source").fill("https://example.org/pers")


def choose_name(page: Page, at: str, typed: str) -> None:
    box = field(page, at)
    box.fill(typed)
    expect(page.locator("[role=option]:visible").first).to_be_visible()
    box.press("ArrowDown")
    box.press("Enter")


def pick(page: Page, list_path: str, typed: str) -> None:
    """Adds a row to a folded list of names, and takes the first name that is proposed."""
    rows = page.locator(f'[data-of="{list_path}"]')
    page.locator("details", has=rows).first.evaluate("fold => { fold.open = true; }")
    rows.locator("> [data-do=add]").click()
    page.keyboard.type(typed)
    expect(page.locator("[role=option]:visible").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def sign(page: Page) -> None:
    page.locator("label:has(#right-text)").click()


def send(page: Page) -> None:
    page.locator("button[type=submit]").click()


def result(page: Page) -> tuple[str, str]:
    """Where the file belongs, and its text."""
    expect(page.locator('[data-part="result"] [data-part="path"]')).to_be_visible()
    path, text = page.locator('[data-part="path"]').inner_text(), page.locator('[data-part="text"]').text_content()
    return path, text or ""


def problems(root: Path, path: str, text: str) -> list[str]:
    """What the check says of a file that is added, notices apart."""
    place = root / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")
    found = [each.code for each in prepare_site(plan_of(root)).problems if each.path == path and each.is_error]
    place.unlink()
    return found


def test_a_run_with_a_vernissage_typed_in_dutch_becomes_a_file_that_the_check_accepts(form: Visit, root: Path) -> None:
    page = opened(form)
    fill_run(page)
    sign(page)
    send(page)
    path, text = result(page)
    assert path == PATH
    assert text == RUN
    assert problems(root, path, text) == []
    message = urlsplit(page.locator('[data-way="issue"] a').get_attribute("href") or "")
    assert parse_qs(message.query) == {"template": ["2-file-nl.yml"], "file": [f"{path}\n{text}"]}
    assert proposed(whole(f"{path}\n{text}")).draft == Draft(path, text)
    page.wait_for_function("() => localStorage.getItem('affiche:draft-events')")
    assert form.troubles() == ["stored: local affiche:draft-events"]


PATH = "content/events/2027/licht-op-de-zenne.md"
RUN = """---
language: nl
title: "Licht: op de Zenne"
type: exhibition
disciplines:
  - visual-arts
  - music
organisers:
  - zinneke
venue: la-vallee
dates:
  - start: 2027-03-11 18:30
    end: 2027-03-11 21:00
    note: "Vernissage"
period:
  start: 2027-03-12
  end: 2027-05-30
opening_hours:
  - days:
      - wed
      - thu
    opens: 10:00
    closes: 18:00
price: 8.50
source:
  - "https://example.org/pers"
---

# Nederlands

Twaalf kunstenaars over de Zenne.
"""


def errors(page: Page) -> list[str]:
    """The mistakes that the form sums up, the focus being on them."""
    summary = page.locator('[data-part="errors"]')
    expect(summary).to_be_focused()
    return summary.locator("li").all_inner_texts()


def test_five_mistakes_are_five_sentences_in_dutch_each_beside_its_field(form: Visit) -> None:
    page = opened(form)
    fill_run(page)
    sign(page)
    field(page, "title").and_(page.locator('[lang="nl"]')).fill("")
    field(page, "period.end").fill("2027-03-01")
    field(page, "venue").fill("La Valée")
    field(page, "price").and_(page.locator("input:not([type=hidden])")).fill("8,50 €")
    field(page, "booking.url").fill("tickets.example.org")
    send(page)
    assert errors(page) == MISTAKES
    assert form.barriers("light") == []
    for sentence, link in zip(MISTAKES, page.locator('[data-part="errors"] a').all(), strict=True):
        link.click()
        focused = page.locator(":focus")
        assert focused.get_attribute("aria-invalid") == "true"
        described = (focused.get_attribute("aria-describedby") or "").split()
        assert any(sentence in page.locator(f"#{name}").inner_text() for name in described)
    page.get_by_role("button", name="‘8.50’ schrijven").click()
    assert field(page, "price").and_(page.locator("input:not([type=hidden])")).input_value() == "8.50"


MISTAKES = [
    "‘Titel’: zonder dat kan de fiche niet verschijnen.",
    "De laatste dag (maandag 1 maart 2027) komt voor de eerste (vrijdag 12 maart 2027).",
    "Geen enkele locatie in de agenda heet ‘La Valée’. Het dichtst in de buurt: La Vallée.",
    "‘8,50 €’ is geen prijs die de site kan lezen. Schrijf het bedrag in cijfers, met een punt: 8.50.",
    'Het adres "tickets.example.org" is onvolledig: https:// ontbreekt vooraan.',
]


def test_a_draft_is_kept_restored_and_forgotten(form: Visit) -> None:
    page = opened(form)
    fill_run(page)
    page.wait_for_function("() => localStorage.getItem('affiche:draft-events')?.includes('Vernissage')")
    page.wait_for_timeout(500)
    before = page.evaluate("() => localStorage.getItem('affiche:draft-events')")
    page.reload()
    expect(page.locator('[data-part="draft"]')).to_be_visible()
    sign(page)
    send(page)
    assert result(page)[1] == RUN
    page.wait_for_timeout(500)
    assert len(page.evaluate("() => localStorage.getItem('affiche:draft-events')")) >= len(before)
    page.locator('[data-part="draft"] [data-do="forget"]').click()
    assert field(page, "title").first.input_value() == ""
    page.wait_for_timeout(500)
    assert form.troubles() == []
    page.reload()
    expect(page.locator('[data-part="draft"]')).to_be_hidden()


def test_a_file_that_the_form_no_longer_says_is_taken_away(form: Visit) -> None:
    page = opened(form)
    fill_run(page)
    sign(page)
    send(page)
    result(page)
    page.locator('[data-do="copy"]').click()
    expect(page.locator('[data-part="result"]')).to_be_visible()
    field(page, "title").and_(page.locator('[lang="nl"]')).fill("Licht op de Zenne")
    expect(page.locator('[data-part="result"]')).to_be_hidden()
    assert page.locator('[data-part="status"]').inner_text().startswith("U hebt iets gewijzigd.")


def test_a_draft_of_another_tab_is_told(form: Visit) -> None:
    page = opened(form)
    other = page.context.new_page()
    other.goto(page.url)
    other.locator(".step-title").first.hover()
    expect(other.locator("[data-row]").first).to_be_attached()
    field(other, "summary").first.fill("Elders")
    expect(page.locator('[data-part="draft"]')).to_contain_text("ander tabblad")


def test_rows_are_added_and_taken_away_by_keyboard(form: Visit) -> None:
    page = opened(form, "fr/contribuer/")
    rows = page.locator('[data-of="organisers"] [data-row]')
    page.locator('[data-of="organisers"] > [data-do="add"]').press("Enter")
    expect(rows).to_have_count(2)
    assert page.evaluate("() => document.activeElement.getAttribute('role')") == "combobox"
    page.keyboard.type("zinn")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.value") == "Zinneke"
    rows.nth(0).locator('[data-do="remove"]').press("Space")
    expect(rows).to_have_count(1)
    assert page.evaluate("() => document.activeElement.dataset.do") == "remove"
    assert field(rows, "organisation").input_value() == "Zinneke"


def test_a_long_text_goes_by_the_clipboard(form: Visit, desk_host: str) -> None:
    page = opened(form)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=f"http://{desk_host}")
    page.route("https://github.com/**", lambda route: route.abort())
    fill_run(page)
    sign(page)
    send(page)
    result(page)
    link = page.locator('[data-way="github"] a')
    short = urlsplit(link.get_attribute("href") or "")
    assert f"{short.scheme}://{short.netloc}{short.path}" == f"{REPOSITORY}/new/main"
    assert parse_qs(short.query) == {"filename": [PATH], "value": [RUN]}
    issue = urlsplit(page.locator('[data-way="issue"] a').get_attribute("href") or "")
    assert issue.path == "/affiche-brussels/affiche/issues/new"
    assert parse_qs(issue.query) == {
        "template": ["2-file-nl.yml"],
        "file": [f"content/events/2027/licht-op-de-zenne.md\n{RUN}"],
    }
    field(page, "body").and_(page.locator('[lang="nl"]')).fill("Twaalf kunstenaars, één rivier.\n\n" * 200)
    send(page)
    expect(page.locator('[data-way="github"] [data-part="long"]')).to_be_visible()
    address = link.get_attribute("href") or ""
    assert address == f"{REPOSITORY}/new/main?filename={PATH}"
    link.evaluate("link => link.addEventListener('click', event => event.preventDefault())")
    link.click()
    expect(page.locator('[data-part="status"]')).to_have_text("De tekst is gekopieerd.")
    assert page.evaluate("() => navigator.clipboard.readText()") == result(page)[1]


def test_an_image_is_made_smaller_and_has_a_plain_name(form: Visit, tmp_path: Path) -> None:
    page = opened(form)
    draw_image(tmp_path / "Été à Bruxelles.png", (3000, 1500))
    image = page.locator('[data-at="image.src"]')
    image.locator("input").set_input_files(tmp_path / "Été à Bruxelles.png")
    expect(image.locator(".status")).to_contain_text("2000 × 1000")
    expect(page.locator("label:has(#right-image)")).to_be_visible()
    with page.expect_download() as download:
        image.locator("a").press("Enter")
    assert download.value.suggested_filename == "ete-a-bruxelles.jpg"


def test_an_organisation_becomes_a_file_that_the_check_accepts(form: Visit, root: Path) -> None:
    page = opened(form, "fr/contribuer/organisation/")
    field(page, "name").nth(0).fill("Atelier du Canal")
    field(page, "name").nth(1).fill("Kanaalatelier")
    field(page, "url").fill("https://atelier.example.org/")
    field(page, "mission").nth(0).fill("Ouvrir le canal aux artistes.")
    pick(page, "venues", "vallee")
    pick(page, "international.countries", "marok")
    field(page, "source").fill("https://atelier.example.org/presse")
    sign(page)
    send(page)
    path, text = result(page)
    assert path == "content/organisations/atelier-du-canal.md"
    assert text == ORGANISATION
    assert problems(root, path, text) == []


ORGANISATION = """---
name:
  fr: "Atelier du Canal"
  nl: "Kanaalatelier"
mission:
  fr: "Ouvrir le canal aux artistes."
url: "https://atelier.example.org/"
venues:
  - la-vallee
international:
  countries:
    - MA
source:
  - "https://atelier.example.org/presse"
---
"""


def test_a_venue_becomes_a_file_that_the_check_accepts(form: Visit, root: Path) -> None:
    page = opened(form, "fr/contribuer/lieu/")
    for box in field(page, "name").all():
        box.fill("Halle du Canal")
    field(page, "postal_code").fill("1080")
    choose_name(page, "municipality", "molen")
    field(page, "source").fill("https://halle.example.org/")
    sign(page)
    send(page)
    path, text = result(page)
    assert (path, 'name: "Halle du Canal"' in text) == ("content/venues/halle-du-canal.md", True)
    assert problems(root, path, text) == []


def test_an_event_of_a_campaign_is_picked_by_its_title_and_once(form: Visit) -> None:
    page = opened(form, "fr/contribuer/campagne/")
    page.locator('[data-of="selection"] > [data-do="add"]').click()
    for box in field(page, "event").all():
        box.fill("nuit ouv")
        page.locator("[role=option]:visible").first.click()
    field(page, "hashtags").fill("#canal en fête")
    sign(page)
    send(page)
    name, hashtag, twice = errors(page)
    assert "Nom de la campagne" in name
    assert hashtag.startswith("« #canal en fête » n'est pas un mot-dièse")
    assert "Nuit ouverte : porte close (2026)" in twice
    field(page, "event").last.fill("Une nuit inconnue")
    send(page)
    assert errors(page)[-1].startswith("Aucun événement de l’agenda ne s’appelle «\u00a0Une nuit inconnue\u00a0».")


def test_without_scripts_there_are_the_ways_without_the_form(browser: Browser, desk_host: str) -> None:
    with visiting(browser, desk_host, java_script_enabled=False) as visit:
        visit.page.goto(f"http://{desk_host}/fr/contribuer/")
        expect(visit.page.locator("form")).to_be_hidden()
        ways = visit.page.locator("main .unscripted a")
        assert [way.get_attribute("href") for way in ways.all()] == [
            f"{REPOSITORY}/issues/new?template=1-event-fr.yml",
            f"mailto:{DESK}",
            "/fr/contribuer/guide/",
            "/fr/charte/",
        ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_filled_form_fits_every_window_and_has_no_barrier(form: Visit, scheme: str) -> None:
    page = opened(form)
    fill_run(page)
    sign(page)
    for fold in page.locator("details").all():
        fold.evaluate("fold => { fold.open = true; }")
    send(page)
    result(page)
    assert {width: found for width in (320, 360, 1280) if (found := form.too_wide(width))} == {}
    assert form.barriers(scheme) == []


def test_without_a_repository_the_file_is_what_remains(visit: Visit) -> None:
    page = opened(visit)
    fill_run(page)
    sign(page)
    send(page)
    assert result(page)[1] == RUN
    assert page.locator("[data-part=result] [data-way]:visible").count() == 1
    assert visit.troubles() == ["stored: local affiche:draft-events"]


def test_what_is_filed_for_that_day_is_shown_with_what_is_at_the_place_first(form: Visit) -> None:
    page = opened(form, "fr/contribuer/")
    start = page.locator('[data-at="start"]:visible')
    start.locator('[data-part="day"]').fill("2026-12-05")
    beside = page.locator('[data-part="beside"] a')
    expect(beside.first).to_be_visible()
    assert "/fr/evenements/nuit-ouverte/" in [link.get_attribute("href") for link in beside.all()]
    choose_name(page, "venue", "vallee")
    expect(beside.nth(1)).to_have_attribute("href", "/fr/evenements/nuit-ouverte/")
    expect(beside.nth(0)).to_have_attribute("href", "/fr/evenements/images-de-nuit/")
    expect(page.locator('[data-part="when"]')).to_have_text("le 5 décembre 2026, heure à confirmer")


def test_a_month_is_enough_and_is_said_in_words(form: Visit) -> None:
    page = opened(form, "fr/contribuer/")
    page.locator('[data-do="vague"]:visible').first.press("Enter")
    assert page.evaluate("() => document.activeElement.dataset.part") == "stretch"
    page.keyboard.type("mars")
    page.locator('[data-part="year"]:visible').fill("2027")
    expect(page.locator('[data-part="when"]')).to_have_text("en mars 2027")


def test_a_key_pressed_in_a_box_sends_nothing(form: Visit) -> None:
    page = opened(form, "fr/contribuer/")
    field(page, "title").first.press("Enter")
    page.wait_for_timeout(300)
    expect(page.locator('[data-part="errors"]')).to_be_hidden()


def test_a_mistake_is_said_when_its_field_is_left_and_no_other_yet(form: Visit) -> None:
    page = opened(form, "fr/contribuer/")
    address = field(page, "booking.url")
    address.fill("billets.example.org")
    address.press("Tab")
    error = page.locator(".error")
    expect(error).to_have_count(1)
    expect(error).to_contain_text("il manque https:// au début")
    page.locator(".error button").press("Enter")
    assert address.input_value() == "https://billets.example.org"
    expect(error).to_have_count(0)
    assert page.evaluate("() => document.activeElement.dataset.at") == "booking.url"


def test_what_keeps_nothing_back_leads_to_its_field_too(form: Visit) -> None:
    page = opened(form)
    fill_run(page)
    field(page, "title").and_(page.locator('[lang="nl"]')).fill("Licht op de Zenne 2027")
    sign(page)
    send(page)
    note = page.locator("[data-part=notes] a", has_text="2027")
    note.press("Enter")
    assert page.evaluate("() => document.activeElement.value") == "Licht op de Zenne 2027"
    assert page.locator("[data-part=notes] .debt a").all_inner_texts() == ["Titel", "Beschrijving"]


def test_all_scripts_are_asked_for_at_the_first_use_and_none_before(form: Visit) -> None:
    form.go("nl/bijdragen/")
    links = form.page.locator("link[rel=modulepreload]")
    assert links.count() == 0
    opened(form)
    asked = [(link.get_attribute("href") or "").partition("?")[0] for link in links.all()]
    assert {"/assets/contribute/desk.js", "/assets/contribute/result.js", "/assets/entry/check.js"} <= set(asked)


def test_a_repair_of_one_line_leaves_the_others(form: Visit) -> None:
    page = opened(form)
    page.locator("details", has=page.locator('[data-at="same_as"]')).locator("summary").first.click()
    addresses = field(page, "same_as")
    addresses.fill("https://example.org/\nwww.example.com/b")
    addresses.press("Tab")
    page.locator(".error button").click()
    assert addresses.input_value() == "https://example.org/\nhttps://www.example.com/b"
