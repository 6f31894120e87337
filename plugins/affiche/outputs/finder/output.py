"""Everything upcoming in one file per language (JSON, RFC 8259): what the browser filters, searches and draws."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from affiche.model.event import Event
from affiche.outputs.artifact import Artifact, Part, Whole, long_artifact
from affiche.outputs.data.files import JSON, json_text
from affiche.outputs.finder.choices import choices_among
from affiche.outputs.finder.entries import choice_fields, entry_fields
from affiche.outputs.finder.words import script_words
from affiche.outputs.output import Output
from affiche.outputs.site import Site
from affiche.outputs.stamps import cards_fingerprint


def finder_artifacts(site: Site) -> Iterator[Artifact]:
    """The file of each language; it changes with any event to come, and with the day."""
    for language in site.languages:
        ground = site.fingerprint("finder", language, site.calendar.today.date())
        stamp = site.fingerprint(ground, cards_fingerprint(site, site.upcoming()))
        whole = partial(whole_upcoming, site, language, ground)
        yield long_artifact(site.routes.upcoming(language), JSON, stamp, whole)


def whole_upcoming(site: Site, language: str, ground: str) -> Whole:
    """The events of the public agenda that are not over, in the order of lists, with the words to show them by.

    An event's page is `events`, its id and `/`; its calendar file stands there under the id and `ics`. `day` is the
    local day of the build, on which it is night until five.
    """
    events = site.upcoming()
    opening = {
        "day": str(site.calendar.today.date()),
        "zone": site.calendar.settings.time_zone.key,
        "events": site.href(site.routes.page(language, "events")),
        "ics": ".ics",
        "words": script_words(site.words[language]),
        "choices": choices_among(site, language, [choice_fields(site, event) for event in events]),
    }
    parts = [Part(cards_fingerprint(site, [event]), partial(_render_entry, site, language, event)) for event in events]
    return Whole(ground, f'{json_text(opening)[:-1]},"entries":['.encode(), parts, b"]}", between=b",")


def _render_entry(site: Site, language: str, event: Event) -> bytes:
    return json_text(entry_fields(site, language, event)).encode()


FINDER = Output("finder", finder_artifacts)
