"""The copies of images that are published: re-encoded, upright, in sRGB, without metadata."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageCms

from affiche.problems import Fault
from affiche.sources.images import FILE_BYTES, LYING, ImageUnreadable, decoding, exif, opened, scaled, size_fault
from affiche.sources.paths import read_regular

AVIF, WEBP, JPEG = "image/avif", "image/webp", "image/jpeg"
#: The size in pixels of the copy for feeds and social networks, and the most bytes of a JPEG.
FEED_SIZE = (1200, 630)
FEED_BYTES = 1_000_000
#: The size of the copy for newsletters, twice that at which they show it.
MAIL_SIZE = (320, 240)
#: What must be left of a picture that is cropped, and how much it may be enlarged.
LEAST_KEPT = 2 / 3
MOST_ENLARGED = 2

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
_JPEG_QUALITIES = (85, 75, 65, 50)
#: How a copy is encoded: the best way, then lighter ones. The bytes of AVIF depend on the number of threads.
_WAYS: Mapping[str, Sequence[Mapping[str, int]]] = {
    WEBP: ({"quality": 80, "method": 4}, {"quality": 65, "method": 6}, {"lossless": True, "method": 4}),
    AVIF: tuple({"quality": quality, "speed": 6, "max_threads": 1} for quality in (60, 45)),
}


def render_image(path: Path, width: int, media_type: str) -> bytes:
    """A copy of an inspected image: upright, at most `width` wide, in sRGB, without metadata, the same bytes each time.

    `media_type` is `image/avif` or `image/webp`, of at most the bytes of the file where that can be, or `image/jpeg` of
    at most `FEED_BYTES` with transparency on white. Raises ImageUnreadable.
    """
    with _inspected(path) as (image, file_bytes):
        copy = _upright_copy(image, scaled(*_upright_size(image), width))
        return jpeg_of(copy) if media_type == JPEG else _modern(copy, media_type, file_bytes)


def render_feed_image(path: Path, size: tuple[int, int] = FEED_SIZE) -> bytes:
    """The JPEG of an image for feeds, networks and newsletters, always of one size and of at most `FEED_BYTES`.

    It is cropped around its centre where most of it stays; one that is much too tall or wide stands whole on white, and
    so does a small one. Raises ImageUnreadable.
    """
    return jpeg_of(photograph(path, size))


def photograph(path: Path, size: tuple[int, int], least_kept: float = LEAST_KEPT, paper: str = "white") -> Image.Image:
    """An inspected image in a frame of a size (RGB), cropped or, where too much would go, on a colour.

    Raises ImageUnreadable.
    """
    with _inspected(path) as (image, _):
        copy = _upright_copy(image, fitted(*_upright_size(image), size, least_kept))
        left, top = ((whole - part) // 2 for whole, part in zip(size, copy.size, strict=True))
        canvas = Image.new("RGB", size, paper)
        canvas.paste(copy, (left, top), mask=copy if copy.mode == "RGBA" else None)
        return canvas


def can_copy(path: Path) -> bool:
    """Whether an inspected image can be copied: all pixels decoded, at the size that costs least, in sRGB."""
    try:
        with _inspected(path) as (image, _):
            image.draft(None, (1, 1))
            _in_srgb(_in_eight_bits(image).resize((1, 1), Image.Resampling.NEAREST))
    except ImageUnreadable:
        return False
    return True


def fitted(
    width: int, height: int, frame: tuple[int, int] = FEED_SIZE, least_kept: float = LEAST_KEPT
) -> tuple[int, int]:
    """The size at which an image is laid over the middle of a frame: wider or taller is what is cropped."""
    inside, over = sorted((frame[0] / width, frame[1] / height))
    scale = min(over if inside / over >= least_kept else inside, MOST_ENLARGED)
    return max(1, round(width * scale)), max(1, round(height * scale))


@contextmanager
def _inspected(path: Path) -> Iterator[tuple[Image.Image, int]]:
    """An image of which nothing is decoded yet, and the bytes of its file."""
    data = read_regular(path, FILE_BYTES)
    if isinstance(data, Fault):
        raise ImageUnreadable(f"{path}: {data.code}")
    with decoding(path), opened(data) as image:
        if size_fault(image):
            raise ImageUnreadable(f"{path}: image-too-large")
        yield image, len(data)


def _upright_size(image: Image.Image) -> tuple[int, int]:
    return image.size[::-1] if exif(image)[0] in LYING else image.size


def _upright_copy(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """The pixels in sRGB, as RGB or RGBA, at a size that is meant upright."""
    orientation, _ = exif(image)
    return _upright(_in_srgb(_resized(image, size[::-1] if orientation in LYING else size)), orientation)


def _resized(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """The pixels at their final size, as RGB, RGBA, CMYK or L, not yet upright."""
    image.draft(None, (2 * size[0], 2 * size[1]))
    return _in_eight_bits(image).resize(size, Image.Resampling.LANCZOS)


def _in_eight_bits(image: Image.Image) -> Image.Image:
    if image.mode == "I;16":  # which `convert` alone would clip to white
        image = image.point(lambda grey: grey * (1 / 256)).convert("L")
    if image.mode != "RGBA" and image.has_transparency_data:
        return image.convert("RGBA")
    return image if image.mode in ("RGBA", "RGB", "CMYK", "L") else image.convert("RGB")


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


def _modern(image: Image.Image, media_type: str, limit: int) -> bytes:
    """The first way that makes no more bytes than the limit, else the one that makes fewest."""
    copy, tried = _pasted(image, image.mode), []
    for options in _WAYS[media_type]:
        tried.append(_encoded(copy, media_type.partition("/")[2].upper(), **options))
        if len(tried[-1]) <= limit:
            return tried[-1]
    return min(tried, key=len)


def jpeg_of(image: Image.Image, **options: int) -> bytes:
    """A JPEG of at most `FEED_BYTES` without metadata, of the pixels and some options of Pillow's."""
    copy = _pasted(image, "RGB")
    for quality in _JPEG_QUALITIES:
        data = _encoded(copy, "JPEG", quality=quality, optimize=True, progressive=True, **options)
        if len(data) <= FEED_BYTES:
            return data
    return jpeg_of(copy.reduce(2), **options)


def _pasted(image: Image.Image, mode: str) -> Image.Image:
    """The pixels in a new image, which has no metadata; what is transparent is white if `mode` has no transparency."""
    canvas = Image.new(mode, image.size, "white" if mode == "RGB" else None)
    canvas.paste(image, mask=image if mode == "RGB" and image.mode == "RGBA" else None)
    return canvas


def _encoded(image: Image.Image, name: str, **options: int) -> bytes:
    stream = io.BytesIO()
    image.save(stream, name, **options)
    return stream.getvalue()
