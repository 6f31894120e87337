"""oEmbed 1.0: for programs that are given the address of an event, a card to show in its place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from pydantic_core import to_json

from affiche.model.event import Event
from affiche.outputs.artifact import Artifact
from affiche.outputs.cards import event_card
from affiche.outputs.feed_images import feed_image
from affiche.outputs.output import Output
from affiche.outputs.site import Site
from affiche.outputs.stamps import card_stamps
from affiche.outputs.when import when_words

#: The size of a card, in pixels: what the words of most events need.
WIDTH, HEIGHT = 600, 240
#: For how long a program may keep it, in seconds: until the next night's build.
CACHE_AGE = 24 * 60 * 60


def oembed_artifacts(site: Site) -> Iterator[Artifact]:
    """A file beside the page of each event in each language."""
    stamps = card_stamps(site)
    for event in site.calendar.all(Event):
        for language in site.languages:
            path = oembed_path(site, event, language)
            render = partial(_render, site, event, language)
            yield Artifact(path, "application/json", site.fingerprint("oembed", path, stamps[event.id]), render)


def oembed_path(site: Site, event: Event, language: str) -> str:
    """Where it stands."""
    return f"{site.routes.record(language, event)}oembed.json"


def _render(site: Site, event: Event, language: str) -> bytes:
    card, settings = event_card(site, language, event), site.calendar.settings
    home = site.absolute(site.routes.home(language))
    context = {
        "card": card,
        "date": when_words(site, language, event),
        "language": language,
        "address": site.absolute(site.routes.record(language, event)),
        "site_name": settings.site_name,
        "home": home,
    }
    fields = {
        "version": "1.0",
        "type": "rich",
        "title": card.title.text,
        "html": site.templates.get_template("oembed.html").render(context).strip(),
        "width": WIDTH,
        "height": HEIGHT,
        "provider_name": settings.site_name,
        "provider_url": home,
        "cache_age": CACHE_AGE,
        **_thumbnail(site, event, language),
    }
    return to_json(fields, indent=1) + b"\n"


def _thumbnail(site: Site, event: Event, language: str) -> dict[str, Any]:
    """The image of an event with both sizes, as the specification wants all three or none."""
    image = feed_image(site, event, language)
    if image is None:
        return {}
    copy = image.copy
    return {"thumbnail_url": copy.url, "thumbnail_width": copy.width, "thumbnail_height": copy.height}


OEMBED = Output("oembed", oembed_artifacts)
