"""Images: what is refused before decoding."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import ExifTags, Image, ImageDraw

from affiche.problems import Fault
from affiche.sources.image_copies import can_copy, render_image
from affiche.sources.images import ImageFacts, inspect_image, size_fault
from affiche.sources.png_metadata import MOST_BYTES, SIGNATURE, texts
from tests.broken_images import broken_png, chunk

WEBP, JPEG = "image/webp", "image/jpeg"
NAMES = {"JPEG": "a.jpg", "PNG": "a.png", "WEBP": "a.webp"}
RED, BLUE = (200, 20, 20), (20, 20, 200)


def picture(width: int = 80, height: int = 40, mode: str = "RGB") -> Image.Image:
    """A picture whose left half is red, its right half blue."""
    image = Image.new("RGB", (width, height), RED)
    ImageDraw.Draw(image).rectangle((width // 2, 0, width, height), fill=BLUE)
    return image.convert(mode)


def noise(width: int, height: int) -> Image.Image:
    return Image.frombytes("L", (width, height), bytes((x * x * 7 + x // 3) % 256 for x in range(width * height)))


def encoded(image: Image.Image, name: str, **options: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, name, **options)
    return stream.getvalue()


def exif(orientation: int = 1, *, position: bool = False) -> Image.Exif:
    data = Image.Exif()
    data[ExifTags.Base.Orientation] = orientation
    if position:
        data.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: (50.0, 51.0, 0.0)})
    return data


def png_of_size(width: int, height: int) -> bytes:
    """A PNG that says it is that large, and has no pixels."""
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def written(folder: Path, data: bytes, name: str = "a.jpg") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def facts_of(path: Path) -> ImageFacts:
    facts = inspect_image(path)
    assert isinstance(facts, ImageFacts)
    return facts


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def colours(image: Image.Image) -> list[str]:
    """The colours of the four corners, clockwise from the top left, as words."""
    image = image.convert("RGB")
    right, bottom = image.width - 1, image.height - 1
    pixels = [image.getpixel(place) for place in ((0, 0), (right, 0), (right, bottom), (0, bottom))]
    return ["red" if pixel[0] > pixel[2] else "blue" for pixel in pixels if isinstance(pixel, tuple)]


@pytest.mark.parametrize(
    ("name", "kind", "media_type"),
    [("a.jpg", "JPEG", JPEG), ("a.jpeg", "JPEG", JPEG), ("a.png", "PNG", "image/png"), ("a.webp", "WEBP", WEBP)],
)
def test_inspection_gives_size_type_and_digest(tmp_path: Path, name: str, kind: str, media_type: str) -> None:
    facts = facts_of(written(tmp_path, encoded(picture(), kind), name))
    assert (facts.width, facts.height, facts.media_type, facts.has_position) == (80, 40, media_type, False)
    assert len(facts.digest) == 32
    assert (facts.size_at(40), facts.size_at(1280)) == ((40, 20), (80, 40))


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.png", encoded(picture(), "JPEG"), "suffix"),
        ("a.JPG.txt", encoded(picture(), "JPEG"), "suffix"),
        ("a.jpg", encoded(picture(), "GIF"), "other"),
        ("a.jpg", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "other"),
        ("a.png", b'<svg xmlns="http://www.w3.org/2000/svg"/>', "other"),
        ("a.jpg", b"", "other"),
        ("a.jpg", encoded(noise(300, 300), "JPEG", exif=exif())[:9_000], "unreadable"),
        ("a.png", encoded(noise(300, 300), "PNG")[:-30], "unreadable"),
        ("a.webp", encoded(noise(300, 300), "WEBP")[:-1_000], "unreadable"),
        ("a.webp", encoded(picture(), "WEBP", save_all=True, append_images=[noise(80, 40)]), "animated"),
        ("a.png", encoded(picture(), "PNG", save_all=True, append_images=[noise(80, 40)]), "animated"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_inspection_refuses_other_and_broken_formats(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    fault = inspect_image(written(tmp_path, data, name))
    assert isinstance(fault, Fault)
    assert (fault.code, fault.values["reason"]) == ("image-format", reason)


@pytest.mark.parametrize("size", [(12_001, 10), (10, 12_001), (7_000, 7_000), (30_000, 30_000), (2**31 - 1, 2**31 - 1)])
def test_inspection_refuses_too_many_pixels(tmp_path: Path, size: tuple[int, int]) -> None:
    fault = inspect_image(written(tmp_path, png_of_size(*size), "a.png"))
    assert fault == Fault("image-too-large", values={"limit": "20000000", "side": "12000"})


@pytest.mark.parametrize(
    ("size", "kind", "limit"),
    [((4_000, 4_001), "WEBP", "16000000"), ((8_000, 5_001), "JPEG", "40000000"), ((5_000, 4_001), "PNG", "20000000")],
)
def test_most_pixels_are_those_of_the_format(size: tuple[int, int], kind: str, limit: str) -> None:
    larger, largest = Image.new("1", size), Image.new("1", (size[0], size[1] - 1))
    larger.format = largest.format = kind
    assert size_fault(larger) == Fault("image-too-large", values={"limit": limit, "side": "12000"})
    assert size_fault(largest) is None


def test_too_many_pixels_are_refused_by_the_decoder_itself() -> None:
    with pytest.raises(Image.DecompressionBombError):
        opened(png_of_size(7_000, 7_000))


def test_inspection_refuses_heavy_files(tmp_path: Path) -> None:
    data = encoded(picture(), "JPEG")
    path = written(tmp_path, data + bytes(5_000_001 - len(data)))
    assert inspect_image(path) == Fault("image-too-heavy", values={"limit": "5000000"})


def test_inspection_refuses_links(tmp_path: Path) -> None:
    path = written(tmp_path, encoded(picture(), "JPEG"))
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "b.jpg").symlink_to(path)
    assert inspect_image(tmp_path / "content" / "b.jpg") == Fault("file-symlink")
    assert inspect_image(path, tmp_path / "content") == Fault("file-symlink")


def test_inspection_tells_of_a_position(tmp_path: Path) -> None:
    assert facts_of(written(tmp_path, encoded(picture(), "JPEG", exif=exif(position=True)))).has_position


def test_inspection_tells_of_a_position_wherever_a_png_has_it(tmp_path: Path) -> None:
    data, block = encoded(picture(), "PNG"), exif(position=True).tobytes()
    profile = b"\nexif\n%8d\n%s\n" % (len(block), block.hex().encode())
    xmp = b'<x:xmpmeta exif:GPSLatitude="50,51N"/>'
    places = {
        "eXIf": block.removeprefix(b"Exif\0\0"),
        "zTXt": b"Raw profile type exif\0\0" + zlib.compress(profile),
        "tEXt": b"Raw profile type APP1\0" + profile,
        "iTXt": b"XML:com.adobe.xmp\0\0\0\0\0" + xmp,
        "iTXt, compressed": b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(xmp),
    }
    for kind, body in places.items():
        made = chunk(kind[:4].encode(), body)
        for name, whole in (("before", data[:33] + made + data[33:]), ("behind", data[:-12] + made + data[-12:])):
            assert facts_of(written(tmp_path, whole, "a.png")).has_position, (kind, name)


@pytest.mark.parametrize("text", [b"", b"x", zlib.compress(b""), zlib.compress(b"\nexif\n 4\nzz")])
def test_inspection_does_without_a_broken_text_of_a_png(tmp_path: Path, text: bytes) -> None:
    data = encoded(picture(), "PNG")
    whole = data[:-12] + chunk(b"zTXt", b"Raw profile type exif\0\0" + text) + data[-12:]
    assert not facts_of(written(tmp_path, whole, "a.png")).has_position


def test_text_of_a_png_is_inflated_to_a_bound() -> None:
    data = SIGNATURE + chunk(b"zTXt", b"bomb\0\0" + zlib.compress(bytes(50_000_000)))
    assert [len(text) for text in texts(data)] == [MOST_BYTES]


@pytest.mark.parametrize("kind", NAMES)
def test_image_is_decoded_as_a_whole_to_know_whether_it_can_be(tmp_path: Path, kind: str) -> None:
    assert can_copy(written(tmp_path, encoded(noise(300, 200), kind), NAMES[kind]))


def test_image_of_broken_pixels_passes_inspection_and_cannot_be_decoded(tmp_path: Path) -> None:
    path = written(tmp_path, broken_png(), "a.png")
    assert isinstance(inspect_image(path), ImageFacts)
    assert not can_copy(path)


def test_inspection_takes_the_first_picture_of_a_phone(tmp_path: Path) -> None:
    data = encoded(picture(), "MPO", save_all=True, append_images=[noise(20, 20)])
    assert facts_of(written(tmp_path, data)).media_type == JPEG
    assert opened(render_image(tmp_path / "a.jpg", 80, WEBP)).size == (80, 40)


def test_inspection_does_without_broken_metadata(tmp_path: Path) -> None:
    facts = facts_of(written(tmp_path, encoded(picture(), "JPEG", exif=b"Exif\x00\x00MM\x00*\xff\xff\xff\xff")))
    assert (facts.width, facts.has_position) == (80, False)
