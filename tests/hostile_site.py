"""A site of hostile texts, and beside it the same site of harmless ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from affiche.build import Prepared, prepare_site
from affiche.model.url import url_faults
from affiche.problems import Severity
from tests.every_field import FIELDS, IMAGE, filled_fields, written
from tests.hostile import payloads
from tests.projects import draw_image, make_project, plan_of

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
#: A body whose links lead where those of the hostile ones may lead.
HARMLESS = "Un texte, [un lien](https://evil.example/) et [un autre](https://e.org/)."
#: Every text is tried in an event, each third in an organisation, the next ones in a venue: first number and step.
RECORDS = {"events": (0, 1), "organisations": (0, 3), "venues": (1, 3)}
#: The same for any other collection that there will be.
OTHERS = (2, 3)
#: What takes a record out of sight, or leads elsewhere; a rule's municipalities are those of the region alone.
HIDING = (
    *("draft", "municipalities", "part_of", "publish_from"),
    *("published", "redirect_from", "replaced_by", "withdrawn"),
)
#: The ways to say when an event is, each with the fields that go with it.
WHEN = (("start", "end"), ("dates",), ("period", "opening_hours", "closed", "adjusted"), ("recurrence",))
#: So many harmless events have all that hostile ones have: every fact of a record comes again within twelve.
ENOUGH = 48
#: What makes some harmless texts longer, in words and in letters.
MORE = ("", ", et encore un peu de texte", ", encore un peu d'internationalisation et un peu de texte")
#: A record that has nothing to do with any other, is before all of them, and is the same in both sites.
NEIGHBOUR = "voisin"
#: How far ahead events have a social kit.
WEEKS = 2


def prepare(root: Path, address: str = "") -> Prepared:
    """The site of a project below, at an address, with social kits of some of its events, as they take long."""
    plan = plan_of(root)
    settings = replace(plan.settings, social_weeks=WEEKS, site_url=address or plan.settings.site_url)
    return prepare_site(replace(plan, settings=settings))


def make_hostile(root: Path) -> Path:
    """A project whose texts are the hostile strings, bodies and addresses, one of each record for each string."""
    strings = [payload.text for payload in payloads("own-hostile-strings")]
    bodies = [payload.text for payload in payloads("own-markdown")]
    return _make(root, strings, bodies, _accepted_urls())


def make_harmless(root: Path) -> Path:
    """The same project with plain texts, some long, some of long words, addresses of the same hosts, fewer records."""
    texts = [f"Texte {number}" + MORE[number % len(MORE)] for number in range(ENOUGH)]
    return _make(root, texts, [HARMLESS], [f"https://{urlsplit(url).hostname}/" for url in _accepted_urls()])


def _accepted_urls() -> list[str]:
    """The hostile addresses that a field may hold."""
    texts = (payload.text for payload in payloads("own-urls"))
    return [url for url in texts if all(fault.severity is Severity.WARNING for fault in url_faults(url))]


def _make(root: Path, strings: Sequence[str], bodies: Sequence[str], urls: Sequence[str]) -> Path:
    content = root / "bare"
    for collection in FIELDS:
        first, step = RECORDS.get(collection, OTHERS)
        (content / collection).mkdir(parents=True)
        draw_image(content / collection / "bleu.png", (40, 30))
        for number in range(first, len(strings), step):
            body = f"{EVERYTHING}\n# nl\n\n{bodies[number % len(bodies)]}\n"
            typed = _record(collection, number, strings[number], urls[number % len(urls)])
            (content / collection / f"{collection[0]}-{number}.md").write_bytes(written(typed, body))
        (content / collection / f"{NEIGHBOUR}.md").write_bytes(written(_neighbour(collection)))
    return make_project(root / "project", content)


def _record(collection: str, number: int, text: str, url: str) -> dict[str, Any]:
    """A record of which every field holds the text or the address, if it may hold one."""
    day = f"2026-12-{number % 28 + 1:02}"
    texts = {"text": text, "line": text, "url": url, "external_ids": f"{text} {number}"}
    times = {"day": day, "moment": f"{day} 20:00"}
    typed = filled_fields(FIELDS[collection], IMAGE | texts | times | _others_near(number), HIDING)
    return typed | (_OWN[collection](number, typed) if collection in _OWN else {})


def _others_near(number: int) -> dict[str, str]:
    """A record of each collection, for what refers to it."""
    near = {collection: number - number % 3 + RECORDS.get(collection, OTHERS)[0] for collection in FIELDS}
    return {collection: f"{collection[0]}-{each}" for collection, each in near.items()}


def _own_of_event(number: int, typed: dict[str, Any]) -> dict[str, Any]:
    """What an event cannot have at random: one way to say when, a status, records that there are."""
    kept = WHEN[number % len(WHEN)]
    others = {name: None for names in WHEN for name in names if name not in kept}
    return others | {
        "previous_start": None,
        "status": "cancelled" if number % 2 else "scheduled",
        "venue": f"v-{number}" if number % 3 == 1 else typed["venue"],
    }


def _own_of_organisation(number: int, _typed: dict[str, Any]) -> dict[str, Any]:
    return {"url": f"https://o{number}.example.org/"}


def _own_of_venue(number: int, typed: dict[str, Any]) -> dict[str, Any]:
    return {"postal_code": typed["postal_code"][:20]}


def _own_of_call(number: int, _typed: dict[str, Any]) -> dict[str, Any]:
    """One of the two ways to say until when it is open."""
    return {"rolling" if number % 2 else "deadline": None}


_OWN = {
    "events": _own_of_event,
    "organisations": _own_of_organisation,
    "venues": _own_of_venue,
    "calls": _own_of_call,
}
#: What would tie a record to whoever offers or seeks the same.
_ALONE: dict[str, dict[str, Any]] = {
    "organisations": {"offers": None, "seeks": None},
    "projects": {"seeks": None},
    "calls": {"deadline": None},
}


def _neighbour(collection: str) -> dict[str, Any]:
    given = {"reference": NEIGHBOUR, "day": "2026-11-28", "moment": "2026-11-28 20:00"}
    typed = filled_fields(FIELDS[collection], IMAGE | given, HIDING)
    return (
        typed
        | (_own_of_event(0, typed) | {"venue": NEIGHBOUR} if collection == "events" else {})
        | _ALONE.get(collection, {})
    )
