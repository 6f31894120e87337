"""A site's settings, read from `mkdocs.yml` as every engine does."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import yaml

from affiche.locales import catalogue_languages
from affiche.model.settings import HOURS_STYLES, Settings, SettingsError

PLUGIN = "affiche"
#: Options of the plugin: our settings, the folders that doors look into, whether to publish, the engine's own switch.
OPTIONS = {field.name for field in fields(Settings)} - {"site_name"} | {"content_dir", "data_dir", "publish", "enabled"}

#: A year ahead is all that anyone has announced.
MOST_WEEKS = 52

_ADDRESS = re.compile(r"https?://[^\s/?#\[\]]+(/[^\s?#]*)?")
_CONTACT = re.compile(r"https://[^\s/?#\[\]]+(/\S*)?|[^@\s<>\":]+@[a-z0-9-]+([.][a-z0-9-]+)+")
_FORM = re.compile(r"https://[a-z0-9-]+([.][a-z0-9-]+)+(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?")
_HOST = re.compile("[a-z0-9-]+([.][a-z0-9-]+)+")


def load_settings(path: Path) -> tuple[Settings, Mapping[str, Any]]:
    """The settings in a configuration file, and the whole configuration; `SettingsError` says what cannot be used."""
    try:
        configuration = yaml.load(path.read_text(encoding="utf-8"), Loader=_Lenient)  # noqa: S506 - a safe loader
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise SettingsError(f"{path}: {error}") from None
    if not isinstance(configuration, dict):
        raise SettingsError(f"{path}: no settings")
    return make_settings(plugin_options(configuration), configuration), configuration


def make_settings(options: Mapping[str, Any], site: Mapping[str, Any]) -> Settings:
    """The settings of our plugin's options and of the site's own `site_name`, `site_url` and `repo_url`."""
    if unknown := sorted(str(name) for name in options if name not in OPTIONS):
        raise SettingsError(f"{unknown[0]}: no such setting; there are {', '.join(sorted(OPTIONS))}")
    defaults = Settings()
    settings = Settings(
        site_name=_text("site_name", site.get("site_name")) or defaults.site_name,
        site_url=f"{_address('site_url', options, site).rstrip('/') or defaults.site_url.rstrip('/')}/",
        repo_url=_address("repo_url", options, site),
        security_contact=_contact("security_contact", options),
        desk_contact=_contact("desk_contact", options),
        feedback_form=_form("feedback_form", options),
        languages=_languages(options.get("languages") or defaults.languages),
        time_zone=_zone(_text("time_zone", options.get("time_zone")) or defaults.time_zone.key),
        identity_host=_text("identity_host", options.get("identity_host")),
        hours_style=_styles(options.get("hours_style") or {}),
        video_hosts=_hosts(options.get("video_hosts") or defaults.video_hosts),
        data_licence=_text("data_licence", options.get("data_licence")) or defaults.data_licence,
        text_licence=_text("text_licence", options.get("text_licence")) or defaults.text_licence,
        image_avif=_choice("image_avif", options.get("image_avif")),
        social_weeks=_weeks("social_weeks", options.get("social_weeks")),
        count_links=_choice("count_links", options.get("count_links")),
    )
    if not _HOST.fullmatch(settings.identity_host):
        raise SettingsError("identity_host: state a host once, for good: it is in every guid and UID")
    return settings


def _text(name: str, typed: Any) -> str:
    if typed is not None and not isinstance(typed, str):
        raise SettingsError(f"{name}: {typed}; a text in quotes")
    return typed or ""


def _choice(name: str, typed: Any) -> bool:
    if typed is not None and not isinstance(typed, bool):
        raise SettingsError(f"{name}: {typed}; true or false")
    return bool(typed)


def _weeks(name: str, typed: Any) -> int:
    if typed is not None and (isinstance(typed, bool) or not isinstance(typed, int) or not 0 <= typed <= MOST_WEEKS):
        raise SettingsError(f"{name}: {typed}; a number of weeks, at most {MOST_WEEKS}")
    return typed or 0


def _address(name: str, options: Mapping[str, Any], site: Mapping[str, Any]) -> str:
    """An address of the plugin's options or the site's; empty where neither gives one."""
    address = _text(name, options.get(name) or site.get(name))
    if address and not _ADDRESS.fullmatch(address):
        raise SettingsError(f"{name}: {address}; such as https://affiche.example/")
    return address


def _contact(name: str, options: Mapping[str, Any]) -> str:
    typed = _text(name, options.get(name))
    if typed and not _CONTACT.fullmatch(typed):
        raise SettingsError(f"{name}: {typed}; an e-mail address, or one that begins with https://")
    return typed


def _form(name: str, options: Mapping[str, Any]) -> str:
    """Where a form sends what is written in it: its host becomes part of the page's policy."""
    typed = _text(name, options.get(name))
    if typed and not _FORM.fullmatch(typed):
        raise SettingsError(f"{name}: {typed}; such as https://forms.example/f/agenda")
    return typed


def _languages(typed: Any) -> tuple[str, ...]:
    languages = tuple(map(str, typed)) if isinstance(typed, list | tuple) else ()
    if not languages or len({*languages}) < len(languages) or not {*languages} <= {*catalogue_languages()}:
        raise SettingsError(f"languages: {typed}; there are catalogues for {', '.join(catalogue_languages())}")
    return languages


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise SettingsError(f"time_zone: {name}") from None


def _styles(typed: Any) -> tuple[tuple[str, str], ...]:
    if not isinstance(typed, Mapping):
        raise SettingsError(f"hours_style: {typed}; a style for each language")
    for language, style in typed.items():
        if style not in HOURS_STYLES.get(language, ()):
            raise SettingsError(f"hours_style: {language}: {style}; one of {HOURS_STYLES.get(language, ())}")
    return tuple(sorted(typed.items()))


def _hosts(typed: Any) -> tuple[str, ...]:
    known = Settings().video_hosts
    if not isinstance(typed, list | tuple) or any(host not in known for host in typed):
        raise SettingsError(f"video_hosts: {typed}; a list of {', '.join(known)}")
    return tuple(typed)


@dataclass(frozen=True, slots=True)
class Folders:
    """Where a site's content, data, templates and printed programmes lie."""

    content: Path
    data: Path
    overrides: Path
    programmes: Path


def make_folders(root: Path, options: Mapping[str, Any], overrides: str | None) -> Folders:
    """The folders of our plugin's options and of the theme's own templates, below that of the settings."""
    content, data = options.get("content_dir") or "content", options.get("data_dir") or "data"
    return Folders(root / content, root / data, root / (overrides or "overrides"), root / "programmes")


def is_published(options: Mapping[str, Any]) -> bool:
    """Whether our plugin's options ask for a site to publish; what another reader's tag says is not known here."""
    typed = options.get("publish") or False
    if not isinstance(typed, bool | _Tagged):
        raise SettingsError(f"publish: {typed}; true or false")
    return typed is True


def plugin_options(configuration: Mapping[str, Any]) -> Mapping[str, Any]:
    """The options under `plugins: affiche`, whichever of the two ways YAML lists plugins in."""
    plugins = configuration.get("plugins")
    entries = plugins if isinstance(plugins, list) else [plugins]
    named = [entry for entry in entries if isinstance(entry, dict)]
    options: Any = next((entry[PLUGIN] for entry in named if entry.get(PLUGIN)), {})
    if not isinstance(options, dict):
        raise SettingsError(f"plugins: {PLUGIN}: {options}; settings by name")
    return options


class _Tagged:
    """A value with a tag of another reader's, such as `!ENV`: a setting of ours cannot be one."""

    def __init__(self, tag: str) -> None:
        self._tag = tag

    def __str__(self) -> str:
        return self._tag


class _Lenient(yaml.CSafeLoader):
    """Keeps what other plugins' tags hold apart: only ours matter here."""


_Lenient.add_multi_constructor("", lambda _loader, tag, _node: _Tagged(tag))
