"""Settings read from `mkdocs.yml`: every wrong one is named."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from affiche.model.settings import Settings, SettingsError
from affiche.sources.settings import load_settings, make_settings

ROOT = Path(__file__).parents[2]
LEAST = {"identity_host": "affiche.example"}
PLAIN = Settings(identity_host="affiche.example")


def load(tmp_path: Path, text: str) -> Settings:
    path = tmp_path / "mkdocs.yml"
    path.write_text(text, encoding="utf-8")
    return load_settings(path)[0]


def test_settings_have_defaults_but_for_the_host() -> None:
    assert make_settings(LEAST, {}) == PLAIN


def test_settings_are_the_plugin_s_options_and_the_site_s_own() -> None:
    options = LEAST | {
        "languages": ["nl", "fr"],
        "time_zone": "Europe/Lisbon",
        "security_contact": "security@agenda.example",
        "desk_contact": "https://agenda.example/desk",
        "hours_style": {"nl": "20u30", "fr": "20h30"},
        "video_hosts": ["vimeo"],
        "data_licence": "CC BY 4.0",
        "text_licence": "CC BY-SA 4.0",
        "image_avif": True,
        "count_links": True,
        "social_weeks": 4,
        "content_dir": "content",
        "data_dir": "data",
    }
    site = {"site_name": "Agenda", "site_url": "https://agenda.example/a", "repo_url": "https://git.example/a"}
    assert make_settings(options, site) == Settings(
        site_name="Agenda",
        site_url="https://agenda.example/a/",
        repo_url="https://git.example/a",
        security_contact="security@agenda.example",
        desk_contact="https://agenda.example/desk",
        languages=("nl", "fr"),
        time_zone=ZoneInfo("Europe/Lisbon"),
        identity_host="affiche.example",
        hours_style=(("fr", "20h30"), ("nl", "20u30")),
        video_hosts=("vimeo",),
        data_licence="CC BY 4.0",
        text_licence="CC BY-SA 4.0",
        image_avif=True,
        count_links=True,
        social_weeks=4,
    )


def test_address_of_the_plugin_s_options_wins() -> None:
    site = {"site_url": "https://a.example/", "repo_url": "https://b.example/"}
    options = {"site_url": "https://c.example", "repo_url": "https://d.example/"}
    settings = make_settings(LEAST | options, site)
    assert (settings.site_url, settings.repo_url) == ("https://c.example/", "https://d.example/")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("languages", "fr"),
        ("languages", ["fr", "xx"]),
        ("languages", ["fr", "fr"]),
        ("languages", [["fr"]]),
        ("languages", {"fr": "Français"}),
        ("time_zone", "Europe/Bruxelles"),
        ("time_zone", "Europe"),
        ("time_zone", "../zone"),
        ("time_zone", 1),
        ("identity_host", ""),
        ("identity_host", "localhost"),
        ("identity_host", "https://affiche.example/"),
        ("identity_host", "Affiche.example"),
        ("identity_host", ["affiche.example"]),
        ("security_contact", "example.org"),
        ("security_contact", "mailto:security@example.org"),
        ("security_contact", "http://example.org/"),
        ("security_contact", "a@example.org\nExpires: 2099-01-01T00:00:00Z"),
        ("security_contact", ["security@example.org"]),
        ("desk_contact", "desk"),
        ("image_avif", "yes"),
        ("count_links", 1),
        ("social_weeks", True),
        ("social_weeks", "8"),
        ("social_weeks", -1),
        ("social_weeks", 53),
        ("hours_style", "20h30"),
        ("hours_style", ["20h30"]),
        ("hours_style", {"fr": "20:30"}),
        ("hours_style", {"de": "20.30 Uhr"}),
        ("hours_style", {"fr": ["20h30"]}),
        ("video_hosts", "youtube"),
        ("video_hosts", ["youtube", "example"]),
        ("video_hosts", [["youtube"]]),
        ("data_licence", ["CC0"]),
        ("text_licence", 4.0),
        ("site_url", "affiche.example"),
        ("site_url", "ftp://affiche.example/"),
        ("site_url", "https:///agenda/"),
        ("site_url", "https://affiche.example/?a=b"),
        ("site_url", "https://affiche.example/#a"),
        ("site_url", "http://["),
        ("repo_url", "git@affiche.example:a.git"),
        ("repo_url", 1),
        ("langages", ["fr"]),
        ("site_name", "Agenda"),
    ],
)
def test_wrong_setting_is_named(name: str, value: Any) -> None:
    with pytest.raises(SettingsError, match=f"^{name}: "):
        make_settings(LEAST | {name: value}, {})


@pytest.mark.parametrize(("name", "value"), [("site_name", 2026), ("site_url", "affiche.example"), ("repo_url", ["a"])])
def test_wrong_setting_of_the_site_is_named(name: str, value: Any) -> None:
    with pytest.raises(SettingsError, match=f"^{name}: "):
        make_settings(LEAST, {name: value})


@pytest.mark.parametrize(
    "plugins",
    [
        "plugins: {search: {}, affiche: {identity_host: affiche.example}}",
        "plugins: [search, affiche: {identity_host: affiche.example}]",
        "plugins:\n  - search\n  - {}\n  - affiche:\n      identity_host: affiche.example\n",
    ],
)
def test_plugins_are_listed_in_either_way(tmp_path: Path, plugins: str) -> None:
    assert load(tmp_path, plugins) == PLAIN


@pytest.mark.parametrize(
    "plugins", ["a: b", "plugins:", "plugins: affiche", "plugins: [affiche]", "plugins: 1", "plugins: [1]"]
)
def test_plugin_without_options_lacks_a_host(tmp_path: Path, plugins: str) -> None:
    with pytest.raises(SettingsError, match=r"^identity_host: "):
        load(tmp_path, plugins)


@pytest.mark.parametrize("options", ["yes", "[fr]", "fr"])
def test_options_that_are_no_settings_are_named(tmp_path: Path, options: str) -> None:
    with pytest.raises(SettingsError, match=r"^plugins: affiche: "):
        load(tmp_path, f"plugins: [affiche: {options}]")


def test_tags_of_other_plugins_are_passed_over(tmp_path: Path) -> None:
    assert (
        load(
            tmp_path,
            "theme: {name: material, palette: !ENV [PALETTE, dark]}\n"
            "markdown_extensions:\n"
            "  - pymdownx.emoji: {emoji_index: !!python/name:material.extensions.emoji.twemoji }\n"
            "  - toc: {slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}}\n"
            "hooks: !relative $config_dir\n"
            "plugins: [affiche: {identity_host: affiche.example}]\n",
        )
        == PLAIN
    )


@pytest.mark.parametrize("name", ["site_name", "site_url", "repo_url"])
def test_tag_on_a_setting_of_ours_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(SettingsError, match=f"^{name}: !ENV"):
        load(tmp_path, f"{name}: !ENV [A, b]\nplugins: [affiche: {{identity_host: affiche.example}}]\n")


@pytest.mark.parametrize("text", ["", "- a", "a: [", "a: 2026-13-45", "\t", "a: &a [*a", "? {a: b}\n: c"])
def test_file_that_holds_no_settings_is_named(tmp_path: Path, text: str) -> None:
    with pytest.raises(SettingsError, match=r"mkdocs[.]yml: "):
        load(tmp_path, text)


def test_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"mkdocs[.]yml: "):
        load_settings(tmp_path / "mkdocs.yml")
    (tmp_path / "mkdocs.yml").write_bytes(b"\xff\xfe")
    with pytest.raises(SettingsError, match=r"mkdocs[.]yml: "):
        load_settings(tmp_path / "mkdocs.yml")


def test_our_own_settings_can_be_used() -> None:
    settings, configuration = load_settings(ROOT / "mkdocs.yml")
    assert settings.languages == ("fr", "nl")
    assert configuration["theme"]["custom_dir"] == "overrides"
