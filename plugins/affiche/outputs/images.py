"""Images as the site serves them: re-encoded in several widths, addressed by their content."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from affiche.model.fingerprint import digest
from affiche.model.record import Image, Record
from affiche.model.text import Wording
from affiche.outputs.artifact import Artifact
from affiche.outputs.output import Output
from affiche.outputs.site import Site
from affiche.sources.design import digest_image_code
from affiche.sources.image_copies import AVIF, FEED_SIZE, JPEG, MAIL_SIZE, WEBP, render_feed_image, render_image
from affiche.sources.markdown import PublishedImage

WIDTHS = (320, 640, 1280)
#: Width in pixels of the JPEG for whoever takes no WebP.
JPEG_WIDTH = 1200
_SUFFIXES = {AVIF: "avif", WEBP: "webp", JPEG: "jpg"}
#: The boxes that pictures are drawn in, from wide windows to narrow ones: height for a width of 1, 0 where nothing is
#: cropped; the width, in words of `sizes`, and its number.
_BOXES = {
    "card": ((0.75, "(min-width: 40rem) {}rem", 20), (0.75, "{}vw", 92)),
    "event": ((0, "(min-width: 64rem) {}rem", 24), (0, "{}vw", 100)),
}


@dataclass(frozen=True, slots=True)
class Picture:
    """An image on a page: addresses from the site's root, size in pixels, what is to be said of it.

    `avif` is the `srcset` of its lighter copies, empty where the site has none.
    """

    src: str
    srcset: str
    avif: str
    width: int
    height: int
    alt: Wording
    credit: str

    def sizes(self, place: str) -> str:
        """The `sizes` of an image in a `card` or on the page of an `event`.

        A card crops to its box, so that a wide picture is drawn wider than what is seen of it.
        """
        ratio = self.width / self.height
        return ", ".join(form.format(round(width * max(1, box * ratio))) for box, form, width in _BOXES[place])


def picture_of(site: Site, record: Record, language: str) -> Picture | None:
    """The main image of a record, None without one or when its time is over."""
    image = main_image(site, record)
    if image is None:
        return None
    path = record.origin.images[image.src]
    widths = published_widths(site, path)
    addresses = {width: site.href(image_path(site, path, width, WEBP)) for width in widths}
    lighter = {width: site.href(image_path(site, path, width, AVIF)) for width in _avif_widths(site, path)}
    facts, shown = site.images[path], min(640, widths[-1])
    return Picture(
        src=addresses.get(shown, addresses[widths[-1]]),
        srcset=_srcset(addresses),
        avif=_srcset(lighter),
        width=shown,
        height=facts.size_at(shown)[1],
        alt=site.show(image.alt, language),
        credit=image.credit,
    )


def _srcset(addresses: Mapping[int, str]) -> str:
    return ", ".join(f"{address} {width}w" for width, address in addresses.items())


def main_image(site: Site, record: Record) -> Image | None:
    """The first image of a record that may be shown today."""
    if not record.origin.images:
        return None
    shown = shown_images(site, record)
    return next((image for image in record.pictures if image.src in shown), None)


def shown_images(site: Site, record: Record) -> Mapping[str, str]:
    """The paths of the images of a record that may be shown today, by their names as written."""
    today, images = site.calendar.today.date(), record.origin.images
    if not images:
        return images
    expired = {images.get(image.src) for image in record.pictures if image.expires and image.expires < today}
    return {name: path for name, path in images.items() if path not in expired}


def published_widths(site: Site, path: str) -> tuple[int, ...]:
    """The widths an image is served in: never wider than it is."""
    own = site.images[path].width
    return tuple(width for width in WIDTHS if width <= own) or (own,)


def _avif_widths(site: Site, path: str) -> tuple[int, ...]:
    return published_widths(site, path) if site.calendar.settings.image_avif else ()


def image_path(site: Site, path: str, width: int, media_type: str) -> str:
    """The address of one size of an image, by its content: what it shows never changes under it."""
    stem = PurePosixPath(path).stem
    return f"media/{stem}-{site.images[path].digest[:10]}-{width}.{_SUFFIXES[media_type]}"


def feed_image_path(site: Site, path: str, size: tuple[int, int] = FEED_SIZE) -> str:
    """The address of the copy of an image for feeds and social networks, or of another size for newsletters."""
    width, height = size
    return f"media/{PurePosixPath(path).stem}-{site.images[path].digest[:10]}-{width}x{height}.jpg"


def body_images(site: Site, record: Record) -> Mapping[str, PublishedImage]:
    """The images that a record's body may show, by their names as written."""
    return {name: _published(site, path) for name, path in shown_images(site, record).items()}


def _published(site: Site, path: str) -> PublishedImage:
    facts, width = site.images[path], published_widths(site, path)[-1]
    return PublishedImage(site.href(image_path(site, path, width, WEBP)), *facts.size_at(width))


def image_artifacts(site: Site) -> Iterator[Artifact]:
    """Every size of every image that may be shown today, once; no image of a draft."""
    records = [record for shelf in site.calendar.records.values() for record in shelf.values()]
    shown = {path for record in records for path in shown_images(site, record).values()}
    main = {record.origin.images[image.src] for record in records if (image := main_image(site, record))}
    copies = [copy for path in sorted(shown) for copy in _copies(site, path)]
    copies += [feed_copy(site, path, size) for path in sorted(main) for size in (FEED_SIZE, MAIL_SIZE)]
    yield from {copy.path: copy for copy in copies}.values()


def _copies(site: Site, path: str) -> Iterator[Artifact]:
    """An image in the sizes of pages, as WebP and, if the site wants it, as AVIF, and as JPEG."""
    facts = site.images[path]
    wanted = [(width, WEBP) for width in published_widths(site, path)]
    wanted += [(width, AVIF) for width in _avif_widths(site, path)]
    for width, media_type in (*wanted, (min(JPEG_WIDTH, facts.width), JPEG)):
        render = partial(render_image, width=width, media_type=media_type)
        yield _kept_copy(site, path, image_path(site, path, width, media_type), media_type, render)


def feed_copy(site: Site, path: str, size: tuple[int, int] = FEED_SIZE) -> Artifact:
    """The copy of an image for feeds and social networks, or of another size for newsletters."""
    render = partial(render_feed_image, size=size)
    return _kept_copy(site, path, feed_image_path(site, path, size), JPEG, render)


def _kept_copy(site: Site, path: str, address: str, media_type: str, render: Callable[[Path], bytes]) -> Artifact:
    """A copy of an image, which depends on the image and on what encodes it: no page, style or text changes it."""
    size = address.rpartition("-")[2]
    fingerprint = digest(["image", digest_image_code(), site.images[path].digest, size])
    make = partial(render, site.image_files[path])
    return Artifact(address, media_type, fingerprint, partial(site.kept.bytes_of, fingerprint, make))


IMAGES = Output("images", image_artifacts)
