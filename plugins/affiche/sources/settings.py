"""A site's settings, read from `mkdocs.yml` as every engine does."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import yaml

from affiche.locales import catalogue_languages
from affiche.model.settings import HOURS_STYLES, Settings, SettingsError

PLUGIN = "affiche"


def load_settings(path: Path) -> tuple[Settings, Mapping[str, Any]]:
    """The settings in a configuration file, and the whole configuration; `SettingsError` says what cannot be used."""
    try:
        configuration = yaml.load(path.read_text(encoding="utf-8"), Loader=_Lenient)  # noqa: S506 - a safe loader
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SettingsError(f"{path}: {error}") from None
    if not isinstance(configuration, dict):
        raise SettingsError(f"{path}: no settings")
    return make_settings(_plugin_options(configuration), configuration), configuration


def make_settings(options: Mapping[str, Any], site: Mapping[str, Any]) -> Settings:
    """The settings of our plugin's options and of the site's own `site_name`, `site_url` and `repo_url`."""
    defaults = Settings()
    site_url = str(options.get("site_url") or site.get("site_url") or defaults.site_url)
    settings = Settings(
        site_name=str(site.get("site_name") or defaults.site_name),
        site_url=f"{site_url.rstrip('/')}/",
        repo_url=str(options.get("repo_url") or site.get("repo_url") or ""),
        languages=_languages(options.get("languages") or defaults.languages),
        time_zone=_zone(str(options.get("time_zone") or defaults.time_zone.key)),
        identity_host=str(options.get("identity_host") or ""),
        hours_style=_styles(options.get("hours_style") or {}),
        video_hosts=tuple(options.get("video_hosts") or defaults.video_hosts),
        data_licence=str(options.get("data_licence") or defaults.data_licence),
        text_licence=str(options.get("text_licence") or defaults.text_licence),
    )
    if not settings.identity_host:
        raise SettingsError("identity_host: state it once, for good: it is in every guid and UID")
    return settings


def _languages(typed: Any) -> tuple[str, ...]:
    languages = tuple(map(str, typed)) if isinstance(typed, list | tuple) else ()
    unknown = [language for language in languages if language not in catalogue_languages()]
    if not languages or unknown:
        raise SettingsError(f"languages: {typed}; there are catalogues for {', '.join(catalogue_languages())}")
    return languages


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise SettingsError(f"time_zone: {name}") from None


def _styles(typed: Any) -> tuple[tuple[str, str], ...]:
    styles = dict(typed)
    for language, style in styles.items():
        if style not in HOURS_STYLES.get(language, ()):
            raise SettingsError(f"hours_style: {language}: {style}; one of {HOURS_STYLES.get(language, ())}")
    return tuple(sorted(styles.items()))


def _plugin_options(configuration: Mapping[str, Any]) -> Mapping[str, Any]:
    """The options under `plugins: affiche`, whichever of the two ways YAML lists plugins in."""
    plugins = configuration.get("plugins") or []
    entries = plugins.items() if isinstance(plugins, dict) else _listed(plugins)
    return next((options or {} for name, options in entries if name == PLUGIN), {})


def _listed(plugins: list[Any]) -> list[tuple[str, Any]]:
    return [next(iter(entry.items())) if isinstance(entry, dict) else (entry, None) for entry in plugins]


class _Lenient(yaml.CSafeLoader):
    """Reads what other plugins' tags hold as nothing: only ours matter here."""


_Lenient.add_multi_constructor("", lambda *_tagged: None)
