"""What commands share: their options, and the plan that these make."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from affiche.clock import ClockError, read_clock
from affiche.model.settings import SettingsError
from affiche.plan import Plan, load_plan
from affiche.writer.errors import WriteError

REFUSED = 1

config_option = click.option(
    "--config-file", type=click.Path(path_type=Path), default=Path("mkdocs.yml"), show_default=True
)
content_option = click.option("--content", type=click.Path(path_type=Path), help="Beside the settings by default.")


@contextmanager
def refusals() -> Iterator[None]:
    """Inside, a site that cannot be made, or what the disk refuses, ends the command with the reason."""
    try:
        yield
    except (WriteError, SettingsError, OSError) as error:
        click.echo(f"affiche: {error}", err=True)
        sys.exit(REFUSED)


def read_plan(config_file: Path, content: Path | None) -> Plan:
    """The plan of a configuration file; what cannot be used ends the command."""
    try:
        return load_plan(config_file, content, read_clock())
    except (SettingsError, ClockError) as error:
        raise click.UsageError(str(error)) from None
