"""Which images can be decoded: each is tried once."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from PIL import Image

from affiche.problems import Fault
from affiche.sources.decoded import DecodedImages
from affiche.sources.files import ContentFile
from affiche.sources.loader import load_content
from affiche.sources.pictures import Pictures
from tests.broken_images import broken_png
from tests.repositories import event_text

NOWHERE = Path("/none")


@pytest.fixture
def image(tmp_path: Path) -> Path:
    Image.new("RGB", (8, 8)).save(tmp_path / "a.png")
    return tmp_path / "a.png"


def kept(place: Path, image: Path) -> Path:
    """A file that says that an image with the digest `seen` can be decoded."""
    images = DecodedImages(place)
    assert images.can_decode(image, "seen")
    images.save()
    return place


def test_image_is_decoded_once(image: Path, tmp_path: Path) -> None:
    place = kept(tmp_path / ".affiche/images.txt", image)
    assert DecodedImages(place).can_decode(NOWHERE, "seen")
    assert not DecodedImages(place).can_decode(NOWHERE, "other")
    assert not DecodedImages().can_decode(NOWHERE, "seen")


def test_what_no_file_names_any_more_is_forgotten(image: Path, tmp_path: Path) -> None:
    place = kept(tmp_path / "images.txt", image)
    images = DecodedImages(place)
    assert images.can_decode(image, "new")
    images.save()
    assert not DecodedImages(place).can_decode(NOWHERE, "seen")


@pytest.mark.parametrize("data", [b"", b"\xff", b"other code\nseen"])
def test_what_is_damaged_or_of_other_code_is_decoded_again(image: Path, tmp_path: Path, data: bytes) -> None:
    place = kept(tmp_path / "images.txt", image)
    place.write_bytes(data)
    assert not DecodedImages(place).can_decode(NOWHERE, "seen")


def test_what_came_with_the_repository_is_not_believed(image: Path, tmp_path: Path) -> None:
    place = kept(tmp_path / "images.txt", image)
    for command in (("init", "-q"), ("add", "-f", ".")):
        subprocess.run(["git", "-C", str(tmp_path), *command], check=True)
    assert not DecodedImages(place).can_decode(NOWHERE, "seen")


def test_image_that_cannot_be_decoded_is_an_error_of_its_file(tmp_path: Path) -> None:
    events = tmp_path / "content/events"
    events.mkdir(parents=True)
    (events / "a.png").write_bytes(broken_png())
    (events / "a.md").write_text(event_text(image={"src": "a.png", "alt": "Une affiche"}), encoding="utf-8")
    found = {problem.code: problem.values for problem in load_content(tmp_path / "content").problems}
    assert found["image-format"] == {"reason": "unreadable"}


def test_images_are_not_decoded_where_nobody_asks(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    (tmp_path / "events/a.png").write_bytes(broken_png())
    file = ContentFile(str(tmp_path / "events/a.md"), "content/events/a.md")
    fault = Fault("image-format", values={"reason": "unreadable"})
    assert Pictures(tmp_path).find("a.png", file) == ("content/events/a.png", [])
    assert Pictures(tmp_path, DecodedImages()).find("a.png", file) == ("", [fault])
