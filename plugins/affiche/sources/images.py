"""Images of the repository: inspected before anything is decoded, published only as re-encoded copies."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import ExifTags, Image, ImageCms, UnidentifiedImageError

from affiche.model.fingerprint import digest_bytes
from affiche.problems import Fault
from affiche.sources.paths import open_regular, read_regular

FILE_BYTES = 5_000_000
PIXELS = 40_000_000
SIDE_PIXELS = 12_000
#: Widths of the copies on pages, and of the one for feeds and Open Graph.
FEED_WIDTH = 1200
FEED_BYTES = 1_000_000

_WEBP = "image/webp"
#: The media type and the suffixes of each format: the content decides, and the suffix must agree.
_FORMATS = {
    "JPEG": ("image/jpeg", (".jpg", ".jpeg")),
    "PNG": ("image/png", (".png",)),
    "WEBP": (_WEBP, (".webp",)),
}
#: How to turn an image upright, by its EXIF orientation.
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_LYING = (5, 6, 7, 8)
_JPEG_END = b"\xff\xd9"
_JPEG_QUALITIES = (85, 75, 65, 50)

# Pillow refuses above twice this number, also where opening alone takes memory for every pixel (WebP).
Image.MAX_IMAGE_PIXELS = PIXELS // 2


class ImageUnreadable(ValueError):
    """An image that cannot be decoded, although its inspection may have found no fault."""


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
        return _scaled(self.width, self.height, width)


def inspect_image(path: Path, root: Path | None = None) -> ImageFacts | Fault:
    """The facts of an image file, without decoding it, or why it cannot be published.

    With `root`, also refuses a file whose real path lies outside it.
    """
    data = open_regular(path, root, FILE_BYTES) if root else read_regular(path, FILE_BYTES)
    if isinstance(data, Fault):
        return Fault("image-too-heavy", values={"limit": str(FILE_BYTES)}) if data.code == "file-too-large" else data
    try:
        with _decoding(), _opened(data) as image:
            fault = _size_fault(image) or _format_fault(image, path.suffix.lower(), data)
            image.verify()
            return fault or _facts(image, data)
    except ImageUnreadable as error:
        if isinstance(error.__cause__, Image.DecompressionBombError):
            return _too_large()
        is_other = isinstance(error.__cause__, UnidentifiedImageError)
        return Fault("image-format", values={"reason": "other" if is_other else "unreadable"})


def render_image(path: Path, width: int, media_type: str) -> bytes:
    """A copy of an inspected image: upright, at most `width` wide, in sRGB, without metadata, the same bytes each time.

    `media_type` is `image/webp`, or `image/jpeg` of at most `FEED_BYTES` with transparency on white. Raises
    ImageUnreadable.
    """
    data = read_regular(path, FILE_BYTES)
    if isinstance(data, Fault):
        raise ImageUnreadable(data.code)
    with _decoding(), _opened(data) as image:
        if _size_fault(image):
            raise ImageUnreadable("image-too-large")
        orientation, _ = _exif(image)
        copy = _upright(_in_srgb(_reduced(image, width, lies=orientation in _LYING)), orientation)
        return _webp(copy) if media_type == _WEBP else _jpeg(copy)


@contextmanager
def _decoding() -> Iterator[None]:
    """Turns whatever a decoder raises on a broken file into ImageUnreadable, and keeps its warnings quiet."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except ImageUnreadable:
        raise
    except Exception as error:
        raise ImageUnreadable(str(error)) from error


def _opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data), formats=tuple(_FORMATS))


def _size_fault(image: Image.Image) -> Fault | None:
    is_large = image.width * image.height > PIXELS or max(image.size) > SIDE_PIXELS
    return _too_large() if is_large else None


def _too_large() -> Fault:
    return Fault("image-too-large", values={"limit": str(PIXELS), "side": str(SIDE_PIXELS)})


def _format_fault(image: Image.Image, suffix: str, data: bytes) -> Fault | None:
    name = _format_of(image)
    if suffix not in _FORMATS[name][1]:
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
    orientation, has_position = _exif(image)
    width, height = image.size[::-1] if orientation in _LYING else image.size
    digest = digest_bytes(data)
    return ImageFacts(width, height, _FORMATS[_format_of(image)][0], digest, has_position)


def _exif(image: Image.Image) -> tuple[int, bool]:
    """The orientation and whether a position is stored, by the data before the pixels.

    Pillow's `getexif` would decode a PNG to look for more behind them.
    """
    exif = Image.Exif()
    has_position = b"GPSLatitude" in image.info.get("xmp", b"")
    try:
        exif.load(image.info.get("exif", b""))
        return int(exif.get(ExifTags.Base.Orientation, 1)), has_position or bool(exif.get_ifd(ExifTags.IFD.GPSInfo))
    except Exception:  # noqa: BLE001 - broken metadata raises anything, and the pixels may still be good
        return 1, has_position


def _scaled(width: int, height: int, limit: int) -> tuple[int, int]:
    scaled = min(width, limit)
    return scaled, max(1, round(height * scaled / width))


def _reduced(image: Image.Image, width: int, *, lies: bool) -> Image.Image:
    """The pixels at their final size, as RGB, RGBA, CMYK or L, not yet upright; `lies` says that width is height."""
    size = _scaled(*image.size[::-1], width)[::-1] if lies else _scaled(*image.size, width)
    image.draft(None, (2 * size[0], 2 * size[1]))
    return _in_eight_bits(image).resize(size, Image.Resampling.LANCZOS)


def _in_eight_bits(image: Image.Image) -> Image.Image:
    if image.mode == "I;16":  # which `convert` alone would clip to white
        image = image.point(lambda grey: grey * (1 / 256)).convert("L")
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image if image.mode in ("RGB", "CMYK", "L") else image.convert("RGB")


def _in_srgb(image: Image.Image) -> Image.Image:
    """The pixels in sRGB, as RGB or RGBA, by the embedded profile if that is usable."""
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    profile = image.info.get("icc_profile")
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode=mode)
        except (ImageCms.PyCMSError, OSError, ValueError):
            converted = None
        if converted:
            return converted
    return image.convert(mode)


def _upright(image: Image.Image, orientation: int) -> Image.Image:
    return image.transpose(_TURNS[orientation]) if orientation in _TURNS else image


def _webp(image: Image.Image) -> bytes:
    return _encoded(_pasted(image, image.mode), "WEBP", quality=80, method=4)


def _jpeg(image: Image.Image) -> bytes:
    copy = _pasted(image, "RGB")
    for quality in _JPEG_QUALITIES:
        data = _encoded(copy, "JPEG", quality=quality, optimize=True, progressive=True)
        if len(data) <= FEED_BYTES:
            return data
    return _jpeg(copy.reduce(2))


def _pasted(image: Image.Image, mode: str) -> Image.Image:
    """The pixels in a new image, which has no metadata; what is transparent is white if `mode` has no transparency."""
    canvas = Image.new(mode, image.size, "white" if mode == "RGB" else None)
    canvas.paste(image, mask=image if mode == "RGB" and image.mode == "RGBA" else None)
    return canvas


def _encoded(image: Image.Image, name: str, **options: int) -> bytes:
    stream = io.BytesIO()
    image.save(stream, name, **options)
    return stream.getvalue()
