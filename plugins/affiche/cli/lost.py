"""`affiche lost`: whether so much would vanish from the published site that somebody should look first."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from affiche.build import prepare_site
from affiche.cli.options import REFUSED, config_option, content_option, read_plan
from affiche.desk.message import shown
from affiche.desk.published import is_too_much, newly_lost
from affiche.upkeep import read_published


@click.command
@config_option
@content_option
def lost_command(config_file: Path, content: Path | None) -> None:
    """Fail when more than 20 files, and one in a hundred, have errors that they had not in the published site."""
    plan = read_plan(config_file, content)
    prepared = prepare_site(plan)
    lost = newly_lost(prepared.left_out, read_published(plan.settings))
    for path in lost:
        click.echo(f"affiche: {shown(path)} would be lost", err=True)
    if is_too_much(lost, prepared.content.files):
        click.echo(f"affiche: refused, {len(lost)} of {prepared.content.files} files would be lost at once", err=True)
        sys.exit(REFUSED)
