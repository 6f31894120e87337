"""What a page looks like where a link to it is shared: Open Graph (ogp.me), and the card of X."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from affiche.model.event import Event
from affiche.model.organisation import Organisation
from affiche.model.place import Venue
from affiche.model.record import Record
from affiche.outputs.feed_images import feed_image, logo_jpeg
from affiche.outputs.site import Site
from affiche.outputs.social.kits import LINK_SHAPE, PNG, has_kit, image_path, kit_path
from affiche.sources.image_copies import JPEG
from affiche.sources.social_shapes import SHAPES

#: Our own picture, for pages without one: services would else take any image they find, such as another event's.
ICON, ICON_TYPE, ICON_SIZE = "icon-512.png", "image/png", 512
LARGE, SMALL = "summary_large_image", "summary"
#: A large card wants an image that lies, and of at least this width in pixels.
LEAST_WIDTH = 300

#: A property of a page and its value.
Property = tuple[str, str]


@dataclass(frozen=True, slots=True)
class SharedImage:
    """The one image of a page that is shared: its full address, its media type, its size in pixels, its alt text."""

    url: str
    media_type: str
    width: int
    height: int
    alt: str

    @property
    def card(self) -> str:
        """The kind of card that it fills."""
        return LARGE if self.width >= LEAST_WIDTH and self.width > self.height else SMALL

    def properties(self) -> Iterator[Property]:
        """Its own properties, the address first."""
        yield "og:image", self.url
        yield "og:image:type", self.media_type
        yield "og:image:width", str(self.width)
        yield "og:image:height", str(self.height)
        yield "og:image:alt", self.alt


def shared_image(site: Site, record: Record, language: str) -> SharedImage | None:
    """A record's main image, else the poster of an event's kit, or an organisation's logo; None without any."""
    image = feed_image(site, record, language)
    copy, alt = (image.copy, image.alt.text) if image else (None, "")
    if copy is None and isinstance(record, Event) and has_kit(site, record):
        return _poster(site, record, language)
    if copy is None and isinstance(record, Organisation):
        copy, alt = logo_jpeg(site, record), site.show(record.name, language).text
    return SharedImage(copy.url, JPEG, copy.width, copy.height, alt) if copy else None


def _poster(site: Site, event: Event, language: str) -> SharedImage:
    path = image_path(kit_path(site, language, event.id), event.id, LINK_SHAPE, has_photo=False)
    alt = site.words[language]("social.alt", text=site.show(event.title, language).text)
    return SharedImage(site.absolute(path), PNG, *SHAPES[LINK_SHAPE].size, alt)


def site_image(site: Site) -> SharedImage:
    """The site's own picture, its icon."""
    return SharedImage(
        site.absolute(f"assets/{ICON}"), ICON_TYPE, ICON_SIZE, ICON_SIZE, site.calendar.settings.site_name
    )


def record_properties(site: Site, record: Record, language: str) -> Sequence[Property]:
    """What the types of Open Graph have of their own: an article's dates and subjects, where a place is."""
    match record:
        case Event():
            words, dates = site.words[language], site.known_dates(record)
            subjects = [words(f"discipline.{name}") for name in record.disciplines] or [words(f"type.{record.type}")]
            return [
                *([("article:published_time", dates.published.isoformat())] if dates else []),
                *([("article:modified_time", dates.updated.isoformat())] if dates else []),
                ("article:section", subjects[0]),
                *(("article:tag", tag) for tag in (*subjects[1:], *record.keywords)),
            ]
        case Venue() if record.geo:
            names = ("place:location:latitude", "place:location:longitude")
            return list(zip(names, map(str, record.geo), strict=True))
    return []


def shared_head(site: Site, language: str, image: SharedImage | None, versions: Iterable[str]) -> dict[str, object]:
    """What the head of any page says: its language and those of its versions, its image or ours, the kind of card."""
    shown = image or site.once(("site image",), lambda: site_image(site))
    properties = [
        ("og:site_name", site.calendar.settings.site_name),
        ("og:locale", f"{language}_BE"),
        *(("og:locale:alternate", f"{code}_BE") for code in versions if code != language),
        *shown.properties(),
    ]
    return {"properties": properties, "card": shown.card}
