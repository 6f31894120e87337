"""The published copies of images: what they hold, and what they do not."""

from __future__ import annotations

import io
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from affiche.sources.image_copies import (
    AVIF,
    FEED_BYTES,
    FEED_SIZE,
    MAIL_SIZE,
    can_copy,
    fitted,
    render_feed_image,
    render_image,
)
from affiche.sources.images import ImageFacts, ImageUnreadable, inspect_image
from tests.examples import examples
from tests.sources.test_images import (
    BLUE,
    JPEG,
    NAMES,
    RED,
    WEBP,
    colours,
    encoded,
    exif,
    facts_of,
    noise,
    opened,
    picture,
    png_of_size,
    written,
)

#: How an upright picture is stored under each EXIF orientation.
STORED = dict(
    enumerate(
        ("FLIP_LEFT_RIGHT", "ROTATE_180", "FLIP_TOP_BOTTOM", "TRANSPOSE", "ROTATE_90", "TRANSVERSE", "ROTATE_270"), 2
    )
)


WHITE = (255, 255, 255)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_copy_is_upright(tmp_path: Path, orientation: int, kind: str) -> None:
    stored = picture().transpose(Image.Transpose[STORED[orientation]]) if orientation in STORED else picture()
    path = written(tmp_path, encoded(stored, kind, exif=exif(orientation)), NAMES[kind])
    facts = facts_of(path)
    assert (facts.width, facts.height) == (80, 40)
    copy = opened(render_image(path, 40, WEBP))
    assert (copy.size, colours(copy)) == ((40, 20), ["red", "blue", "blue", "red"])


@pytest.mark.parametrize("media_type", [WEBP, JPEG])
def test_copy_has_no_metadata_and_the_same_bytes_each_time(tmp_path: Path, media_type: str) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = (
        encoded(picture(), "JPEG", exif=exif(position=True), icc_profile=profile, comment=b"secret")
        + b"<script>PK\x03\x04"
    )
    path = written(tmp_path, data)
    copy = render_image(path, 60, media_type)
    assert copy == render_image(path, 60, media_type)
    assert not {"exif", "icc_profile", "comment", "xmp"} & set(opened(copy).info)
    assert not any(secret in copy for secret in (b"secret", b"Exif", b"ICC", b"<script>", b"GPS"))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16", "CMYK"])
@pytest.mark.parametrize("media_type", [WEBP, JPEG])
def test_copy_of_every_kind_of_pixels(tmp_path: Path, mode: str, media_type: str) -> None:
    kind, suffix = ("JPEG", "jpg") if mode == "CMYK" else ("PNG", "png")
    source = Image.new("I;16", (80, 40), 40_000) if mode == "I;16" else picture(mode=mode)
    path = written(tmp_path, encoded(source, kind), f"a.{suffix}")
    copy = opened(render_image(path, 320, media_type))
    assert (copy.size, copy.mode) == ((80, 40), "RGB")
    if mode == "I;16":
        assert copy.getpixel((5, 5)) == (156, 156, 156)


def test_copy_keeps_transparency_as_webp_and_lies_on_white_as_jpeg(tmp_path: Path) -> None:
    path = written(tmp_path, encoded(Image.new("RGBA", (20, 20), (*RED, 0)), "PNG"), "a.png")
    assert opened(render_image(path, 20, WEBP)).convert("RGBA").getchannel("A").getextrema() == (0, 0)
    assert opened(render_image(path, 20, JPEG)).getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize(("is_swapped", "corners"), [(False, ["red", "blue"]), (True, ["blue", "red"])])
def test_copy_follows_the_colour_profile(tmp_path: Path, is_swapped: bool, corners: list[str]) -> None:  # noqa: FBT001
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    if is_swapped:
        profile = profile.replace(b"rXYZ", b"????").replace(b"bXYZ", b"rXYZ").replace(b"????", b"bXYZ")
    path = written(tmp_path, encoded(picture(), "JPEG", icc_profile=profile))
    assert colours(opened(render_image(path, 80, WEBP)))[:2] == corners


def test_copy_does_without_an_unusable_profile(tmp_path: Path) -> None:
    for profile in (b"nonsense", ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()):
        path = written(tmp_path, encoded(picture(), "JPEG", icc_profile=profile))
        assert colours(opened(render_image(path, 80, WEBP))) == ["red", "blue", "blue", "red"]


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
@pytest.mark.parametrize("media_type", [WEBP, AVIF])
def test_copy_is_never_heavier_than_its_source(tmp_path: Path, kind: str, media_type: str) -> None:
    drawing = picture().resize((800, 600), Image.Resampling.NEAREST)
    photograph = noise(80, 60).resize((800, 600), Image.Resampling.BICUBIC)
    options = {"quality": 40} if kind == "JPEG" else {"optimize": True}
    for number, source in enumerate((drawing, photograph)):
        path = written(tmp_path, encoded(source, kind, **options), f"{number}{NAMES[kind]}")
        assert len(render_image(path, 800, media_type)) <= path.stat().st_size


def test_copy_as_avif_is_lighter_than_as_webp(tmp_path: Path) -> None:
    path = written(tmp_path, encoded(noise(200, 150).resize((800, 600), Image.Resampling.BICUBIC), "JPEG", quality=95))
    avif, webp = (render_image(path, 640, media_type) for media_type in (AVIF, WEBP))
    assert (opened_as_avif(avif).size, len(avif) < 0.8 * len(webp)) == ((640, 480), True)


def opened_as_avif(data: bytes) -> Image.Image:
    """An image of a format that no contributor may send."""
    return Image.open(io.BytesIO(data), formats=["AVIF"])


def test_copy_for_feeds_is_light_enough(tmp_path: Path) -> None:
    path = written(tmp_path, encoded(noise(1_000, 4_000), "PNG"), "a.png")
    assert len(render_image(path, 1_200, JPEG)) <= FEED_BYTES


def test_copy_of_a_thin_image_has_a_pixel(tmp_path: Path) -> None:
    path = written(tmp_path, encoded(noise(4_000, 1), "PNG"), "a.png")
    assert opened(render_image(path, 320, WEBP)).size == facts_of(path).size_at(320) == (320, 1)


def test_copy_of_what_is_no_image_fails_by_name(tmp_path: Path) -> None:
    whole = encoded(noise(300, 300), "PNG")
    for data in (b"", b"<svg/>", png_of_size(7_000, 7_000), whole[: len(whole) // 2]):
        with pytest.raises(ImageUnreadable):
            render_image(written(tmp_path, data, "a.png"), 320, WEBP)


SMALL = {kind: encoded(picture(), kind, exif=exif(6, position=True)) for kind in ("JPEG", "PNG", "WEBP")}


@examples(200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(SMALL)), st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), max_size=6))
def test_damaged_image_is_refused_or_can_be_copied(tmp_path: Path, kind: str, damage: list[tuple[int, int]]) -> None:
    data = bytearray(SMALL[kind])
    for place, byte in damage:
        data[place % len(data)] = byte
    path = written(tmp_path, bytes(data), NAMES[kind])
    if isinstance(inspect_image(path), ImageFacts) and can_copy(path):
        assert opened(render_image(path, 40, WEBP)).format == "WEBP"


@pytest.mark.parametrize(
    ("size", "laid"),
    [
        ((1200, 630), (1200, 630)),
        ((2400, 1260), (1200, 630)),
        ((1600, 1200), (1200, 900)),  # four to three: cropped above and below
        ((3000, 2000), (1200, 800)),
        ((1920, 1080), (1200, 675)),
        ((2000, 800), (1575, 630)),  # five to two: cropped at the sides
        ((1000, 1000), (630, 630)),  # a square, a poster, a banner: whole
        ((2000, 3000), (420, 630)),
        ((4000, 1000), (1200, 300)),
        ((800, 420), (1200, 630)),
        ((200, 150), (400, 300)),  # small: enlarged twice and no more
        ((12_000, 1), (1200, 1)),
    ],
)
def test_feed_image_is_cropped_a_little_or_stands_whole(size: tuple[int, int], laid: tuple[int, int]) -> None:
    assert fitted(*size) == laid


@given(st.integers(1, 12_000), st.integers(1, 12_000))
def test_feed_image_keeps_two_thirds_of_every_picture(width: int, height: int) -> None:
    laid = fitted(width, height)
    kept = min(1, FEED_SIZE[0] / laid[0]) * min(1, FEED_SIZE[1] / laid[1])
    assert kept >= 0.66
    assert max(laid[0] / max(width, 1), 1) <= 2 or laid[0] == 1


@pytest.mark.parametrize("size", [(80, 40), (1600, 1200), (600, 900), (3000, 500)])
@pytest.mark.parametrize(("orientation", "kind"), [(1, "PNG"), (6, "JPEG"), (8, "WEBP")])
def test_feed_image_has_one_size_and_lies_in_the_middle_of_white(
    tmp_path: Path, size: tuple[int, int], orientation: int, kind: str
) -> None:
    source = picture(*size)
    stored = source.transpose(Image.Transpose[STORED[orientation]]) if orientation in STORED else source
    path = written(tmp_path, encoded(stored, kind, exif=exif(orientation)), NAMES[kind])
    data = render_feed_image(path)
    copy = opened(data)
    assert (copy.size, copy.format, len(data) <= FEED_BYTES) == (FEED_SIZE, "JPEG", True)
    assert not {"exif", "icc_profile"} & set(copy.info)
    (width, height), (left, top) = fitted(*size), (FEED_SIZE[0] // 2, FEED_SIZE[1] // 2)
    assert is_near(copy.getpixel((left - min(width, 1200) // 4, top)), RED)
    assert is_near(copy.getpixel((left + min(width, 1200) // 4, top)), BLUE)
    assert is_near(copy.getpixel((5, top)), RED if width >= 1200 else WHITE)
    assert is_near(copy.getpixel((left - 9, 5)), RED if height >= 630 else WHITE)


def is_near(pixel: object, colour: tuple[int, int, int]) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(one - other) < 16 for one, other in zip(pixel, colour, strict=True))


def test_feed_image_is_light_enough_whatever_it_shows(tmp_path: Path) -> None:
    pixels = random.Random(1).randbytes(1200 * 630 * 3)  # noqa: S311 - the worst picture, not a secret
    path = written(tmp_path, encoded(Image.frombytes("RGB", (1200, 630), pixels), "PNG", compress_level=1), "a.png")
    data = render_feed_image(path)
    assert (opened(data).size, len(data) <= FEED_BYTES) == (FEED_SIZE, True)
    assert opened(render_feed_image(path, MAIL_SIZE)).size == MAIL_SIZE
    assert data == render_feed_image(path)


def test_feed_image_of_a_transparent_picture_is_white(tmp_path: Path) -> None:
    path = written(tmp_path, encoded(Image.new("RGBA", (1200, 630), (*RED, 0)), "PNG"), "a.png")
    assert opened(render_feed_image(path)).getpixel((600, 300)) == WHITE
