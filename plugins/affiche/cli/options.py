"""What commands share: their options, and the plan that these make."""

from __future__ import annotations

from pathlib import Path

import click

from affiche.build import Plan, load_plan
from affiche.clock import ClockError, read_clock
from affiche.desk.own_language import told_languages
from affiche.locales import MESSAGES, catalogue_languages
from affiche.model.settings import SettingsError

REFUSED = 1
LANGUAGES = catalogue_languages(MESSAGES)

config_option = click.option(
    "--config-file", type=click.Path(path_type=Path), default=Path("mkdocs.yml"), show_default=True
)
content_option = click.option("--content", type=click.Path(path_type=Path), help="Beside the settings by default.")
language_option = click.option("--language", type=click.Choice([*LANGUAGES, "all"]), default="all", show_default=True)


def languages_of(choice: str, plan: Plan) -> tuple[str, ...]:
    """The languages that an answer of `language_option` stands for: of all, those of the site first."""
    return told_languages(plan.settings.languages) if choice == "all" else (choice,)


def read_plan(config_file: Path, content: Path | None) -> Plan:
    """The plan of a configuration file; what cannot be used ends the command."""
    try:
        return load_plan(config_file, content, read_clock())
    except (SettingsError, ClockError) as error:
        raise click.UsageError(str(error)) from None
