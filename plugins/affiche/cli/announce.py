"""`affiche announce`: what is to be announced this week, for a workflow to put before a person."""

from __future__ import annotations

from pathlib import Path

import click

from affiche.build import prepare_site
from affiche.cli.options import config_option, content_option, read_plan
from affiche.desk.announce import SCOPE, announcement, material_paths
from affiche.desk.standing_issue import render_issues


@click.command
@config_option
@content_option
@click.option("--materials", default="", help="Where all files of the week can be had at once.")
@click.option("--files", "only_files", is_flag=True, help="Print their paths in the built site instead, one a line.")
def announce_command(config_file: Path, content: Path | None, materials: str, *, only_files: bool) -> None:
    """Print, as JSON, the issue of this week: newsletters, posts, the shared calendar, what is missing."""
    site = prepare_site(read_plan(config_file, content)).site
    if only_files:
        click.echo("\n".join(material_paths(site)))
    else:
        click.echo(render_issues(SCOPE, [announcement(site, materials)]), nl=False)
