"""Finding events in the browser: by every filter, from a link, back and forth, in either language."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.finder import AGENDA, at, found, panel, said
from tests.browser.visits import Visit

#: In each language: a panel, a choice in it, the query it makes, how many events answer.
CHOICES = {
    "fr": [
        ("Quand", "30 prochains jours", "?when=30", "17 événements."),
        ("Quand", "Ce soir", "?when=tonight", "2 événements."),
        ("Quand", "Sans les expositions ni les autres événements de longue durée", "?runs=0", "23 événements."),
        ("Discipline", "Musique", "?discipline=music", "4 événements."),
        ("Type", "Concert", "?type=concert", "4 événements."),
        ("Commune", "Ixelles", "?municipality=ixelles", "10 événements."),
        ("Commune", "En ligne", "?online=1", "2 événements."),
        ("Public", "Gratuit", "?free=1", "2 événements."),
        ("Public", "Article 27", "?tariff=article27", "1 événement."),
        ("Public", "Pour les écoles", "?audience=schools", "1 événement."),
        ("Public", "Prendre part", "?participation=take-part", "1 événement."),
        ("Langue", "Sans barrière de langue", "?language=none", "1 événement."),
        ("Langue", "Anglais", "?surtitles=en", "3 événements."),
        ("Accessibilité", "Espace calme", "?access=quiet-room", "1 événement."),
        ("Lieu", "Scène om de hoek", "?venue=scene-om-de-hoek", "8 événements."),
        ("Lieu", "Den Hoek", "?organisation=den-hoek", "8 événements."),
        ("Trier", "Dernière chance", "?sort=last", "26 événements."),
    ],
    "nl": [
        ("Wanneer", "Komende 7 dagen", "?when=7", "5 evenementen."),
        ("Discipline", "Muziek", "?discipline=music", "4 evenementen."),
        ("Soort", "Voorstelling", "?type=performance", "4 evenementen."),
        ("Gemeente", "Elsene", "?municipality=ixelles", "10 evenementen."),
        ("Publiek", "Gratis", "?free=1", "2 evenementen."),
        ("Taal", "Geen taalkennis nodig", "?language=none", "1 evenement."),
        ("Toegankelijkheid", "Rustige ruimte", "?access=quiet-room", "1 evenement."),
        ("Locatie", "La Vallée", "?venue=la-vallee", "14 evenementen."),
        ("Sorteren", "Net aangekondigd", "?sort=new", "26 evenementen."),
    ],
}


@pytest.mark.parametrize("language", CHOICES)
def test_a_choice_shows_what_answers_to_it_until_it_is_taken_back(visit: Visit, language: str) -> None:
    page = at(visit, AGENDA[language])
    for name, choice, query, words in CHOICES[language]:
        box = panel(page, name).get_by_label(choice).first
        box.click()
        said(page, words)
        expect(box).to_be_focused()
        assert page.url.endswith(query)
        expect(page.locator(".listed")).to_be_hidden()
        expect(found(page).first).to_be_visible()
        page.locator("[data-drop]").first.click()
        expect(page.locator(".listed")).to_be_visible()
        expect(found(page)).to_have_count(0)
        assert page.url.endswith(AGENDA[language])
    assert visit.troubles() == []


def test_choices_of_one_question_add_up_and_questions_narrow(visit: Visit) -> None:
    page = at(visit, "fr/agenda/?discipline=music,theatre&municipality=ixelles")
    said(page, "2 événements.")
    counts = panel(page, "Commune").locator("label").all_text_contents()
    assert counts == ["Bruxelles4", "Ixelles2"]
    expect(page.locator(".chips button")).to_have_text(["Musique", "Théâtre", "Ixelles", "Tout effacer"])
    page.get_by_role("button", name="Retirer : Théâtre").click()
    said(page, "Aucun événement ne répond à tous ces choix.")
    page.get_by_role("button", name="Sans ce choix : Musique (10 événements)").click()
    said(page, "10 événements.")
    assert page.url.endswith("?municipality=ixelles")


def test_a_shared_link_shows_the_same_and_ignores_what_it_does_not_know(visit: Visit) -> None:
    page = at(visit, "nl/agenda/?discipline=music,rock&when=someday&access=wheelchair&x=1")
    said(page, "4 evenementen.")
    expect(page.locator(".chips button")).to_have_text(["Muziek", "Rolstoel", "Alles wissen"])


def test_the_history_and_the_other_language_keep_what_is_asked(visit: Visit) -> None:
    page = at(visit, AGENDA["fr"])
    panel(page, "Discipline").get_by_label("Musique").check()
    page.get_by_label("Théâtre").check()
    said(page, "6 événements.")
    page.go_back()
    said(page, "4 événements.")
    expect(page.get_by_label("Théâtre")).not_to_be_checked()
    page.locator("header a[hreflang=nl]").click()
    page.wait_for_url("**/nl/agenda/?discipline=music")
    said(page, "4 evenementen.")
    page.go_back()
    said(page, "4 événements.")


def test_going_back_takes_the_words_out_of_the_field_too(visit: Visit) -> None:
    page = at(visit, AGENDA["fr"])
    box = page.locator("#q")
    box.fill("silence")
    expect(found(page)).to_have_count(1)
    page.go_back()
    expect(box).to_have_value("")
    expect(page.locator(".listed")).to_be_visible()


def test_accessibility_has_three_values(visit: Visit) -> None:
    page = at(visit, AGENDA["fr"])
    choices = panel(page, "Accessibilité")
    choices.get_by_label("Espace calme").check()
    said(page, "1 événement. 25 autres ne précisent rien à ce sujet.")
    choices.get_by_label("Espace calme").uncheck()
    page.goto(page.url.replace("/agenda/", "/agenda/?access=accessible-toilet"))
    said(page, "Rien trouvé")
    panel(page, "Accessibilité").get_by_label("Aussi ce qui n’y répond qu’en partie").check()
    said(page, "14 événements. 12 autres")


def test_the_age_of_a_child(visit: Visit) -> None:
    page = at(visit, AGENDA["nl"])
    age = panel(page, "Publiek").get_by_label("Leeftijd van het kind")
    age.fill("12")
    age.press("Enter")
    said(page, "2 evenementen. Nog 24 vermelden geen leeftijd.")
    assert page.url.endswith("?age=12")


def test_a_range_of_dates(visit: Visit) -> None:
    page = at(visit, AGENDA["fr"])
    days = panel(page, "Quand")
    days.get_by_label("Premier jour").fill("2026-12-05")
    days.get_by_label("Dernier jour").fill("2026-12-06")
    days.get_by_label("Dernier jour").blur()
    assert page.url.endswith("?from=2026-12-05&to=2026-12-06")
    expect(found(page)).to_have_text(
        ["La longue série", "Nuit ouverte : porte close", "La longue série", "Images de nuit", "Sans fin"]
    )
    expect(page.locator(".found h2")).to_have_text(
        ["samedi 5 décembre 2026", "dimanche 6 décembre 2026", "Sur la durée"]
    )
    expect(page.locator(".chips button")).to_have_text(["Du 5 déc. au 6 déc."])
    page.get_by_role("button", name="Retirer : Du 5 déc. au 6 déc.").click()
    expect(page.locator(".listed")).to_be_visible()


@pytest.mark.parametrize(
    ("path", "query", "title"),
    [
        ("fr/agenda/", "Elsene", "La longue série"),
        ("nl/agenda/", "ixeles", "De lange reeks"),
        ("fr/agenda/", "nuit ouverte", "Nuit ouverte : porte close"),
        ("fr/agenda/", "fanfarre", "Fanfare ouverte"),
        ("fr/recherche/", "fleuve", "Le dit du fleuve"),
        ("nl/zoeken/", "muziek", "De grote stilte"),
        ("nl/zoeken/", "expo", "Nachtbeelden"),
    ],
)
def test_words_are_searched_as_they_are_typed(visit: Visit, path: str, query: str, title: str) -> None:
    page = at(visit, path)
    box = page.locator("#q")
    box.press_sequentially(query)
    expect(found(page).filter(has_text=title)).to_have_count(1)
    expect(box).to_be_focused()
    box.press("Enter")
    assert page.url.endswith(f"{path}?q={query.replace(' ', '+')}")
    box.fill("xyzzy")
    expect(page.locator(".found h2")).to_have_count(1)
    expect(found(page)).to_have_count(0)
    assert visit.troubles() == []


@pytest.mark.parametrize(
    ("sort", "heading", "first"),
    [
        ("last", "Dernière chance", ["Ce soir", "Stof", "Le grand silence"]),
        ("new", "Tout juste annoncé", ["Stof", "Images de nuit", "Sans fin"]),
    ],
)
def test_other_orders(visit: Visit, sort: str, heading: str, first: list[str]) -> None:
    page = at(visit, f"fr/agenda/?sort={sort}")
    expect(page.locator(".found h2")).to_have_text([heading])
    expect(found(page).first).to_be_visible()
    assert found(page).all_text_contents()[:3] == first


def test_a_link_that_asks_for_the_nearest_can_be_followed_to_it(visit: Visit) -> None:
    visit.page.context.grant_permissions(["geolocation"])
    visit.page.context.set_geolocation({"latitude": 50.831, "longitude": 4.361})
    page = at(visit, "fr/agenda/?sort=near")
    said(page, "Pour trier par distance")
    nearest = panel(page, "Trier").get_by_label("Le plus proche")
    expect(nearest).not_to_be_checked()
    nearest.check()
    expect(page.locator(".found .card-where").first).to_contain_text("à 150 m")
    expect(nearest).to_be_checked()


def test_near_me_is_asked_on_a_click_and_stays_here(visit: Visit) -> None:
    visit.page.context.grant_permissions(["geolocation"])
    visit.page.context.set_geolocation({"latitude": 50.831, "longitude": 4.361})
    page = at(visit, AGENDA["fr"])
    panel(page, "Commune").get_by_role("button", name="Près de moi").click()
    expect(page.locator(".found h2")).to_have_text(["Près de vous", "Distance inconnue"])
    nearest = page.locator(".found .card").first
    expect(nearest.locator(".card-title")).to_have_text("1 < 2 & « 3 » \"4\" '5'")
    expect(nearest.locator(".card-where")).to_contain_text("à 150 m")
    assert page.url.endswith("?sort=near")
    assert visit.troubles() == []


def test_a_shared_link_by_distance_says_how_to_ask_for_it(visit: Visit) -> None:
    visit.page.context.grant_permissions(["geolocation"])
    visit.page.context.set_geolocation({"latitude": 50.831, "longitude": 4.361})
    page = at(visit, "nl/agenda/?sort=near")
    said(page, "Om op afstand te sorteren, kiest u ‘In mijn buurt’ onder ‘Gemeente’.")
    panel(page, "Gemeente").get_by_role("button", name="In mijn buurt").click()
    expect(page.locator(".found h2")).to_have_text(["In uw buurt", "Afstand onbekend"])


@pytest.mark.parametrize(
    ("path", "words", "way"),
    [
        ("fr/agenda/?age=1", "Rien trouvé : Enfant de 1 an.", "Sans ce choix : Enfant de 1 an"),
        ("nl/agenda/?age=1", "Niets gevonden: Kind van 1 jaar.", "Zonder deze keuze: Kind van 1 jaar"),
        ("fr/agenda/?to=2020-12-05", "Rien trouvé : Jusqu’au 5 déc. inclus.", "Sans ce choix : Jusqu’au 5 déc. inclus"),
        ("fr/agenda/?from=2019-12-03&to=2019-12-05", "Rien trouvé : Du 3 déc. au 5 déc.", "au 5 déc. ("),
    ],
)
def test_what_is_not_found_is_said_in_a_sentence(visit: Visit, path: str, words: str, way: str) -> None:
    page = at(visit, path)
    said(page, words)
    assert ".." not in page.get_by_role("status").inner_text()
    expect(page.get_by_role("button", name=way)).to_be_visible()


def test_a_position_that_is_refused_changes_nothing(visit: Visit) -> None:
    page = at(visit, AGENDA["fr"])
    orders = panel(page, "Trier")
    orders.get_by_label("Le plus proche").click()
    said(page, "Votre navigateur ne donne pas votre position.")
    expect(orders.get_by_label("Date")).to_be_checked()
    expect(page.locator(".listed")).to_be_visible()


def test_a_shortcut_is_the_current_one_only_while_its_days_are_shown(visit: Visit) -> None:
    page = at(visit, "fr/agenda/?q=theatre")
    said(page, "événement")
    current = page.locator(".shortcuts [aria-current]")
    expect(current).to_have_count(0)
    page.locator("[data-drop]").first.click()
    expect(current).to_have_attribute("aria-current", "page")
    page = at(visit, "nl/agenda/30-dagen/?discipline=music")
    said(page, "evenement")
    expect(current).to_have_text("30 dagen")
