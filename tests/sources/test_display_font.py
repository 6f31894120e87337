"""The font of titles: light, with the letters that names are written with, and the same each time."""

from __future__ import annotations

import io
import os
import subprocess
import sys

import pytest
from fontTools.ttLib import TTFont

from affiche.sources.display_font import LETTERS, font_licence, font_name, render_font
from tests.pages import BuiltSite
from tests.projects import ROOT

BUDGET = 12 * 1024
DIGEST = "import hashlib; from affiche.sources.display_font import *; print(hashlib.sha256(render_font()).hexdigest())"


@pytest.fixture(scope="module")
def font() -> TTFont:
    return TTFont(io.BytesIO(render_font()))


def test_font_is_light() -> None:
    assert len(render_font()) <= BUDGET


def test_font_has_every_letter(font: TTFont) -> None:
    assert {ord(letter) for letter in LETTERS} - font.getBestCmap().keys() == set()


def test_font_says_whose_it_is_and_under_which_licence(font: TTFont) -> None:
    assert "Manrope" in font["name"].getDebugName(0)
    assert "SIL Open Font License" in font["name"].getDebugName(13)
    assert b"SIL OPEN FONT LICENSE Version 1.1" in font_licence()


def test_font_is_the_same_in_every_run() -> None:
    command = [sys.executable, "-c", DIGEST]
    runs = {
        subprocess.run(
            command, check=True, capture_output=True, cwd=ROOT / "plugins", env=os.environ | {"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_font_is_asked_for_once_before_the_styles_name_it(small: BuiltSite) -> None:
    address = f"/assets/{font_name()}"
    link = small.page("fr/agenda/").one("//link[@rel='preload']")
    assert {name: link.get(name) for name in ("href", "as", "type", "crossorigin")} == {
        "href": address, "as": "font", "type": "font/woff2", "crossorigin": "",
    }  # fmt: skip
    styles = small.files["assets/affiche.css"].decode()
    assert (f'url("{font_name()}")' in styles, "font-display:optional" in styles) == (True, True)
    assert small.files[address.removeprefix("/")] == render_font()
    assert small.files["assets/manrope-licence.txt"] == font_licence()


def test_embeds_do_without_it(small: BuiltSite) -> None:
    assert small.page("embed/fr/agenda/").all("//link[@rel='preload']") == []
