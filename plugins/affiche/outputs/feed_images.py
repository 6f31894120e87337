"""The copies of images that feeds, mails and search engines take: JPEG, by their full addresses."""

from __future__ import annotations

from dataclasses import dataclass

from affiche.model.record import Record
from affiche.model.text import Wording
from affiche.outputs.images import FEED_WIDTH, JPEG, image_path, main_image
from affiche.outputs.site import Site
from affiche.sources.images import render_image


@dataclass(frozen=True, slots=True)
class FeedCopy:
    """The JPEG of an image: the image's path in the repository, the copy's full address and its size in pixels."""

    source: str
    url: str
    width: int
    height: int

    def height_at(self, width: int) -> int:
        """The height in pixels where it is shown in a width."""
        return round(self.height * width / self.width)


@dataclass(frozen=True, slots=True)
class FeedImage:
    """A copy with what must be said of it."""

    copy: FeedCopy
    alt: Wording
    credit: str


def feed_copy(site: Site, source: str) -> FeedCopy:
    """The JPEG of an image of the repository."""
    facts = site.images[source]
    width, height = facts.size_at(FEED_WIDTH)
    return FeedCopy(source, site.absolute(image_path(site, source, width, JPEG)), width, height)


def feed_image(site: Site, record: Record, language: str) -> FeedImage | None:
    """The JPEG of a record's main image; None without one that may be shown today."""
    image = main_image(site, record)
    if image is None:
        return None
    return FeedImage(feed_copy(site, record.origin.images[image.src]), site.show(image.alt, language), image.credit)


def byte_length(site: Site, copy: FeedCopy) -> int:
    """The bytes of a copy as it is published."""
    return len(render_image(site.image_files[copy.source], copy.width, JPEG))
