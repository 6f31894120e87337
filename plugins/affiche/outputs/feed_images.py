"""The copies of images that feeds, mails and search engines take: JPEG, by their full addresses."""

from __future__ import annotations

from dataclasses import dataclass

from affiche.model.record import Record
from affiche.model.text import Wording
from affiche.outputs.images import FEED_WIDTH, JPEG, image_path, main_image, source_path
from affiche.outputs.site import Site


@dataclass(frozen=True, slots=True)
class FeedImage:
    """A published JPEG: `source` is the image's path in the repository, `url` the copy's full address, sizes in pixels."""

    source: str
    url: str
    width: int
    height: int
    alt: Wording = Wording("")
    credit: str = ""


def feed_copy(site: Site, source: str) -> FeedImage:
    """The JPEG of an image of the repository."""
    facts = site.images[source]
    width, height = facts.size_at(FEED_WIDTH)
    return FeedImage(source, site.absolute(image_path(site, source, width, JPEG)), width, height)


def feed_image(site: Site, record: Record, language: str) -> FeedImage | None:
    """The JPEG of a record's main image with what must be said of it; None without one that may be shown today."""
    image = main_image(site, record)
    if image is None:
        return None
    copy = feed_copy(site, source_path(site, record, image.src))
    return FeedImage(copy.source, copy.url, copy.width, copy.height, site.show(image.alt, language), image.credit)
