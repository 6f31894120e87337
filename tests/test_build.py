from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from affiche.build import EARLY, own_editorial, prepare_site, publish_site
from affiche.model.settings import SettingsError
from affiche.plan import digest_plan, find_built, load_plan
from affiche.writer.site import Written
from tests.broken_images import broken_png
from tests.factories import NOW
from tests.pages import BuiltSite, broken_links, inline_code, language_of, repeated_ids, skipped_headings
from tests.projects import build_project, files_of, make_project, make_tiny, plan_of
from tests.repositories import day, event_text, make_repository

IMAGE = {"src": "a.png", "alt": {"fr": "Une affiche", "nl": "Een affiche"}, "credit": "Zinneke"}
BROKEN = '---\ntitle: "Sans date"\ntype: concert\norganisers: [zinneke]\nsource: ["Un tract"]\n---\n'


def settings_of(root: Path, old: str, new: str) -> Path:
    """A project with another line in its settings."""
    path = root / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return root


def committed(root: Path, on: int = 1) -> Path:
    """A project whose content came to its repository on a day of January 2026."""
    repository = make_repository(root)
    repository.git("add", "content")
    repository.git("commit", "--message", "All", on=on)
    return root


def built(root: Path) -> BuiltSite:
    build_project(root, root / "site")
    return BuiltSite(files_of(root / "site"))


def test_a_broken_file_is_left_out_named_and_changes_nothing_else(tmp_path: Path) -> None:
    good, bad = make_tiny(tmp_path / "good"), make_tiny(tmp_path / "bad", casse=BROKEN)
    prepared, _ = build_project(bad, bad / "site")
    assert prepared.left_out == {"content/events/casse.md"}
    files, status = files_of(bad / "site"), "api/v1/status.json"
    assert json.loads(files.pop(status))["left_out"] == [{"path": "content/events/casse.md", "codes": ["when-missing"]}]
    assert files == {path: data for path, data in built(good).files.items() if path != status}


def test_an_image_that_cannot_be_decoded_costs_its_file_alone(tmp_path: Path) -> None:
    root = make_tiny(tmp_path, affiche=event_text(image=IMAGE, source=["Un tract"]))
    (root / "content/events/a.png").write_bytes(broken_png())
    prepared, _ = build_project(root, root / "site")
    assert [(problem.path, problem.code) for problem in prepared.problems if problem.is_error] == [
        ("content/events/affiche.md", "image-format")
    ]
    files = files_of(root / "site")
    assert ("fr/evenements/bal/index.html" in files, "fr/evenements/affiche/index.html" in files) == (True, False)


def test_a_strict_build_refuses_errors_and_warnings_but_no_notice(tmp_path: Path) -> None:
    notice = BROKEN.replace('"Sans date"', '{fr: "Avec date"}').replace("source", "start: 2026-12-06 20:00\nsource")
    warning = BROKEN.replace("Sans", "Sans\u200b").replace("source", "start: 2026-12-06 20:00\nsource")
    texts = {"none": notice, "warning": warning, "error": BROKEN}
    for name, refused in (("none", False), ("warning", True), ("error", True)):
        prepared = prepare_site(plan_of(make_tiny(tmp_path / name, doute=texts[name])))
        assert prepared.problems
        expected = "refused under --strict" if refused else ""
        assert (prepared.refusal(strict=True), prepared.refusal(strict=False)) == (expected, "")


def test_a_site_says_where_its_dates_come_from(tmp_path: Path) -> None:
    root = make_tiny(tmp_path)
    assert prepare_site(plan_of(root)).remark.startswith("no git history")
    committed(root)
    assert prepare_site(plan_of(root)).remark == ""


def test_a_clock_behind_the_newest_commit_is_told_and_publishes_nothing(tmp_path: Path) -> None:
    root = committed(make_tiny(tmp_path), on=2)
    for minutes, early in ((0, False), (-10, False), (-11, True)):
        plan = replace(plan_of(root, day(2) + timedelta(minutes=minutes)), publish=True)
        prepared = prepare_site(plan)
        told = (prepared.remark, prepared.refusal(strict=False))
        assert told == ((EARLY, f"not published: {EARLY}") if early else ("", ""))


def test_a_plan_needs_its_folders_and_settings(tmp_path: Path) -> None:
    root = make_tiny(tmp_path)
    assert load_plan(root / "mkdocs.yml", root / "data", NOW).folders.content == root / "data"
    with pytest.raises(SettingsError, match="nowhere"):
        load_plan(root / "mkdocs.yml", root / "nowhere", NOW)
    with pytest.raises(SettingsError, match="languages"):
        load_plan(settings_of(root, "[fr, nl]", "[fr, xx]") / "mkdocs.yml", None, NOW)


def test_a_site_works_under_a_path_of_its_host(tmp_path: Path) -> None:
    root = settings_of(make_project(tmp_path / "project"), "https://affiche.example/", "https://example.org/a/b/")
    site = built(root)
    assert broken_links(site, "https://example.org/a/b/") == {}
    assert {link[:5] for page in site.outlines() for link in page.links if link.startswith("/")} == {"/a/b/"}


def test_another_language_is_one_line_of_the_settings(tmp_path: Path) -> None:
    root = settings_of(make_project(tmp_path / "project"), "[fr, nl]", "[fr, nl, en]")
    for page in sorted((root / "content/pages/fr").iterdir()):
        (root / "content/pages/en").mkdir(exist_ok=True)
        (root / "content/pages/en" / page.name).write_bytes(page.read_bytes())
    site = built(root)
    assert broken_links(site) == {}
    pages = [site.page(path) for path in site.html if language_of(path) == "en"]
    assert len(pages) == len([path for path in site.html if language_of(path) == "fr"])
    assert [page.path for page in pages if page.errors or skipped_headings(page) or repeated_ids(page)] == []
    assert [page.path for page in pages if inline_code(page)] == []
    assert site.page("en/events/nuit-ouverte/").texts("//p[@class='foreign']")[0] == "in French"


def test_one_language_alone_is_a_site_too(tmp_path: Path) -> None:
    site = built(settings_of(make_project(tmp_path / "project"), "[fr, nl]", "[nl]"))
    assert broken_links(site) == {}
    assert {language_of(path) for path in site.html} == {"", "nl"}


def test_a_site_without_any_event_is_whole(tmp_path: Path) -> None:
    root = make_tiny(tmp_path)
    (root / "content/events/bal.md").unlink()
    site = built(root)
    assert broken_links(site) == {}


CHANGES: dict[str, Callable[[Path], object]] = {
    "a file of content": lambda root: (root / "content/events/nouveau.md").write_text("---\n---\n"),
    "a page": lambda root: _append(root / "content/pages/fr/about.md"),
    "the settings": lambda root: _append(root / "mkdocs.yml", "site_name: Autrement\n"),
    "a template": lambda root: _append(root / "overrides/affiche/event.html"),
    "the municipalities": lambda root: _append(root / "data/municipalities.yaml"),
    "a file of the site": lambda root: _append(root / "site/index.html"),
    "a file gone from the site": lambda root: (root / "site/index.html").unlink(),
    "the manifest": lambda root: (root / ".affiche/site.json").write_text("{}"),
}


def found(root: Path, now: datetime = NOW) -> Written | None:
    """What a build would find of the one before."""
    plan = plan_of(root, now)
    return find_built(plan, digest_plan(plan), root / "site")


def _append(path: Path, text: str = "\n") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(text)


@pytest.mark.parametrize("change", CHANGES)
def test_a_site_is_found_again_until_anything_changes(tmp_path: Path, change: str) -> None:
    root = make_tiny(tmp_path)
    _, first = build_project(root, root / "site")
    assert found(root) == replace(first, written=0, unchanged=first.written, exchanged=False)
    CHANGES[change](root)
    assert found(root) is None


def test_a_site_is_not_found_at_another_hour_or_with_something_to_tell(tmp_path: Path) -> None:
    root = make_tiny(tmp_path)
    build_project(root, root / "site")
    assert found(root, NOW + timedelta(minutes=5)) is not None
    assert found(root, NOW + timedelta(hours=1)) is None
    assert found(root, NOW - timedelta(minutes=1)) is None
    (root / "content/events/nouveau.md").write_text("---\n---\n")
    build_project(root, root / "site")
    assert found(root) is None


def test_a_site_with_the_pages_of_an_engine_is_not_found(tmp_path: Path) -> None:
    root = make_tiny(tmp_path)
    build_project(root, root / "site")
    plan = plan_of(root)
    publish_site(prepare_site(plan), root / "site", own_editorial(plan))
    assert found(root) is None
