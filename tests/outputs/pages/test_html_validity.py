"""HTML as the Nu Html Checker of the W3C sees it, on every page of the small site and on real pages of each kind."""

from __future__ import annotations

import json
import subprocess
from collections import defaultdict
from pathlib import Path

from tests.pages import BuiltSite
from tests.projects import ROOT

VNU = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"
#: Of the real pages of a folder, every so many are tried: all of them are for the night.
EVERY = 6


def messages(folder: Path) -> list[str]:
    """The errors and warnings of the checker on the pages of a folder, each after its page."""
    command = ["java", "-jar", str(VNU), "--skip-non-html", "--stdout", "--format", "json", "--errors-only"]
    done = subprocess.run([*command, str(folder)], capture_output=True, text=True, check=False)
    found = json.loads(done.stdout)["messages"]
    return [f"{each['url'].partition(f'{folder.name}/')[2]}: {each['message']}" for each in found]


def sample(site: BuiltSite) -> list[str]:
    """Some pages of each folder of a site."""
    folders: dict[str, list[str]] = defaultdict(list)
    for path in site.html:
        folders["/".join(path.split("/")[:2])].append(path)
    return [path for paths in folders.values() for path in paths[::EVERY]]


def test_html_is_valid(small: BuiltSite, real: BuiltSite, tmp_path: Path) -> None:
    pages = {f"small/{path}": small.files[path] for path in small.html}
    pages |= {f"real/{path}": real.files[path] for path in sample(real)}
    assert messages(write(tmp_path, pages)) == []


def test_the_checker_sees_what_is_wrong(tmp_path: Path) -> None:
    page = '<!doctype html>\n<html lang="fr"><title>Bal</title><p><div>Bal</div></p></html>'
    assert messages(write(tmp_path, {"bal.html": page.encode()})) == [
        "bal.html: No “p” element in scope but a “p” end tag seen."
    ]


def write(folder: Path, pages: dict[str, bytes]) -> Path:
    root = folder / "pages"
    for path, data in pages.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    return root
