from __future__ import annotations

import io
import re
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image

from affiche.build import prepare_site
from affiche.model.record import Record
from affiche.model.text import Wording
from affiche.outputs.artifact import Artifact
from affiche.outputs.images import Picture, image_artifacts, main_image, picture_of, published_widths
from affiche.outputs.site import Site
from affiche.sources import design
from tests.factories import NOW
from tests.pages import BuiltSite
from tests.projects import build_project, draw_image, files_of, make_project, make_tiny, plan_of

BALL = """---
title: "{title}"
type: party
organisers: [zinneke]
start: 2026-12-05 20:00
source: ["Un tract"]
{image}
---
"""
IMAGE = 'image: {{src: {src}, alt: "Une image", credit: "Zinneke"{more}}}'


def ball(title: str, src: str, more: str = "") -> str:
    return BALL.format(title=title, image=IMAGE.format(src=src, more=more))


def made(site: Site) -> dict[str, Artifact]:
    return {artifact.path: artifact for artifact in image_artifacts(site)}


def shown(site: Site, name: str) -> Record:
    return site.calendar.records["events"][name]


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return prepare_site(plan_of(make_project(tmp_path_factory.mktemp("images") / "project"))).site


def test_an_image_has_every_width_up_to_its_own_and_jpegs_for_feeds_and_mails(small_site: Site) -> None:
    sizes = sorted(re.sub("-[0-9a-f]{10}-", " ", path) for path in made(small_site) if "nuit-ouverte" in path)
    assert sizes == [
        *("media/nuit-ouverte 1200.jpg", "media/nuit-ouverte 1200x630.jpg", "media/nuit-ouverte 1280.webp"),
        *("media/nuit-ouverte 320.webp", "media/nuit-ouverte 320x240.jpg", "media/nuit-ouverte 640.webp"),
    ]


def test_an_image_smaller_than_the_smallest_width_keeps_its_own(small_site: Site) -> None:
    wolf = next(path for path in small_site.images if path.endswith("wolf.webp"))
    assert published_widths(small_site, wolf) == (200,)
    found = picture_of(small_site, shown(small_site, "alleen-nederlands"), "nl")
    assert found
    assert (found.width, found.height, found.srcset) == (200, 150, f"{found.src} 200w")


def test_copies_are_what_they_say(small_site: Site) -> None:
    for path, artifact in made(small_site).items():
        with Image.open(io.BytesIO(artifact.render())) as image:
            width = int(re.search(r"-(\d+)(x630|x240)?\.", path)[1])  # type: ignore[index]
            assert (image.width, Image.MIME[str(image.format)]) == (width, artifact.media_type)
            assert not image.getexif()


def test_a_page_shows_an_image_with_its_sizes_words_and_credit(small: BuiltSite) -> None:
    image = small.page("nl/evenementen/nuit-ouverte/").one("//figure/img")
    assert [part.split()[1] for part in image.get("srcset").split(", ")] == ["320w", "640w", "1280w"]
    assert (image.get("width"), image.get("height"), image.get("fetchpriority")) == ("640", "480", "high")
    assert image.get("alt") == "Een lege zaal met brandende schijnwerpers"
    assert image.get("sizes")
    assert small.page("nl/evenementen/nuit-ouverte/").texts("//figcaption") == ["Photo : Ana Šebová"]


def test_an_image_is_asked_for_in_the_size_of_its_box(small: BuiltSite) -> None:
    event, month = small.page("fr/evenements/nuit-ouverte/"), small.page("fr/agenda/2026/12/")
    assert event.one("//figure/img").get("sizes") == "(min-width: 64rem) 24rem, 100vw"
    assert {image.get("sizes") for image in month.all("//article//img")} == {"(min-width: 40rem) 20rem, 92vw"}
    assert picture_sizes(300, 400) == "(min-width: 40rem) 20rem, 92vw"
    assert picture_sizes(1600, 900) == "(min-width: 40rem) 27rem, 123vw"


def picture_sizes(width: int, height: int) -> str:
    return Picture("", "", "", width, height, Wording(""), "").sizes("card")


def test_a_site_may_have_lighter_copies_for_browsers_that_know_them(tmp_path: Path) -> None:
    root = make_tiny(tmp_path, bal=ball("Bal", "bal.png"))
    draw_image(root / "content/events/bal.png", (700, 500))
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "      image_avif: true\n", encoding="utf-8")
    build_project(root, root / "site")
    page = BuiltSite(files_of(root / "site")).page("fr/evenements/bal/")
    source = page.one("//figure/picture/source")
    assert (source.get("type"), source.get("sizes")) == ("image/avif", page.one("//picture/img").get("sizes"))
    copies = [root / "site" / part.split()[0].removeprefix("/") for part in source.get("srcset").split(", ")]
    images = [Image.open(io.BytesIO(copy.read_bytes())) for copy in copies]
    assert [(image.format, image.size) for image in images] == [("AVIF", (320, 229)), ("AVIF", (640, 457))]


def test_images_of_lists_load_late(small: BuiltSite) -> None:
    images = small.page("fr/agenda/2026/12/").all("//article//img")
    assert {(image.get("loading"), image.get("fetchpriority")) for image in images} == {("lazy", None)}


def test_an_image_of_the_body_is_a_published_one(small: BuiltSite) -> None:
    image = small.page("fr/evenements/nuit-ouverte/").one("//div[@class='prose']//img")
    assert image.get("src").removeprefix("/") in small.files
    assert (image.get("width"), image.get("height"), image.get("loading")) == ("320", "160", "lazy")


def test_an_image_whose_time_is_over_is_shown_and_published_nowhere(small: BuiltSite) -> None:
    page = small.page("fr/evenements/image-expiree/")
    assert page.all("//main//article[class~event]//img") == []
    assert [path for path, data in small.files.items() if "/expiree-" in path or b"/expiree-" in data] == []


def test_an_image_is_shown_until_the_evening_of_its_last_day(tmp_path: Path) -> None:
    root = make_tiny(tmp_path, bal=ball("Bal", "bal.png", ", expires: 2026-11-22"))
    draw_image(root / "content/events/bal.png", (40, 30))
    for days, there in ((0, True), (1, True), (2, False)):
        site = prepare_site(plan_of(root, NOW + timedelta(days=days))).site
        assert (main_image(site, shown(site, "bal")) is not None, bool(made(site))) == (there, there)


def test_the_second_image_steps_in_for_an_expired_first(tmp_path: Path) -> None:
    second = 'images: [{src: autre.png, alt: "Une autre", credit: "Zinneke"}]\n'
    text = ball("Bal", "bal.png", ", expires: 2026-11-01").replace("source:", f"{second}source:")
    root = make_tiny(tmp_path, bal=text)
    draw_image(root / "content/events/bal.png", (40, 30))
    draw_image(root / "content/events/autre.png", (40, 30), "#0b3fa8")
    site = prepare_site(plan_of(root)).site
    found = main_image(site, shown(site, "bal"))
    assert found
    assert found.src == "autre.png"


def test_no_image_of_a_draft_is_published(tmp_path: Path) -> None:
    root = make_tiny(tmp_path, bal=ball("Bal", "bal.png").replace("source:", "draft: true\nsource:"))
    draw_image(root / "content/events/bal.png", (40, 30))
    assert made(prepare_site(plan_of(root)).site) == {}


def test_the_same_image_in_two_folders_is_one_file(tmp_path: Path) -> None:
    root = make_tiny(tmp_path, bal=ball("Bal", "bal.png"))
    other = root / "content/events/2026/autre.md"
    other.parent.mkdir()
    other.write_text(ball("Autre", "bal.png"), encoding="utf-8")
    for folder in ("events", "events/2026"):
        draw_image(root / "content" / folder / "bal.png", (40, 30))
    paths = [artifact.path for artifact in image_artifacts(prepare_site(plan_of(root)).site)]
    assert (len(paths), len(set(paths))) == (4, 4)


def test_only_the_image_and_what_encodes_it_make_its_copies_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_tiny(tmp_path, bal=ball("Bal", "bal.png"))
    draw_image(root / "content/events/bal.png", (400, 300))
    fingerprints = [fingerprints_of(root)]
    for place, old, new in (
        ("overrides/affiche/event.html", "<article", "<article data-new"),
        ("content/events/bal.md", "Une image", "Une autre"),
        ("mkdocs.yml", "site_name: Affiche", "site_name: Autre"),
    ):
        path = root / place
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        fingerprints.append(fingerprints_of(root))
    assert fingerprints == 4 * fingerprints[:1]
    assert len(set(fingerprints[0])) == 4
    monkeypatch.setattr(design, "_version", lambda library: "another")
    design.digest_image_code.cache_clear()
    assert not {*fingerprints_of(root)} & {*fingerprints[0]}
    design.digest_image_code.cache_clear()


def fingerprints_of(root: Path) -> list[str]:
    """The fingerprints of the copies of images of a project."""
    return [artifact.fingerprint for artifact in made(prepare_site(plan_of(root)).site).values()]


def test_copies_are_kept_when_the_site_is_removed_and_forgotten_with_their_image(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_tiny(tmp_path, bal=ball("Bal", "bal.png"))
    draw_image(root / "content/events/bal.png", (400, 300))
    build_project(root, root / "site")
    first = files_of(root / "site")
    shutil.rmtree(root / "site")
    for name in ("render_image", "render_feed_image"):
        monkeypatch.setattr(f"affiche.outputs.images.{name}", refuses_to_encode)
    build_project(root, root / "site")
    assert files_of(root / "site") == first
    (root / "content/events/bal.md").unlink()
    build_project(root, root / "site")
    kept = [path.read_bytes() for path in (root / ".affiche/site-kept").iterdir()]
    assert [b"wOF2" in data for data in kept] == [True]  # the font of titles, which every page asks for


def refuses_to_encode(*_: object, **__: object) -> bytes:
    raise AssertionError("encoded although it is kept")


def test_an_image_of_other_bytes_has_another_address(tmp_path: Path) -> None:
    root = make_tiny(tmp_path, bal=ball("Bal", "bal.png"))
    addresses = []
    for colour in ("#ffd400", "#0b3fa8"):
        draw_image(root / "content/events/bal.png", (40, 30), colour)
        addresses.append(set(made(prepare_site(plan_of(root)).site)))
    assert addresses[0] & addresses[1] == set()
