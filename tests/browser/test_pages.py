"""One page of each kind, in each language: nothing foreign, nothing refused, nothing too wide, no barrier."""

from __future__ import annotations

import pytest

from tests.browser.visits import Visit

#: A page of each kind and state, in French and in Dutch.
KINDS = {
    "chooser": ("", ""),
    "lost": ("404.html", "404.html"),
    "home": ("fr/", "nl/"),
    "agenda": ("fr/agenda/", "nl/agenda/"),
    "month": ("fr/agenda/2026/12/", "nl/agenda/2026/12/"),
    "table of a month": ("fr/agenda/2026/12/mois/", "nl/agenda/2026/12/maand/"),
    "shortcut": ("fr/agenda/ce-soir/", "nl/agenda/30-dagen/"),
    "empty shortcut": ("fr/agenda/demain/", "nl/agenda/morgen/"),
    "archive": ("fr/archives/", "nl/archief/"),
    "event": ("fr/evenements/nuit-ouverte/", "nl/evenementen/nuit-ouverte/"),
    "run": ("fr/evenements/images-de-nuit/", "nl/evenementen/images-de-nuit/"),
    "cancelled": ("fr/evenements/concert-annule/", "nl/evenementen/concert-annule/"),
    "foreign": ("fr/evenements/alleen-nederlands/", "nl/evenementen/seulement-en-francais/"),
    "withdrawn": ("fr/evenements/retire/", "nl/evenementen/retire/"),
    "organisations": ("fr/organisations/", "nl/organisaties/"),
    "organisation": ("fr/organisations/zinneke/", "nl/organisaties/zinneke/"),
    "long host": ("fr/organisations/bureau/", "nl/organisaties/bureau/"),
    "venue": ("fr/lieux/la-vallee/", "nl/locaties/la-vallee/"),
    "calls": ("fr/appels/", "nl/oproepen/"),
    "calls of a kind": ("fr/appels/types/residence/", "nl/oproepen/soorten/residentie/"),
    "calls of a discipline": ("fr/disciplines/musique/appels/", "nl/disciplines/muziek/oproepen/"),
    "calls that closed": ("fr/appels/archives/2025/", "nl/oproepen/archief/2025/"),
    "call": ("fr/appels/residence-ouverte/", "nl/oproepen/residence-ouverte/"),
    "call that is closed": ("fr/appels/bourse-ancienne/", "nl/oproepen/bourse-ancienne/"),
    "call in another language": ("fr/appels/mission-lointaine/", "nl/oproepen/mission-lointaine/"),
    "campaigns": ("fr/campagnes/", "nl/campagnes/"),
    "indicators": ("fr/indicateurs/", "nl/indicatoren/"),
    "indicators of a year": ("fr/indicateurs/2026/", "nl/indicatoren/2026/"),
    "campaign": ("fr/campagnes/hiver/", "nl/campagnes/hiver/"),
    "campaign that is over": ("fr/campagnes/automne/", "nl/campagnes/automne/"),
    "groups": ("fr/groupes/", "nl/werkgroepen/"),
    "group": ("fr/groupes/rue/", "nl/werkgroepen/rue/"),
    "projects": ("fr/projets/", "nl/projecten/"),
    "project": ("fr/projets/parade/", "nl/projecten/parade/"),
    "practices": ("fr/pratiques/", "nl/praktijken/"),
    "practice": ("fr/pratiques/parade-sans-voiture/", "nl/praktijken/parade-sans-voiture/"),
    "matching": ("fr/offres-et-demandes/", "nl/vraag-en-aanbod/"),
    "Brussels abroad": ("fr/bruxelles-a-l-etranger/", "nl/brussel-in-het-buitenland/"),
    "profiles": ("fr/fiches/", "nl/fiches/"),
    "promotion plan": ("fr/plan-de-promotion/", "nl/promotieplan/"),
    "programmes": ("fr/programmes/", "nl/programmaboekjes/"),
    "programme": ("fr/programmes/2026-12/", "nl/programmaboekjes/gemeenten/brussel/2026-11/"),
    "marketing calendar": ("fr/calendrier-commun/", "nl/gezamenlijke-kalender/"),
    "disciplines": ("fr/disciplines/", "nl/disciplines/"),
    "discipline": ("fr/disciplines/musique/", "nl/disciplines/muziek/"),
    "municipalities": ("fr/communes/", "nl/gemeenten/"),
    "municipality": ("fr/communes/ixelles/", "nl/gemeenten/elsene/"),
    "professionals": ("fr/professionnels/", "nl/professionals/"),
    "search": ("fr/recherche/", "nl/zoeken/"),
    "favourites": ("fr/favoris/", "nl/favorieten/"),
    "feedback": ("fr/votre-avis/?page=/fr/agenda/", "nl/uw-mening/"),
    "subscribe": ("fr/abonnement/", "nl/abonneren/"),
    "social kits": ("fr/kit-social/", "nl/socialmediakit/"),
    "social kit": ("fr/kit-social/nuit-ouverte/", "nl/socialmediakit/alleen-nederlands/"),
    "social kit of a week": ("fr/kit-social/semaines/2026-w48/", "nl/socialmediakit/weken/2026-w47/"),
    "newsletter desk": ("fr/redaction/", "nl/redactie/"),
    "newsletter": ("fr/redaction/deux-semaines/", "nl/redactie/net-aangekondigd/"),
    "archive of newsletters": ("fr/redaction/archives/", "nl/redactie/archief/2026/"),
    "embed builder": ("fr/integrer/", "nl/insluiten/"),
    "embed": ("embed/fr/agenda/", "embed/nl/disciplines/muziek/?colours=red,dark"),
    "embed without dates": ("embed/fr/communes/bruxelles/?period=7&count=1", "embed/nl/organisaties/bureau/"),
    "form": ("fr/contribuer/", "nl/bijdragen/"),
    "form of an organisation": ("fr/contribuer/organisation/", "nl/bijdragen/organisatie/"),
    "form of a venue": ("fr/contribuer/lieu/", "nl/bijdragen/locatie/"),
    "form of a call": ("fr/contribuer/appel/", "nl/bijdragen/oproep/"),
    "form of a lesson": ("fr/contribuer/lecon/", "nl/bijdragen/les/"),
    "form of a project": ("fr/contribuer/projet/", "nl/bijdragen/project/"),
    "form of a group": ("fr/contribuer/groupe/", "nl/bijdragen/werkgroep/"),
    "form of a campaign": ("fr/contribuer/campagne/", "nl/bijdragen/campagne/"),
    "editorial": ("fr/a-propos/", "nl/over/"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_asks_nobody_else_breaks_no_policy_fits_every_window_and_has_no_barrier(visit: Visit, kind: str) -> None:
    french, dutch = KINDS[kind]
    assert seen(visit, french, (1280, 768, 360, 320), "light") == ([], {}, [])
    assert seen(visit, dutch, (320, 360, 768, 1280), "dark") == ([], {}, [])


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_fits_a_phone_in_the_font_of_the_phone_and_letters_twice_as_large(visit: Visit, kind: str) -> None:
    """Our font is taken where it comes at once (`font-display: optional`), and what a phone has may be wider."""
    visit.page.route("**/*.woff2", lambda route: route.abort())
    for path in KINDS[kind]:
        visit.go(path)
        assert (path, visit.too_wide(320)) == (path, [])
        visit.page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
        assert (path, visit.too_wide(360)) == (path, [])


def seen(
    visit: Visit, path: str, widths: tuple[int, ...], scheme: str
) -> tuple[list[str], dict[int, list[str]], list[str]]:
    """The troubles of a page, what is too wide at each width, and the barriers that axe finds at the last of them."""
    visit.go(path)
    wide = {width: found for width in widths if (found := visit.too_wide(width))}
    return visit.troubles(), wide, visit.barriers(scheme)


def test_the_keyboard_reaches_the_content_and_every_link_shows_where_it_is(visit: Visit) -> None:
    visit.go("fr/agenda/")
    visit.page.keyboard.press("Tab")
    skip = visit.page.locator(":focus")
    assert (skip.inner_text(), skip.get_attribute("href")) == ("Aller au contenu", "#main")
    assert skip.bounding_box()["y"] >= 0  # type: ignore[index]
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**/fr/agenda/#main")
    for _ in range(12):
        visit.page.keyboard.press("Tab")
        focus = visit.page.evaluate(FOCUS)
        assert focus["seen"], focus


#: The element with the focus, and whether an outline of it or of what it draws shows on the screen.
FOCUS = """
() => {
  const element = document.activeElement, box = element.getBoundingClientRect();
  const drawn = [getComputedStyle(element), getComputedStyle(element, "::after")];
  const outlined = drawn.some(style => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2);
  return {html: element.outerHTML.slice(0, 99), seen: outlined && box.right > 0 && box.width > 0};
}
"""


@pytest.mark.parametrize("width", [360, 1280])
def test_a_day_of_the_table_says_its_date_and_its_events_at_every_width(visit: Visit, width: int) -> None:
    visit.page.set_viewport_size({"width": width, "height": 900})
    visit.go("fr/agenda/2026/12/mois/")
    assert visit.page.get_by_role("link", name="1er décembre, 1 événement", exact=True).count() == 1
    visit.go("fr/agenda/ce-soir/")
    assert visit.page.get_by_role("heading", level=1, name="Ce soir, samedi 21 novembre 2026", exact=True).count() == 1
