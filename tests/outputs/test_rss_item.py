"""What an item of a feed says of its event, whatever is in its texts."""

from __future__ import annotations

from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from affiche.model.text import Text
from affiche.outputs.feed_images import jpeg_copy
from affiche.outputs.images import feed_image_path, image_artifacts
from affiche.outputs.rss import rss_artifacts
from affiche.outputs.rss_extension import PREFIXES
from affiche.outputs.rss_item import Appearance, event_item
from affiche.outputs.site import Site
from affiche.sources.images import ImageFacts, inspect_image
from affiche.sources.text import clean_block, clean_line
from tests import factories as make
from tests.examples import examples
from tests.hostile import payloads
from tests.outputs.feed_rules import CONTENT, EV, MEDIA, Limits, faults

TEXTS = (
    "Rock ; jazz, \\ folk : R&B ]]> </script>",
    "</title><script>alert(1)</script>",
    "&lt;b&gt; &amp;amp; &#0; {{7*7}} {% raw %} %s {0}",
    "Zirkus 🤹🏽‍♀️ & مهرجان שלום 京劇",
    "tab\tand\nbreak\r\nand\x00control\x0b\ufffe",
    "=1+1 @import -- <!-- --> <![CDATA[ x ]]>",
)

DECLARED = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in PREFIXES.items()).encode()
PICTURE = "content/events/affiche.png"


def item(typed: dict[str, Any], body: Text | None = None, language: str = "fr") -> etree._Element:
    event = make.event("nuit-ouverte", body, **typed)
    site = make.site(event, make.organisation(), make.venue())
    coming = site.calendar.left_of(event)
    told = Appearance(event, make.PUBLISHED, site.calendar.run_of(event), site.calendar.occurrences[event.id], coming)
    return etree.fromstring(b"<rss %s>%s</rss>" % (DECLARED, event_item(site, told, language)))[0]


def text(element: etree._Element, tag: str) -> str:
    return element.findtext(tag) or ""


def read(site: Site) -> tuple[bytes, etree._Element]:
    """The French feed of a site, and its only item."""
    data = next(artifact.render() for artifact in rss_artifacts(site) if artifact.path == "fr/feed.xml")
    return data, etree.fromstring(data)[0].findall("item")[0]


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        (
            {"start": "2026-12-05 20:00", "end": "2026-12-06 02:00"},
            "Nuit ouverte – samedi 5 décembre 2026 de 20 h à 2 h (dimanche)",
        ),
        (
            {"dates": [{"start": "2026-11-20 20:00"}, {"start": "2026-12-05 20:00"}]},
            "Nuit ouverte – les 20 novembre et 5 décembre 2026",
        ),
        (
            {"period": {"start": "2026-11-07", "end": "2027-01-03"}},
            "Nuit ouverte – du 7 novembre 2026 au 3 janvier 2027",
        ),
        ({"period": {"start": "2026-11-07"}}, "Nuit ouverte – à partir du 7 novembre 2026"),
        ({"start": "2027-02"}, "Nuit ouverte – en février 2027"),
        ({"status": "cancelled"}, "Nuit ouverte – samedi 5 décembre 2026 à 20 h"),
        ({"title": "Le\u202f«\u00a0Bal\u00a0»"}, "Le « Bal » – samedi 5 décembre 2026 à 20 h"),
    ],
)
def test_item_title_is_the_title_and_its_dates_in_words(typed: dict[str, Any], title: str) -> None:
    assert text(item(typed), "title") == title


@pytest.mark.parametrize(
    ("typed", "language", "description"),
    [
        ({"venue": "la-vallee"}, "fr", "Samedi 5 décembre 2026 à 20 h. La Vallée, Bruxelles."),
        (
            {"venue": "la-vallee", "summary": {"nl": "Een bal."}},
            "nl",
            "Zaterdag 5 december 2026 om 20 uur. La Vallée, Brussel. Een bal.",
        ),
        ({"summary": {"nl": "Een bal."}}, "fr", "En néerlandais. Samedi 5 décembre 2026 à 20 h. Een bal."),
        ({"title": {"nl": "Bal"}}, "fr", "En néerlandais. Samedi 5 décembre 2026 à 20 h."),
        ({"title": {"nl": "Bal"}, "summary": "Un bal"}, "fr", "Samedi 5 décembre 2026 à 20 h. Un bal"),
        ({"status": "cancelled"}, "fr", "Annulé. Samedi 5 décembre 2026 à 20 h."),
        (
            {"dates": [{"start": "2026-11-20 20:00"}, {"start": "2026-12-05 20:00"}]},
            "fr",
            "Samedi 5 décembre 2026 à 20 h.",
        ),
        (
            {
                "period": {"start": "2026-11-07", "end": "2027-01-03"},
                "dates": [{"start": "2026-12-05 18:00", "status": "cancelled"}],
            },
            "fr",
            "Du 7 novembre 2026 au 3 janvier 2027. Annulé – samedi 5 décembre 2026 à 18 h.",
        ),
        (
            {"dates": [{"start": "2026-12-05", "availability": "sold-out"}, {"start": "2026-12-06 15:00"}]},
            "fr",
            "Complet – le 5 décembre 2026, heure à confirmer. Dimanche 6 décembre 2026 à 15 h.",
        ),
        ({"summary": "R&B <3"}, "fr", "Samedi 5 décembre 2026 à 20 h. R&amp;B &lt;3"),
    ],
)
def test_item_description_has_label_state_dates_place_then_summary(
    typed: dict[str, Any], language: str, description: str
) -> None:
    assert text(item(typed, language=language), "description") == description


def test_item_counts_many_performances() -> None:
    typed = {"recurrence": {"every": "day", "from": "2026-12-05", "count": "9", "start": "20:00"}}
    assert text(item(typed), "description") == "9 dates du 5 au 13 décembre 2026."


def test_item_counts_the_same_performances_in_its_title_and_its_text() -> None:
    days = [{"start": f"2026-11-{day} 20:00"} for day in range(18, 28)]
    found = item({"dates": [*days, {"start": "2026-11-28 20:00", "status": "cancelled"}]})
    assert text(found, "title") == "Nuit ouverte – 10 dates du 18 au 27 novembre 2026"
    assert text(found, "description") == (
        "Certaines dates changent. 10 dates du 18 au 27 novembre 2026 ; prochaine : samedi 21 novembre."
    )


def test_item_says_whose_hour_it_is_abroad() -> None:
    place = {"name": "LX Factory", "municipality": "Lisboa", "country": "PT", "time_zone": "Europe/Lisbon"}
    assert text(item({"venue": place}), "description") == (
        "Samedi 5 décembre 2026 à 20 h (heure locale, Lisboa). LX Factory, Lisboa."
    )


def test_item_content_labels_each_text_in_another_language_once() -> None:
    typed = {"title": {"nl": "Bal"}, "summary": {"nl": "Een bal."}}
    assert text(item(typed, Text.of(nl="Alleen **hier**.")), f"{CONTENT}encoded") == (
        "<p>samedi 5 décembre 2026 à 20 h</p>\n<p>en néerlandais</p>\n"
        '<div lang="nl">\n<p>Een bal.</p>\n<p>Alleen <strong>hier</strong>.</p>\n</div>'
    )


def test_item_says_when_and_where_as_data() -> None:
    found = item(
        {"venue": "la-vallee", "disciplines": ["music"], "end": "2026-12-05 22:00", "start": "2026-12-05 20:00"}
    )
    assert [text(found, f"{EV}{name}") for name in ("startdate", "enddate", "location")] == [
        "2026-12-05T20:00:00+01:00",
        "2026-12-05T22:00:00+01:00",
        "La Vallée, Bruxelles",
    ]
    assert [(category.get("domain"), category.text) for category in found.findall("category")] == [
        ("https://example.org/#type", "Concert"),
        ("https://example.org/#discipline", "Musique"),
    ]


@pytest.mark.parametrize("raw", [*TEXTS, *(payload.text for payload in payloads("own-hostile-strings"))])
def test_item_gives_hostile_text_back_and_nothing_more(raw: str) -> None:
    line, block = clean_line(raw)[0][:80], clean_block(raw)[0][:4000]
    if not line:
        pytest.skip("refused as a title")
    event = make.event("nuit-ouverte", Text.of(fr=block), title={"fr": line}, summary={"fr": line})
    harmless = make.event("nuit-ouverte", Text.of(fr="Rien"), title={"fr": "Bal"}, summary={"fr": "Bal"})
    (data, found), (_, plain) = read(make.site(event)), read(make.site(harmless))
    assert list(faults(data, Limits(make.NOW))) == []
    assert text(found, "title").removesuffix(" – samedi 5 décembre 2026 à 20 h") == line.replace("\u00a0", " ")
    assert unescape(text(found, "description")) == f"Samedi 5 décembre 2026 à 20 h. {line}".rstrip()
    assert [(child.tag, child.attrib) for child in found] == [(child.tag, child.attrib) for child in plain]
    assert not feedparser.parse(data).bozo


@given(st.text(max_size=80), st.text(max_size=80))
@examples(150)
def test_item_gives_any_text_back(title: str, summary: str) -> None:
    title, summary = clean_line(title)[0], clean_line(summary)[0]
    event = make.event("nuit-ouverte", title=title or "x", summary=summary or "x")
    data, found = read(make.site(event))
    assert list(faults(data, Limits(make.NOW))) == []
    assert text(found, "title").startswith((title or "x").translate({0xA0: " ", 0x202F: " "}))
    assert unescape(text(found, "description")).endswith(summary or "x")


def illustrated(folder: Path, width: int, height: int, **typed: Any) -> Site:
    """A site whose event has an image, beside its file."""
    file = folder / "affiche.png"
    Image.new("RGB", (width, height), (200, 20, 20)).save(file)
    facts = inspect_image(file)
    assert isinstance(facts, ImageFacts)
    image = {"src": "affiche.png", "alt": {"fr": 'Une fanfare "rouge" & bleue'}, "credit": "© Ana <ana>", **typed}
    event = make.event("nuit-ouverte", Text.of(fr="![Rouge](affiche.png)"), image=image)
    return replace(make.site(event), images={PICTURE: facts}, image_files={PICTURE: file})


def test_item_has_its_image_as_enclosure_media_and_first_picture(tmp_path: Path) -> None:
    site = illustrated(tmp_path, 1600, 1600)
    data, found = read(site)
    url, whole = site.absolute(feed_image_path(site, PICTURE)), jpeg_copy(site, PICTURE)
    published = {artifact.path: artifact.render() for artifact in image_artifacts(site)}
    assert list(faults(data, Limits(make.NOW))) == []
    enclosure = found.find("enclosure")
    assert enclosure is not None
    length = len(published[url.removeprefix("https://example.org/")])
    assert [enclosure.get(name) for name in ("url", "type", "length")] == [url, "image/jpeg", str(length)]
    media = found.find(f"{MEDIA}content")
    assert media is not None
    assert (media.get("width"), media.get("height")) == ("1200", "630")
    assert [child.text for child in media] == ['Une fanfare "rouge" & bleue', "© Ana <ana>"]
    assert text(found, f"{CONTENT}encoded") == (
        f'<p><img src="{url}" alt="Une fanfare &quot;rouge&quot; &amp; bleue" width="600" height="315" '
        'style="max-width: 100%; height: auto"></p>\n<p>samedi 5 décembre 2026 à 20 h</p>\n'
        f'<p><img src="{whole.url}" alt="Rouge" width="600" height="600" loading="lazy"></p>'
    )


def test_item_has_no_image_whose_time_is_over(tmp_path: Path) -> None:
    _, found = read(illustrated(tmp_path, 300, 200, expires="2026-11-20"))
    assert (found.find("enclosure"), found.find(f"{MEDIA}content")) == (None, None)
