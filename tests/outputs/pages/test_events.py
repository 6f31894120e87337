from __future__ import annotations

import re
from typing import Any

import pytest

from tests.pages import BuiltSite, Page, text_of

EVENTS = {"fr": "fr/evenements", "nl": "nl/evenementen"}
#: Files of the small site that have no page of their own.
HIDDEN = {"pas-fini", "pas-encore"}
REDIRECTED = {"doublon": "nuit-ouverte", "nuit-fermee": "nuit-ouverte"}


def event_page(site: BuiltSite, name: str, language: str = "fr") -> Page:
    return site.page(f"{EVENTS[language]}/{name}/")


def facts(page: Page) -> dict[str, list[str]]:
    """The list of facts of a page: each with its lines."""
    return {
        text_of(fact.find("dt")): [" ".join(line.split()) for line in fact.find("dd").itertext() if line.strip()]
        for fact in page.all("//dl[@class='facts']/div")
    }


def stems(small: BuiltSite, language: str) -> set[str]:
    return {path.split("/")[2] for path in small.html if path.startswith(f"{EVENTS[language]}/")}


def test_every_event_has_a_page_in_every_language_and_no_hidden_one_has(small: BuiltSite, events: set[str]) -> None:
    expected = events - HIDDEN | set(REDIRECTED)
    assert (stems(small, "fr"), stems(small, "nl")) == (expected, expected)


def test_no_event_is_lost_from_the_agenda(small: BuiltSite, events: set[str]) -> None:
    quiet = {"reunion-des-membres", "rencontre-pro", "retire", "doublon"}
    for language, folder in EVENTS.items():
        lists = [page for page in small.pages() if re.match(rf"{language}/agenda/", page.path)]
        linked = {link for page in lists for link in page.all(f"//a[starts-with(@href, '/{folder}/')]/@href")}
        assert linked == {f"/{folder}/{name}/" for name in events - HIDDEN - quiet}


@pytest.mark.parametrize(
    "words", ["Brouillon secret", "Geheime kladversie", "Pas encore annoncé", "pas-fini", "pas-encore"]
)
def test_what_is_not_public_yet_is_in_no_file(small: BuiltSite, words: str) -> None:
    assert [path for path, data in small.files.items() if words in path or words.encode() in data] == []


@pytest.mark.parametrize(("old", "new"), REDIRECTED.items())
def test_an_old_address_leads_to_the_new_one(small: BuiltSite, old: str, new: str) -> None:
    for language, folder in EVENTS.items():
        page, target = small.page(f"{folder}/{old}/"), f"/{folder}/{new}/"
        assert page.one("//meta[@http-equiv='refresh']/@content") == f"0; url={target}"
        assert page.one("//link[@rel='canonical']/@href") == f"https://affiche.example{target}"
        assert page.one("//main//a/@href") == target
        assert (page.one("//meta[@name='robots']/@content"), page.one("/html/@lang")) == ("noindex", language)


def test_a_withdrawn_event_leaves_a_notice_and_nothing_else(small: BuiltSite) -> None:
    page = event_page(small, "retire")
    assert page.texts("//main//h1 | //main//p") == [
        *("Page retirée", "Cette page a été retirée le mardi 10 novembre 2026.", "Le texte n'était pas à nous."),
    ]
    assert event_page(small, "retire", "nl").texts("//main//p")[1] == "De tekst was niet van ons."
    assert page.all("//link[@hreflang]") == []
    assert [path for path, data in small.files.items() if "Événement retiré".encode() in data] == []


def test_a_cancelled_event_says_so_in_words_with_its_reason_wherever_it_is(small: BuiltSite) -> None:
    page = event_page(small, "concert-annule", "nl")
    assert page.texts("//header[class~event-head]//p[class~state]") == ["Geannuleerd"]
    assert page.texts("//p[class~event-reason]") == ["De zangeres is ziek."]
    cards = [card for page in small.pages() for card in cards_of(page, "concert-annule") if page.language == "nl"]
    assert {text_of(card.xpath(".//p[@class='state']")[0]) for card in cards} == {"Geannuleerd"}
    assert len(cards) > 3


def cards_of(page: Page, name: str) -> list[Any]:
    return page.all(f"//article[class~card][.//h3/a[contains(@href, '/{name}/')]]")


def test_a_page_in_another_language_says_so(small: BuiltSite) -> None:
    page = event_page(small, "alleen-nederlands")
    assert page.one("//h1/bdi/@lang") == "nl"
    assert page.one("//div[@class='prose']/@lang") == "nl"
    assert page.one("//p[class~p-summary]/bdi/@lang") == "nl"
    assert page.one("//figure/img/@lang") == "nl"
    assert page.texts("//p[@class='foreign']") == ["en néerlandais", "en néerlandais"]
    assert page.one("//link[@rel='canonical']/@href").endswith("/nl/evenementen/alleen-nederlands/")
    own = event_page(small, "alleen-nederlands", "nl")
    assert (own.all("//main//*[@lang]"), own.texts("//p[@class='foreign']")) == ([], [])


def test_a_title_in_no_language_needs_no_label(small: BuiltSite) -> None:
    for language in EVENTS:
        page = event_page(small, "sans-langue", language)
        assert (page.texts("//h1"), page.all("//main//h1//*[@lang]")) == (["Ω"], [])


def test_an_event_page_tells_its_facts_in_the_language_of_the_page(small: BuiltSite) -> None:
    assert facts(event_page(small, "nuit-ouverte", "nl")) == {
        "Wanneer": ["zaterdag 5 december 2026 van 20.30 tot 2 uur (zondag)"],
        "Waar": [
            "La Vallée",
            "Grote zaal",
            "Dalstraat 1",
            "1000 Brussel",
            "Bekijk op een kaart",
            "(",
            "50.8467, 4.3525",
            ")",
        ],
        "Bereikbaarheid": ["Metro Ribaucourt"],
        "Prijs": ["€ 8 tot € 12,50", "Vol tarief", ": € 12,50", "Korting", ": € 8", "Article 27", "Paspartoe"],
        "Reserveren": [
            *("Reserveren verplicht", "Reserveren", "(tickets.example.org)"),
            *("tickets@zinneke.example.org", "+32 2 000 00 02"),
        ],
        "Talen": ["Gesproken in het Frans en Nederlands · Boventiteld FR, NL, EN · Met tolk LSFB, VGT"],
        "Campagne": ["Winter op de planken"],
        "Leeftijd": ["vanaf 12 jaar"],
        "Deelname": ["Kijken"],
        "Met": ["Ana Šebová", ",", "ليلى"],
        "Organisatie": ["Zinneke", "Den Hoek", "(partner)"],
        "Links": ["Het programma"],
        "Video": ["www.youtube.com"],
    }


def test_what_is_not_known_is_not_stated(small: BuiltSite) -> None:
    told = facts(event_page(small, "une-saison"))
    assert told == {
        "Quand": ["au printemps 2027"],
        "Prix": ["Non renseigné"],
        "Langues": ["Non renseigné"],
        "Organisation": ["Zinneke"],
    }


def test_accessibility_has_four_answers_and_silence_is_none_of_them(small: BuiltSite) -> None:
    rows = event_page(small, "nuit-ouverte").all("//table[class~access]/tbody/tr")
    told = {text_of(row.find("th")): text_of(row.find("td")) for row in rows}
    assert list(told) == ["Oui", "En partie", "Non", "Non renseigné"]
    assert told["Oui"] == "fauteuil roulant, espace calme"
    assert (told["En partie"], told["Non"]) == ("toilettes adaptées", "boucle magnétique")


def test_an_event_of_which_no_answer_is_known_says_so_in_one_sentence(small: BuiltSite) -> None:
    page = event_page(small, "un-mois")
    assert page.all("//table[class~access]") == []
    assert page.texts("//section[@aria-labelledby='access']/p") == [
        "L’accessibilité n’est pas encore renseignée. L’organisation peut vous en dire plus."
    ]


@pytest.mark.parametrize(
    ("name", "where"),
    [
        ("nuit-ouverte", "La Vallée, Grande salle, Bruxelles"),
        ("un-mois", "Ixelles"),
        ("en-ligne", "En ligne"),
        ("seulement-en-ligne", "En ligne"),
        ("a-londres", "The Yard, London"),
        ("signes", 'Café "L\'Œil & Cie", Ixelles'),
    ],
)
def test_an_event_page_says_where_it_is(small: BuiltSite, name: str, where: str) -> None:
    assert event_page(small, name).texts("//p[class~event-where]") == [where]


def test_an_event_without_a_place_says_nothing_of_it(small: BuiltSite) -> None:
    assert event_page(small, "une-saison").texts("//p[class~event-where]") == []


def test_each_date_stands_at_its_own_address_with_its_state_and_its_place(small: BuiltSite) -> None:
    rows = event_page(small, "longue-serie").all("//ol[@class='performances']/li")
    assert [(row.get("id"), [text_of(state) for state in row.xpath(".//p[@class='state']")]) for row in rows[:5]] == [
        ("20261119T2000", ["Passé"]),
        ("20261126T2000", []),
        ("20261127T2000", ["Complet"]),
        ("20261128T1500", []),
        ("20261128T2000", ["Annulé"]),
    ]
    last = event_page(small, "festival").all("//ol[@class='performances']/li")[-1]
    assert [text_of(line) for line in last.xpath(".//p[@class='performance-note']")] == [
        *("Scène om de hoek, Ixelles", "Foyer", "Surtitré EN"),
        "Accessibilité : fauteuil roulant, toilettes adaptées, boucle magnétique (non renseigné)",
    ]


def test_what_takes_place_can_be_copied_to_google_calendar(small: BuiltSite) -> None:
    links = "//a[starts-with(@href, 'https://calendar.google.com/calendar/render?action=TEMPLATE&')]"
    counts = {"nuit-ouverte": 1, "images-de-nuit": 1, "longue-serie": 0, "concert-annule": 0}
    found = {name: event_page(small, name) for name in counts}
    assert {name: len(page.all(f"//div[@class='actions']{links}")) for name, page in found.items()} == counts
    rows = found["longue-serie"].all("//ol[@class='performances']/li")
    offered = {row.get("id") for row in rows if row.xpath(f".{links}")}
    assert offered == {row.get("id") for row in rows if "data-off" not in row.attrib and "data-over" not in row.attrib}


def test_a_run_has_its_hours_and_its_dates_apart(small: BuiltSite) -> None:
    page = event_page(small, "images-de-nuit")
    assert page.texts("//p[@class='event-date']") == ["jusqu’au 3 janvier 2027 inclus"]
    assert facts(page)["Quand"] == [
        "du 3 octobre 2026 au 3 janvier 2027",
        "du mercredi au dimanche, de 11 h à 18 h",
        "fermé le lundi et le mardi",
        "du 25 décembre 2026 au 1er janvier 2027 (Fêtes) : fermé",
    ]
    assert page.all("//ol[@class='performances']/li/@id") == ["20261002T1800", "visite"]


def test_many_dates_name_the_next_one_with_its_hour(small: BuiltSite) -> None:
    told = facts(event_page(small, "tous-les-jeudis"))["Quand"]
    assert told == [
        "un jeudi sur deux de 20 h à 22 h, du 5 novembre 2026 au 28 janvier 2027",
        "sauf le 31 décembre 2026",
        "prochaine : jeudi 3 décembre de 20 h à 22 h",
    ]


def test_parts_of_a_festival_and_the_festival_lead_to_each_other(small: BuiltSite) -> None:
    festival, part = event_page(small, "festival"), event_page(small, "festival-ouverture")
    assert festival.all("//section[@aria-labelledby='parts']//h3/a/@href") == ["/fr/evenements/festival-ouverture/"]
    assert facts(part)["Fait partie de"] == ["Festival des lisières"]


def test_what_is_over_offers_no_calendar_entry_but_keeps_its_page(small: BuiltSite) -> None:
    page = event_page(small, "hier-soir")
    assert page.texts("//p[class~state]")[0] == "Passé"
    assert page.all("//div[@class='actions']") == []


def test_the_markup_of_a_body_begins_below_the_title(small: BuiltSite) -> None:
    page = event_page(small, "nuit-ouverte")
    assert page.texts("//div[@class='prose']/h2") == ["Le programme"]
    assert page.one("//div[@class='prose']//a/@rel") == "nofollow ugc noopener noreferrer"
    assert page.one("//div[@class='prose']//img/@alt") == "La scène"


def test_special_characters_are_shown_as_typed(small: BuiltSite) -> None:
    title = "1 < 2 & « 3 » \"4\" '5'"
    page = event_page(small, "signes")
    assert page.texts("//h1") == [title]
    assert page.one("//meta[@property='og:title']/@content") == title
    assert page.data()[0]["name"] == title


def test_events_for_professionals_are_on_their_own_page_only(small: BuiltSite) -> None:
    for name in ("reunion-des-membres", "rencontre-pro"):
        linking = {page.path for page in small.pages() if page.all(f"//main//a[contains(@href, '/{name}/')]")}
        lists = {"fr/professionnels/index.html", "nl/professionals/index.html"}
        lists |= {"fr/groupes/rue/index.html", "nl/werkgroepen/rue/index.html"}
        embeds = {f"embed/{path}" for path in lists}
        projects = {path for path in linking if path.startswith(("fr/projets/", "nl/projecten/"))}
        assert bool(projects) == (name == "rencontre-pro")
        assert linking == {*lists, *embeds, *projects, *own_pages(name, linking)}
    assert facts(event_page(small, "reunion-des-membres"))["Public"] == ["Réservé aux membres"]


def own_pages(name: str, linking: set[str]) -> set[str]:
    """The pages of the event itself, whose dates and calendar lie beside it."""
    return {path for path in linking if f"/{name}/" in path}


@pytest.mark.parametrize(("name", "links"), [("un-jour", 4), ("un-mois", 0), ("une-saison", 0)])
def test_only_what_has_a_day_can_be_added_to_a_calendar(small: BuiltSite, name: str, links: int) -> None:
    assert len(event_page(small, name).all("//div[@class='actions']//a")) == links


@pytest.mark.parametrize(("name", "links", "booked"), [("nuit-ouverte", 4, True), ("concert-annule", 0, False)])
def test_what_is_off_is_neither_booked_nor_put_in_a_calendar(
    small: BuiltSite, name: str, links: int, *, booked: bool
) -> None:
    page = event_page(small, name)
    assert len(page.all("//div[@class='actions']//a")) == links
    assert ("Réservation" in facts(page)) == booked


def test_a_tariff_has_the_colon_of_its_language(small: BuiltSite) -> None:
    assert facts(event_page(small, "nuit-ouverte"))["Prix"][1:5] == ["Plein tarif", ": 12,50 €", "Réduit", ": 8 €"]


def test_the_parts_of_a_festival_are_not_named_again_among_what_to_see_too(small: BuiltSite) -> None:
    page = event_page(small, "festival")
    parts, related = (set(page.all(f"//section[@aria-labelledby='{key}']//h3/a/@href")) for key in ("parts", "related"))
    assert (parts & related, bool(parts)) == (set(), True)


def test_coordinates_lead_to_a_map(small: BuiltSite) -> None:
    page = event_page(small, "nuit-ouverte")
    assert page.all("//a[starts-with(@href, 'geo:')]/@href") == ["geo:50.8467,4.3525"]
    (seen,) = page.all("//a[.='Voir sur une carte']/@href")
    assert seen == "https://www.openstreetmap.org/?mlat=50.8467&mlon=4.3525#map=17/50.8467/4.3525"


GLANCE = (
    "de 8 à 12,50 €Parlé en français et néerlandaisSurtitré FR, NL, EN"
    "Interprété en LSFB, VGTAccessible en fauteuil roulant"
)


def test_the_first_words_of_a_page_are_state_date_title_place_price_and_how_to_book(small: BuiltSite) -> None:
    page = event_page(small, "nuit-ouverte")
    assert page.texts("//div[@class='event-words']/*[text() or *]")[1:-1] == [
        *("Dernières places", "samedi 5 décembre 2026 de 20 h 30 à 2 h (dimanche)", "Nuit ouverte : porte close"),
        *("Zinneke, Den Hoek", "La Vallée, Grande salle, Bruxelles"),
        GLANCE,
    ]
    assert page.all("//p[@class='kicker']/a/@href") == [
        "/fr/disciplines/musique/",
        "/fr/disciplines/pluridisciplinaire/",
    ]
    assert page.all("//div[@class='bar']/a/@href") == ["https://tickets.example.org/nuit"]
    off = ("concert-annule", "hier-soir")
    assert [event_page(small, name).all("//div[@class='bar']/a") for name in off] == [[], []]


def test_what_is_over_can_be_shared_and_no_longer_kept(small: BuiltSite) -> None:
    kept = {name: len(event_page(small, name).all("//button[@data-id]")) for name in ("nuit-ouverte", "hier-soir")}
    assert kept == {"nuit-ouverte": 1, "hier-soir": 0}
    button = event_page(small, "hier-soir").one("//button[@data-share]")
    assert button.getnext().get("role") == "status"


def test_a_page_says_when_it_was_verified(small: BuiltSite) -> None:
    assert event_page(small, "nuit-ouverte").texts("//footer[@class='source']/p")[-1] == "Vérifié le 1er novembre 2026."
