"""Whole projects on the disk: the small site that has everything once, built as `affiche build` does."""

from __future__ import annotations

import re
import shutil
from datetime import datetime
from pathlib import Path

from PIL import Image, ImageDraw

from affiche.build import Prepared, build_site, own_editorial
from affiche.plan import Plan, load_plan
from affiche.writer.site import Written
from tests.factories import NOW

ROOT = Path(__file__).parents[1]
CONTENT = ROOT / "tests" / "content"
#: The images that the small site's files name, with their sizes in pixels.
IMAGES = {
    "organisations/zinneke.jpg": (800, 600),
    "events/2026/nuit-ouverte.jpg": (1400, 1050),
    "events/2026/nuit-scene.png": (500, 250),
    "events/2026/wolf.webp": (200, 150),
    "events/2026/expiree.jpg": (400, 300),
    "events/2026/fleuve.jpg": (400, 300),
    "events/2027/pas-encore.jpg": (320, 240),
}


#: The setting that asks for social kits.
KITS = re.compile(r"(social_weeks): \d+")


def make_project(root: Path, content: Path = CONTENT, *, has_kits: bool = False) -> Path:
    """A folder with our configuration, design and data around some content; social kits take long and are asked for."""
    for name in ("overrides", "data"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copytree(content, root / "content")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(settings if has_kits else KITS.sub(r"\1: 0", settings), encoding="utf-8")
    if content == CONTENT:
        for path, size in IMAGES.items():
            draw_image(root / "content" / path, size)
    return root


def draw_image(path: Path, size: tuple[int, int], colour: str = "#ffd400") -> None:
    """An image with a diagonal, of the format that its name says."""
    image = Image.new("RGB", size, colour)
    ImageDraw.Draw(image).line((0, 0, *size), fill="#141414", width=9)
    image.save(path)


def plan_of(root: Path, now: datetime = NOW) -> Plan:
    """What the doors would build of a project."""
    return load_plan(root / "mkdocs.yml", None, now)


def build_project(root: Path, out: Path, now: datetime = NOW) -> tuple[Prepared, Written]:
    """The site of a project in a folder, editorial pages included."""
    plan = plan_of(root, now)

    return build_site(plan, out, own_editorial(plan))


def files_of(folder: Path) -> dict[str, bytes]:
    """The bytes of each file of a folder, by path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def make_tiny(root: Path, **files: str) -> Path:
    """A project of one organisation and one event, and more events as texts by id."""
    organisation = 'name: "Zinneke"\nurl: "https://zinneke.example.org/"\nsource: ["Un tract"]'
    event = 'title: "Bal"\ntype: party\norganisers: [zinneke]\nstart: 2026-12-05 20:00\nsource: ["Un tract"]'
    content = root / "bare"
    for path, text in (("organisations/zinneke", organisation), ("events/bal", event)):
        place = content / f"{path}.md"
        place.parent.mkdir(parents=True)
        place.write_text(f"---\n{text}\n---\n", encoding="utf-8")
    for name, text in files.items():
        (content / "events" / f"{name}.md").write_text(text, encoding="utf-8")
    project = make_project(root / "project", content)
    shutil.rmtree(content)
    return project
