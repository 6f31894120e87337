"""The files of newsletters: HTML that mail programs show as it is, plain text that reads well."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urljoin

import pytest

from tests import factories as make
from tests.outputs.newsroom.letters import desk, text, tree
from tests.outputs.test_digest import HOSTILE
from tests.pages import BuiltSite, is_broken

POLICY = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
SITE = "https://affiche.example/"
#: All that mail programs are known to show.
TAGS = {
    *("html", "head", "meta", "title", "style", "body", "table", "tbody", "tr", "td"),
    *("h1", "h2", "h3", "p", "a", "br", "bdi", "span", "strong", "img"),
}


def mails(site: BuiltSite) -> dict[str, Any]:
    assert len(site.mails) > 20
    return {path: tree(site.files[path]) for path in site.mails}


@pytest.mark.parametrize("name", ["small", "real"])
def test_every_mail_has_its_own_policy_first_and_only_what_mails_show(
    request: pytest.FixtureRequest, name: str
) -> None:
    for path, mail in mails(request.getfixturevalue(name)).items():
        first = mail.find("head")[0]
        assert (first.get("http-equiv"), first.get("content")) == ("Content-Security-Policy", POLICY), path
        assert {element.tag for element in mail.iter() if isinstance(element.tag, str)} <= TAGS, path
        assert {name for element in mail.iter() for name in element.attrib if name.startswith("on")} == set(), path
        assert mail.getroot().get("lang") == path.split("/")[1]


@pytest.mark.parametrize("name", ["small", "real"])
def test_every_address_of_a_mail_is_full_and_answers(request: pytest.FixtureRequest, name: str) -> None:
    site = request.getfixturevalue(name)
    for path, mail in mails(site).items():
        found = mail.xpath("//@href | //@src")
        assert [address for address in found if not address.startswith(SITE)] == [], path
        assert [address for address in found if is_broken(site, urljoin(SITE, address), SITE)] == [], path


@pytest.mark.parametrize("name", ["small", "real"])
def test_every_mail_is_light_and_asks_for_no_style(request: pytest.FixtureRequest, name: str) -> None:
    site = request.getfixturevalue(name)
    for path, mail in mails(site).items():
        assert len(site.files[path]) < 102_000, path
        (style,) = mail.xpath("//style")
        assert re.findall(r"@[a-z]+|url\(", style.text) == ["@media", "@media"], path
        assert [cell for cell in mail.xpath("//td[@class='told ink']") if not cell.get("style")] == []


def test_an_image_of_a_mail_has_words_a_size_and_its_credit(small: BuiltSite) -> None:
    images = [image for mail in mails(small).values() for image in mail.iter("img")]
    assert images
    assert [image for image in images if not all(image.get(each) for each in ("alt", "width", "height"))] == []
    assert {image.get("width") for image in images} == {"160"}
    assert [image for image in images if not image.getparent().getnext().text] == []


def test_a_mail_tells_state_title_date_house_place_price_and_languages() -> None:
    bal = make.event(
        "bal", title={"nl": "Bal & zo"}, start="2026-11-21 20:00", end="2026-11-21 23:30", venue="la-vallee",
        price="8.50", availability="limited", spoken_languages=["nl"], summary={"fr": "Un bal.", "nl": "Een bal."},
    )  # fmt: skip
    french, dutch = (tree(text(desk(bal), f"{language}/week.html")) for language in ("fr", "nl"))
    assert told(french) == [
        *("Dernières places", "Bal & zo en néerlandais"),
        "de 20 h à 23 h 30Zinneke · La Vallée, Bruxelles8,50 € · Parlé en néerlandais",
        "Un bal.",
    ]
    assert told(dutch) == [
        *("Laatste plaatsen", "Bal & zo"),
        "van 20 tot 23.30 uurZinneke · La Vallée, Brussel€ 8,50 · Gesproken in het Nederlands",
        "Een bal.",
    ]


def told(mail: Any) -> list[str]:
    """What is said of the only event of a mail, its lines without their ends."""
    (cell,) = mail.xpath("//td[@class='told ink']")
    return [" ".join("".join(part.itertext()).split()) for part in cell]


def test_plain_text_is_its_example() -> None:
    serie = make.event(
        "serie", title={"fr": "La série", "nl": "De reeks"}, venue="la-vallee", price="free",
        dates=[{"start": "2026-11-21 20:00"}, {"start": "2026-11-22 20:00"}],
        summary={"fr": " ".join(["Un mot, puis un autre."] * 5)},
    )  # fmt: skip
    assert (
        text(desk(serie), "fr/week.txt")
        == """Affiche
Cette semaine, du 16 au 22 novembre 2026
1 événement


SAMEDI 21 NOVEMBRE
==================

La série
les 21 et 22 novembre
Zinneke · La Vallée, Bruxelles
Concert · Gratuit
Un mot, puis un autre. Un mot, puis un autre. Un mot, puis un autre. Un
mot, puis un autre. Un mot, puis un autre.
https://example.org/fr/evenements/serie/

------------------------------------------------------------------------
Concerts, expos, bals, projections : l’agenda que les organisations
culturelles de Bruxelles tiennent ensemble.
https://example.org/fr/
"""
    )


@pytest.mark.parametrize("name", ["small", "real"])
def test_plain_text_has_short_lines_and_plain_spaces(request: pytest.FixtureRequest, name: str) -> None:
    files = {
        path: data.decode() for path, data in request.getfixturevalue(name).files.items() if path.startswith("mail/")
    }
    texts = {path: found.splitlines() for path, found in files.items() if path.endswith(".txt")}
    assert len(texts) == len(files) / 2
    for path, lines in texts.items():
        assert [line for line in lines if len(line) > 72 and not re.fullmatch(SITE + r"\S+", line)] == [], path
        assert [line for line in lines if "\u00a0" in line or "\u202f" in line] == [], path
        assert {line.startswith(SITE) for line in lines if "//" in line} == {True}, path


def test_hostile_texts_are_text_in_mails() -> None:
    typed = {"fr": HOSTILE, "nl": HOSTILE}
    nuit = make.event("nuit", title=typed, summary=typed, start="2026-11-21 20:00", venue={"name": HOSTILE})
    mail = tree(text(desk(nuit), "nl/week.html"))
    assert {element.tag for element in mail.iter()} <= TAGS
    assert told(mail) == [HOSTILE, f"20 uurZinneke · {HOSTILE}", HOSTILE]
    assert text(desk(nuit), "nl/week.txt").count(HOSTILE) == 3
