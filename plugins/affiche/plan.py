"""What to build from, and whether that has been done already: known in a moment, with little of the house awake."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from affiche.model.fingerprint import digest
from affiche.model.settings import Settings, SettingsError
from affiche.sources.inputs import digest_inputs
from affiche.sources.settings import Folders, is_published, load_settings, make_folders, plugin_options
from affiche.writer.site import Written, find_site


@dataclass(frozen=True, slots=True)
class Plan:
    """What to build from, and when: `now` is aware and in UTC; `publish` asks for what may be seen by the world."""

    settings: Settings
    folders: Folders
    now: datetime
    publish: bool = False


def load_plan(config_file: Path, content: Path | None, now: datetime) -> Plan:
    """The plan of a configuration file, with `content` in the place of its own folder; raises `SettingsError`."""
    settings, configuration = load_settings(config_file)
    theme = configuration.get("theme")
    overrides = theme.get("custom_dir") if isinstance(theme, dict) else None
    folders = make_folders(config_file.absolute().parent, plugin_options(configuration), overrides)
    if content:
        folders = replace(folders, content=content.absolute())
    if not folders.content.is_dir():
        raise SettingsError(f"{folders.content}: no such folder")
    if not os.access(folders.content, os.R_OK | os.X_OK):
        raise SettingsError(f"{folders.content}: cannot be opened")
    return Plan(settings, folders, now, is_published(plugin_options(configuration)))


def digest_plan(plan: Plan) -> str:
    """A digest of all that a build reads, but for the clock."""
    return digest([str(plan.settings), str(plan.publish), digest_inputs(plan.folders)])


def find_built(plan: Plan, read: str, out: Path) -> Written | None:
    """What there is in the folder `out`, if building it again of what has been read would change and say nothing."""
    return find_site(out, read, plan.now.timestamp())
