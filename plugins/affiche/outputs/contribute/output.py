"""What the form's scripts ask for at the first use, in one file per language (JSON, RFC 8259)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from affiche.model.vocabulary import EVENT_TYPES
from affiche.outputs.artifact import Artifact
from affiche.outputs.contribute.facts import event_titles, form_facts, form_known
from affiche.outputs.data.files import JSON, json_text
from affiche.outputs.field_words import advice
from affiche.outputs.finder.words import script_words
from affiche.outputs.output import Output
from affiche.outputs.poster import ACROSS, COLOURS, COVER, LONG, PLAIN, SIZES
from affiche.outputs.site import Site

#: Which ids are taken, by collection: asked for when a form is filled.
IDS = "contribute-ids.json"
#: The start of the keys of what the form's scripts say.
PREFIX = "contribute.say."


def contribute_facts(site: Site) -> Iterator[Artifact]:
    """The files of each language, which change with the names of what is there, not with the day; the ids."""
    for language in site.languages:
        stamp = site.fingerprint("contribute", language, form_known(site, language))
        yield Artifact(facts_path(site, language), JSON, stamp, partial(_render, partial(_facts, site, language)))
        titles = partial(event_titles, site, language)
        stamp = site.fingerprint("contribute titles", language, titles())
        yield Artifact(titles_path(site, language), JSON, stamp, partial(_render, titles))

    ids = {collection: sorted(records) for collection, records in sorted(site.calendar.records.items())}
    yield Artifact(IDS, JSON, site.fingerprint("contribute ids", ids), partial(_render, lambda: ids))


def facts_path(site: Site, language: str) -> str:
    """Where the file stands: `fr/contribute.json`."""
    return f"{site.routes.home(language)}contribute.json"


def titles_path(site: Site, language: str) -> str:
    """Where the titles of all events stand, for the forms that ask for any: `fr/contribute-titles.json`."""
    return f"{site.routes.home(language)}contribute-titles.json"


def _facts(site: Site, language: str) -> Mapping[str, Any]:
    """The rules and what is known, and what the form itself says."""
    poster = {"sizes": SIZES, "long": LONG, "across": ACROSS, "cover": COVER, "colours": COLOURS, "plain": PLAIN}
    form = {
        "poster": poster,
        "words": script_words(site.words[language], PREFIX),
        "advice": {event_type: advice(event_type, language) for event_type in EVENT_TYPES},
    }
    return {**form_facts(site, language), "form": form}


def _render(data: Callable[[], Mapping[str, Any]]) -> bytes:
    return json_text(data()).encode()


CONTRIBUTE = Output("contribute", contribute_facts)
