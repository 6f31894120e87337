"""`affiche accounts`: who answers for organisations, for a workflow to ask whether they are still there."""

from __future__ import annotations

from pathlib import Path

import click

from affiche.build import prepare_site
from affiche.cli.options import config_option, content_option, read_plan
from affiche.desk.upkeep import accounts_of


@click.command
@config_option
@content_option
def accounts_command(config_file: Path, content: Path | None) -> None:
    """Print the accounts of all maintainers, one a line."""
    for account in accounts_of(prepare_site(read_plan(config_file, content)).site.calendar):
        click.echo(account)
