"""Files at fixed addresses: robots, the manifest, whom to tell of a weakness."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pytest
from PIL import Image

from affiche.model.settings import Settings
from affiche.outputs.fixed_files import FIXED_FILES
from affiche.outputs.site import Site
from tests import factories as make
from tests.pages import BuiltSite

UNDER_A_PATH = "https://example.org/agenda/"


def example(now: datetime = make.NOW, contact: str = "") -> Site:
    settings = Settings(site_url=UNDER_A_PATH, security_contact=contact)
    icons = {f"icon-{size}.png": (b"", "0123456789") for size in (192, 512)}
    return replace(make.site(now=now, settings=settings), assets=icons)


def files(site: Site) -> dict[str, bytes]:
    return {artifact.path: artifact.render() for artifact in FIXED_FILES.artifacts(site)}


def security(now: datetime, contact: str = "security@example.org") -> tuple[str, str]:
    """`security.txt` and its fingerprint."""
    found = [each for each in FIXED_FILES.artifacts(example(now, contact)) if each.path == ".well-known/security.txt"]
    return found[0].render().decode(), found[0].fingerprint


def test_robots_are_told_where_the_sitemap_is() -> None:
    assert files(example())["robots.txt"] == (
        b"User-agent: *\nAllow: /\n\nSitemap: https://example.org/agenda/sitemap.xml\n"
    )


def test_manifest_names_the_site_under_its_own_path() -> None:
    assert json.loads(files(example())["site.webmanifest"]) == {
        "id": "/agenda/",
        "name": "Affiche",
        "short_name": "Affiche",
        "start_url": "/agenda/",
        "scope": "/agenda/",
        "display": "minimal-ui",
        "theme_color": "#FFD400",
        "background_color": "#FFFFFF",
        "icons": [
            {"src": "/agenda/assets/icon-192.png?01234567", "sizes": "192x192", "type": "image/png"},
            {"src": "/agenda/assets/icon-512.png?01234567", "sizes": "512x512", "type": "image/png"},
        ],
    }


def test_manifest_of_a_built_site_names_icons_of_the_size_that_it_says(small: BuiltSite) -> None:
    for icon in json.loads(small.files["site.webmanifest"])["icons"]:
        image = Image.open(BytesIO(small.files[icon["src"].partition("?")[0].lstrip("/")]))
        assert f"{image.width}x{image.height}" == icon["sizes"]


@pytest.mark.parametrize(
    ("contact", "line"),
    [
        ("security@example.org", "mailto:security@example.org"),
        ("https://example.org/security", "https://example.org/security"),
    ],
)
def test_security_txt_says_whom_to_write_to(contact: str, line: str) -> None:
    text, _ = security(make.NOW, contact)
    assert text == (
        f"Contact: {line}\n"
        "Expires: 2027-05-01T00:00:00Z\n"
        "Preferred-Languages: fr, nl\n"
        "Canonical: https://example.org/agenda/.well-known/security.txt\n"
    )


def test_there_is_no_security_txt_without_a_contact() -> None:
    assert sorted(files(example())) == ["robots.txt", "site.webmanifest"]


def test_security_txt_is_renewed_each_month_and_not_within_one() -> None:
    first, middle, last = (datetime(2026, month, day, 12, tzinfo=UTC) for month, day in ((6, 1), (6, 30), (7, 1)))
    assert security(first) == security(middle)
    assert (security(last)[0].splitlines()[1], security(last)[1] != security(first)[1]) == (
        "Expires: 2027-01-01T00:00:00Z",
        True,
    )
