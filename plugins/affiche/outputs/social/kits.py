"""Which events have a kit, where kits stand, and what they are called: what other pages need to lead to one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import partial

from affiche.model.event import Event
from affiche.model.occurrence import OFF, standing
from affiche.outputs.site import Site
from affiche.sources.social_shapes import SHAPES

KEY = "social-kit"
PNG = "image/png"
#: The shape in which links are shared.
LINK_SHAPE = next(iter(SHAPES))


def kit_events(site: Site) -> Sequence[Event]:
    """The public events that take place within the weeks of the settings, or are on, the next one first."""
    return [*_kit_events(site).values()]


def has_kit(site: Site, event: Event) -> bool:
    """Whether an event has one today."""
    return event.id in _kit_events(site)


def kit_path(site: Site, language: str, key: str, kind: str = "") -> str:
    """The folder of a kit: of an event, `fr/kit-social/zinneke/`; of others, `fr/kit-social/semaines/2026-w49/`."""
    page = site.routes.page(language, KEY)
    return f"{page}{site.words[language](f'segment.{kind}')}/{key}/" if kind else f"{page}{key}/"


def image_path(folder: str, key: str, shape: str, *, has_photo: bool) -> str:
    """The file of an image of a kit: a photograph makes it a JPEG."""
    return f"{folder}{key}-{shape}.{'jpg' if has_photo else 'png'}"


def _kit_events(site: Site) -> Mapping[str, Event]:
    return site.once((KEY,), partial(_found_events, site))


def _found_events(site: Site) -> Mapping[str, Event]:
    last = site.calendar.today.date() + timedelta(weeks=site.calendar.settings.social_weeks)
    near = site.upcoming() if site.calendar.settings.social_weeks else ()
    return {event.id: event for event in near if site.calendar.order(event)[0] <= last and _takes_place(site, event)}


def _takes_place(site: Site, event: Event) -> bool:
    run, left = site.calendar.run_of(event), site.calendar.left_of(event)
    return run.status not in OFF if run else standing(left)[0].takes_place
