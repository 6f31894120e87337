"""A site of hostile texts beside the same site of harmless ones, and the facts of both that are to be the same."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import html5lib
from icalendar import Calendar as Vcalendar
from lxml import etree

from tests.hostile import payloads
from tests.pages import ADDRESSES, BuiltSite, Page, links_of
from tests.projects import draw_image, make_project

#: Every kind of element that a body may hold, so that a hostile one cannot add any.
EVERYTHING = """
# fr

## Un

### Deux

#### Trois

Un *mot*, un **mot**, un ~~mot~~, du `code`, un [lien](https://example.org/ "titre"), une ligne\\
et ![une image](bleu.png "titre") ; <mailto:a@example.org>.

> Une citation

- a

3. b

| a | b | c |
|:--|:-:|--:|
| 1 | 2 | 3 |

---

```
du code
```
"""
#: Elements of feeds that readers take for HTML.
HTML_OF_FEEDS = ("description", "{http://purl.org/rss/1.0/modules/content/}encoded")
RECORDS = ("events", "organisations", "venues")
#: Every text is tried in an event, each third in an organisation, the next ones in a venue.
STEPS = {"events": 1, "organisations": 3, "venues": 3}
STARTS = {"events": 0, "organisations": 0, "venues": 1}


def make_hostile(root: Path) -> Path:
    """A project whose texts are the hostile strings and bodies, one of each record for each string."""
    strings = [payload.text for payload in payloads("own-hostile-strings")]
    bodies = [payload.text for payload in payloads("own-markdown")]
    return _make(root, strings, [bodies[number % len(bodies)] for number in range(len(strings))])


def make_harmless(root: Path) -> Path:
    """The same project with plain texts, some of them long."""
    count = len(payloads("own-hostile-strings"))
    texts = [f"Texte {number}" + ", et encore un peu de texte" * (number % 3) for number in range(count)]
    return _make(root, texts, ["Un texte."] * count)


def _make(root: Path, strings: list[str], bodies: list[str]) -> Path:
    content = root / "bare"
    for collection in RECORDS:
        (content / collection).mkdir(parents=True)
        for number in range(STARTS[collection], len(strings), STEPS[collection]):
            string, body = strings[number], bodies[number]
            typed = {"events": _event, "organisations": _organisation, "venues": _venue}[collection](number, string)
            text = _written(typed) + f"{EVERYTHING}\n# nl\n\n{body}\n"
            path = content / collection / f"{collection[0]}-{number}.md"
            path.write_bytes(text.encode("utf-8", "backslashreplace"))
        draw_image(content / collection / "bleu.png", (40, 30))
    return make_project(root / "project", content)


def _event(number: int, text: str) -> dict[str, Any]:
    both = {"fr": text, "nl": text}
    when: dict[str, Any] = {"start": f"2026-12-{number % 28 + 1:02} 20:00", "note": both, "status_reason": both}
    return {
        "title": both,
        "summary": both,
        "type": "concert",
        "disciplines": ["music"],
        "keywords": [text],
        "organisers": [f"o-{number - number % 3}"],
        "performers": [text],
        "venue": f"v-{number}" if number % 3 == 1 else {"name": both, "street": both, "municipality": text},
        "room": both,
        "dates": [when],
        "status": "cancelled" if number % 2 else "scheduled",
        "status_reason": both,
        "price": [{"name": both, "price": "8"}, {"name": "B", "price": "9"}],
        "booking": {"requirement": "required", "url": "https://tickets.example.org/", "label": both},
        "links": [{"url": "https://example.org/", "label": both}],
        "accessibility_note": both,
        "image": {"src": "bleu.png", "alt": both, "credit": text},
        "source": [text],
    }


def _organisation(number: int, text: str) -> dict[str, Any]:
    both = {"fr": text, "nl": text}
    return {
        "name": both,
        "alternate_names": [text],
        "disciplines": ["music"],
        "mission": both,
        "url": f"https://o{number}.example.org/",
        "street": both,
        "postal_code": "1000",
        "municipality": "Bruxelles",
        "member_of": [text],
        "offers": [{"kind": "space", "text": both}],
        "seeks": [{"kind": "space", "text": both}],
        "source": [text],
    }


def _venue(number: int, text: str) -> dict[str, Any]:
    both = {"fr": text, "nl": text}
    return {
        "name": both,
        "operator": f"o-{number - 1}",
        "street": both,
        "postal_code": text[:20],
        "municipality": text,
        "transport": both,
        "rooms": [{"id": "a", "name": both}],
        "closed": [{"from": "2026-12-24", "to": "2026-12-25", "note": both}],
        "url": "https://example.org/",
        "source": [text],
    }


def _written(typed: dict[str, Any]) -> str:
    lines = "\n".join(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in typed.items())
    return f"---\n{lines}\n---\n"


def facts(site: BuiltSite) -> dict[str, set[str]]:
    """What a site is made of: elements, attributes, schemes and hosts of pages, of feeds, and of HTML inside them."""
    found: dict[str, set[str]] = {}
    for kind, fact in _facts(site):
        found.setdefault(kind, set()).add(fact)
    return found


def _facts(site: BuiltSite) -> Iterator[tuple[str, str]]:
    for page in site.pages():
        yield from _page_facts(page)
    for path, data in site.files.items():
        if path.endswith(".xml"):
            for element in etree.fromstring(data).iter():
                yield "xml", " ".join([str(element.tag), *sorted(map(str, element.attrib))])
                if element.tag in HTML_OF_FEEDS:
                    yield from _fragment_facts(element.text or "")
        if path.startswith("api/v1/events/"):
            yield from _data_facts(json.loads(data))
        if path.endswith("/oembed.json"):
            yield from _fragment_facts(json.loads(data)["html"])
        if path.endswith(".ics"):
            for component in Vcalendar.from_ical(data).walk():
                yield from (("ics", f"{component.name} {name}") for name in component)


def _data_facts(value: Any) -> Iterator[tuple[str, str]]:
    """The facts of an event's data: its fields, and the HTML of its bodies, whose links lead where they were to."""
    for event in value["events"]:
        yield from (("data", name) for name in event)
        for html in event.get("body_html", {}).values():
            yield from (fact for fact in _fragment_facts(html) if fact[0] != "host")


def _page_facts(page: Page) -> Iterator[tuple[str, str]]:
    for element in page.all("//*"):
        yield "element", element.tag
        yield from (("attribute", f"{element.tag} {name}") for name in element.attrib)
    yield from _address_facts(links_of(page))
    for data in page.data():
        yield from (("json", name) for name in _names(data))


def _fragment_facts(html: str) -> Iterator[tuple[str, str]]:
    """The facts of HTML in a feed, read as readers do; plain text has none."""
    links = []
    for element in html5lib.parseFragment(html, namespaceHTMLElements=False).iter():
        if isinstance(element.tag, str) and element.tag != "DOCUMENT_FRAGMENT":
            yield "feed element", element.tag
            yield from (("feed attribute", f"{element.tag} {name}") for name in element.attrib)
            links += [element.attrib[name] for name in ADDRESSES if name in element.attrib]
    yield from _address_facts(links)


def _address_facts(links: list[str]) -> Iterator[tuple[str, str]]:
    for link in links:
        parts = urlsplit(urljoin("https://affiche.example/", link))
        yield "scheme", parts.scheme
        yield "host", parts.netloc.partition(".")[2] if parts.netloc.startswith("o") else parts.netloc


def _names(data: Any) -> Iterator[str]:
    if isinstance(data, Mapping):
        for name, value in data.items():
            yield f"{name}: {value}" if name == "@type" else name
            yield from _names(value)
    elif isinstance(data, list):
        for item in data:
            yield from _names(item)
