"""Everything upcoming in one file per language (JSON, RFC 8259): what the browser filters, searches and draws."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from affiche.outputs.artifact import Artifact
from affiche.outputs.cards import cards_fingerprint
from affiche.outputs.data.files import JSON, json_text
from affiche.outputs.finder.choices import choices_among
from affiche.outputs.finder.entries import entry_fields
from affiche.outputs.finder.words import script_words
from affiche.outputs.output import Output
from affiche.outputs.site import Site


def finder_artifacts(site: Site) -> Iterator[Artifact]:
    """The file of each language; it changes with any event to come, and with the day."""
    for language in site.languages:
        stamp = site.fingerprint(
            "finder", language, cards_fingerprint(site, site.upcoming()), site.calendar.today.date()
        )
        yield Artifact(site.routes.upcoming(language), JSON, stamp, partial(render_upcoming, site, language))


def render_upcoming(site: Site, language: str) -> bytes:
    """The events of the public agenda that are not over, in the order of lists, with the words to show them by.

    An event's page is `events`, its id and `/`; its calendar file stands there under the id and `ics`. `day` is the
    local day of the build, on which it is night until five.
    """
    entries = [entry_fields(site, language, event) for event in site.upcoming()]
    data = {
        "day": str(site.calendar.today.date()),
        "zone": site.calendar.settings.time_zone.key,
        "events": site.href(site.routes.page(language, "events")),
        "ics": ".ics",
        "words": script_words(site.words[language]),
        "choices": choices_among(site, language, entries),
        "entries": entries,
    }
    return json_text(data).encode()


FINDER = Output("finder", finder_artifacts)
