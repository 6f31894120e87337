"""The images that files name."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import ExifTags, Image

from affiche.problems import Fault, Severity
from affiche.sources.files import ContentFile
from affiche.sources.images import inspect_image
from affiche.sources.pictures import Images, Pictures
from tests.factories import event
from tests.projects import draw_image

IMAGES = ("events/a.jpg", "events/2027/b.jpg", "images/b.jpg", "images/shared.jpg", "images/broken.jpg")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    for path in (*IMAGES, "events/2027/nuit.md"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(b"")
    for path in IMAGES[:4]:
        draw_image(tmp_path / path, (40, 30))
    return tmp_path


def file(content: Path) -> ContentFile:
    return ContentFile(str(content / "events/2027/nuit.md"), "content/events/2027/nuit.md")


@pytest.mark.parametrize(
    ("src", "path"),
    [
        ("b.jpg", "content/events/2027/b.jpg"),
        ("shared.jpg", "content/images/shared.jpg"),
        ("../a.jpg", "content/events/a.jpg"),
        ("/content/images/b.jpg", "content/images/b.jpg"),
    ],
)
def test_image_is_found_beside_its_file_or_among_the_shared_ones(content: Path, src: str, path: str) -> None:
    pictures = Pictures(content)
    assert pictures.find(src, file(content)) == (path, [])
    assert pictures.used == {path: inspect_image(content / path.removeprefix("content/"))}


@pytest.mark.parametrize(
    ("src", "hint"),
    [
        ("shard.jpg", "shared.jpg"),
        ("b.jpeg", "b.jpg"),
        ("nuit.md", ""),
        ("B.jpg", "b.jpg"),
        ("xyz", ""),
        ("..", ""),
        ("é" * 300, ""),
        ("2027", ""),
    ],
)
def test_image_that_is_not_there_is_a_fault_with_the_nearest(content: Path, src: str, hint: str) -> None:
    pictures = Pictures(content)
    fault = Fault("image-not-found", values={"value": src}, hint=hint)
    assert pictures.find(src, file(content)) == ("", [fault])
    assert pictures.used == {}


def test_image_with_a_name_that_cannot_stand_is_not_its_own_correction(content: Path) -> None:
    draw_image(content / "events/2027/Affiche.JPG", (40, 30))
    assert Pictures(content).find("Affiche.JPG", file(content))[1] == [
        Fault("image-not-found", values={"value": "Affiche.JPG"})
    ]


@pytest.mark.parametrize("src", ["../../../a.jpg", "https://example.org/a.jpg", "/etc/passwd", "a/../../b.jpg/c"])
def test_image_outside_the_content_is_refused(content: Path, src: str) -> None:
    assert Pictures(content).find(src, file(content)) == ("", [Fault("image-path", values={"value": src})])


def test_image_that_cannot_be_read_is_a_fault_each_time(content: Path) -> None:
    pictures = Pictures(content)
    first, second = (pictures.find("broken.jpg", file(content)) for _ in range(2))
    assert first == second
    assert ([fault.code for fault in first[1]], pictures.used) == (["image-format"], {})


def test_image_is_never_found_through_a_link(content: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    draw_image(elsewhere / "secret.jpg", (40, 30))
    (content / "images/link.jpg").symlink_to(elsewhere / "secret.jpg")
    (content / "events/other").symlink_to(elsewhere)
    pictures = Pictures(content)
    assert pictures.find("link.jpg", file(content)) == ("", [Fault("file-symlink")])
    assert pictures.find("../other/secret.jpg", file(content)) == ("", [Fault("file-symlink")])


def test_site_without_shared_images_finds_those_beside(content: Path) -> None:
    for image in content.glob("images/*"):
        image.unlink()
    (content / "images").rmdir()
    assert Pictures(content).find("b.jpg", file(content)) == ("content/events/2027/b.jpg", [])


def test_images_of_a_file_are_known_by_their_names_as_written(content: Path) -> None:
    picture = {"alt": {"fr": "Une scène"}, "credit": "Ana"}
    record = event(
        image=picture | {"src": "b.jpg"}, images=[picture | {"src": "c.jpg"}, picture | {"src": "shared.jpg"}]
    )
    images = Images(Pictures(content), file(content))
    assert list(images.named_by(record, {})) == [
        Fault("image-not-found", ("images", 0, "src"), values={"value": "c.jpg"}, hint="b.jpg")
    ]
    shown = images.shown_in("![Une](../a.jpg) ![Deux](nowhere.jpg)")
    assert ("../a.jpg" in shown, "nowhere.jpg" in shown) == (True, False)
    assert images.found == {
        "b.jpg": "content/events/2027/b.jpg",
        "shared.jpg": "content/images/shared.jpg",
        "../a.jpg": "content/events/a.jpg",
    }


def test_position_in_an_image_is_a_warning(content: Path) -> None:
    exif = Image.Exif()
    exif.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: (50.0, 51.0, 0.0)})
    Image.new("RGB", (40, 30)).save(content / "events/a.jpg", exif=exif)
    warning = Fault("image-position", severity=Severity.WARNING)
    assert Pictures(content).find("../a.jpg", file(content)) == ("content/events/a.jpg", [warning])
