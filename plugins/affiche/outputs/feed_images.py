"""The copies of images that feeds, calendars, mails and search engines take: JPEG, by their full addresses."""

from __future__ import annotations

from dataclasses import dataclass

from affiche.model.organisation import Organisation
from affiche.model.record import Record
from affiche.model.text import Wording
from affiche.outputs.images import JPEG_WIDTH, feed_copy, feed_image_path, image_path, main_image, shown_images
from affiche.outputs.site import Site
from affiche.sources.image_copies import FEED_SIZE, JPEG


@dataclass(frozen=True, slots=True)
class JpegCopy:
    """A JPEG of an image: the image's path in the repository, the copy's full address and its size in pixels."""

    source: str
    url: str
    width: int
    height: int

    def height_at(self, width: int) -> int:
        """The height in pixels where it is shown in a width."""
        return round(self.height * width / self.width)


@dataclass(frozen=True, slots=True)
class FeedImage:
    """The image of an item, which has the same size in every item, with what must be said of it."""

    copy: JpegCopy
    alt: Wording
    credit: str


def jpeg_copy(site: Site, source: str) -> JpegCopy:
    """The whole of an image of the repository."""
    width, height = site.images[source].size_at(JPEG_WIDTH)
    return JpegCopy(source, site.absolute(image_path(site, source, width, JPEG)), width, height)


def main_jpeg(site: Site, record: Record) -> JpegCopy | None:
    """The whole of a record's main image; None without one that may be shown today."""
    image = main_image(site, record)
    return jpeg_copy(site, record.origin.images[image.src]) if image else None


def feed_image(site: Site, record: Record, language: str, size: tuple[int, int] = FEED_SIZE) -> FeedImage | None:
    """A record's main image in the size of feeds, or of newsletters; None without one that may be shown today."""
    image = main_image(site, record)
    if image is None:
        return None
    source = record.origin.images[image.src]
    copy = JpegCopy(source, site.absolute(feed_image_path(site, source, size)), *size)
    return FeedImage(copy, site.show(image.alt, language), image.credit)


def logo_jpeg(site: Site, organisation: Organisation) -> JpegCopy | None:
    """The whole of an organisation's logo; None without one, or where it may not be shown today."""
    path = shown_images(site, organisation).get(organisation.logo or "", "")
    return jpeg_copy(site, path) if path in site.images else None


def byte_length(site: Site, image: FeedImage) -> int:
    """The bytes of the image of an item as it is published."""
    copy = feed_copy(site, image.copy.source)
    return site.once(("bytes", copy.fingerprint), lambda: len(copy.render()))
