"""Images of the repository, inspected before anything is decoded."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from PIL import ExifTags, Image, UnidentifiedImageError

from affiche.model.fingerprint import digest_bytes
from affiche.problems import Fault
from affiche.sources.paths import open_regular, read_regular
from affiche.sources.png_metadata import exif_blocks, texts

FILE_BYTES = 5_000_000
SIDE_PIXELS = 12_000


class Format(NamedTuple):
    """A format: its media type, the suffixes of its files, the most pixels that an image of it may have."""

    media_type: str
    suffixes: tuple[str, ...]
    pixels: int


#: The content decides, and the suffix must agree. To copy a pixel takes up to 6, 13 and 16 bytes: 300 MB for the most.
FORMATS = {
    "JPEG": Format("image/jpeg", (".jpg", ".jpeg"), 40_000_000),
    "PNG": Format("image/png", (".png",), 20_000_000),
    "WEBP": Format("image/webp", (".webp",), 16_000_000),
}
#: The EXIF orientations of images that lie on a side.
LYING = (5, 6, 7, 8)
#: What XMP calls a position.
_POSITION = b"GPSLatitude"
_JPEG_END = b"\xff\xd9"

# Pillow refuses above twice this number, also where opening alone takes memory for every pixel (WebP).
Image.MAX_IMAGE_PIXELS = max(each.pixels for each in FORMATS.values()) // 2


class ImageUnreadable(OSError):
    """An image file that cannot be decoded, although its inspection may have found no fault."""


@dataclass(frozen=True, slots=True)
class ImageFacts:
    """An image that may be published: its size in pixels as it will be seen, and a digest of its bytes.

    `has_position` says that it tells where it was taken, of which its contributor is warned.
    """

    width: int
    height: int
    media_type: str
    digest: str
    has_position: bool = False

    def size_at(self, width: int) -> tuple[int, int]:
        """The size in pixels of a copy of at most that width; never larger than the image."""
        return scaled(self.width, self.height, width)


def inspect_image(path: Path, root: Path | None = None) -> ImageFacts | Fault:
    """The facts of an image file, without decoding it, or why it cannot be published.

    With `root`, also refuses a file whose real path lies outside it.
    """
    data = open_regular(path, root, FILE_BYTES) if root else read_regular(path, FILE_BYTES)
    if isinstance(data, Fault):
        return Fault("image-too-heavy", values={"limit": str(FILE_BYTES)}) if data.code == "file-too-large" else data
    try:
        with decoding(path), opened(data) as image:
            fault = size_fault(image) or _format_fault(image, path.suffix.lower(), data)
            image.verify()
            return fault or _facts(image, data)
    except ImageUnreadable as error:
        if isinstance(error.__cause__, Image.DecompressionBombError):
            return _too_large(_most_pixels(path.suffix.lower()))
        is_other = isinstance(error.__cause__, UnidentifiedImageError)
        return Fault("image-format", values={"reason": "other" if is_other else "unreadable"})


@contextmanager
def decoding(path: Path) -> Iterator[None]:
    """Turns whatever a decoder raises on a broken file into ImageUnreadable, and keeps its warnings quiet."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except ImageUnreadable:
        raise
    except Exception as error:
        raise ImageUnreadable(f"{path}: {error}") from error


def opened(data: bytes) -> Image.Image:
    """An image of which nothing is decoded yet."""
    return Image.open(io.BytesIO(data), formats=tuple(FORMATS))


def size_fault(image: Image.Image) -> Fault | None:
    """What is wrong with an image that has more pixels than may be decoded."""
    most = FORMATS[_format_of(image)].pixels
    is_large = image.width * image.height > most or max(image.size) > SIDE_PIXELS
    return _too_large(most) if is_large else None


def _too_large(most: int) -> Fault:
    return Fault("image-too-large", values={"limit": str(most), "side": str(SIDE_PIXELS)})


def _most_pixels(suffix: str) -> int:
    """The most pixels of the format that a name says; of any, where it says none."""
    named = [each.pixels for each in FORMATS.values() if suffix in each.suffixes]
    return max(named or (each.pixels for each in FORMATS.values()))


def _format_fault(image: Image.Image, suffix: str, data: bytes) -> Fault | None:
    name = _format_of(image)
    if suffix not in FORMATS[name].suffixes:
        return Fault("image-format", values={"reason": "suffix", "format": name, "suffix": suffix})
    if image.format != "MPO" and getattr(image, "is_animated", False):
        return Fault("image-format", values={"reason": "animated"})
    if name == "JPEG" and data.rfind(_JPEG_END) < len(data) // 2:
        return Fault("image-format", values={"reason": "unreadable"})
    return None


def _format_of(image: Image.Image) -> str:
    """The format; a phone's JPEG with a second picture inside (MPO) is a JPEG, of which the first is taken."""
    return "JPEG" if image.format == "MPO" else str(image.format)


def _facts(image: Image.Image, data: bytes) -> ImageFacts:
    orientation, has_position = exif(image)
    has_position = has_position or any(_tells_position(block) for block in exif_blocks(data))
    has_position = has_position or any(_POSITION in text for text in texts(data))
    width, height = image.size[::-1] if orientation in LYING else image.size
    digest = digest_bytes(data)
    return ImageFacts(width, height, FORMATS[_format_of(image)].media_type, digest, has_position)


def exif(image: Image.Image) -> tuple[int, bool]:
    """The orientation and whether a position is stored, by the data before the pixels.

    Pillow's `getexif` would decode a PNG to look for more behind them.
    """
    exif = Image.Exif()
    has_position = _POSITION in image.info.get("xmp", b"")
    try:
        exif.load(image.info.get("exif", b""))
        return int(exif.get(ExifTags.Base.Orientation, 1)), has_position or bool(exif.get_ifd(ExifTags.IFD.GPSInfo))
    except Exception:  # noqa: BLE001 - broken metadata raises anything, and the pixels may still be good
        return 1, has_position


def _tells_position(block: bytes) -> bool:
    """Whether a block of EXIF data has a position."""
    exif = Image.Exif()
    try:
        exif.load(block)
        return bool(exif.get_ifd(ExifTags.IFD.GPSInfo))
    except Exception:  # noqa: BLE001 - as above
        return False


def scaled(width: int, height: int, limit: int) -> tuple[int, int]:
    """A size at a width of at most `limit`, never larger than it is."""
    narrow = min(width, limit)
    return narrow, max(1, round(height * narrow / width))
