"""`affiche alarm`: what is wrong with the published site, for a workflow to keep one issue up to date."""

from __future__ import annotations

from pathlib import Path
from typing import IO

import click

from affiche.cli.options import config_option, read_plan
from affiche.desk.alarm import SCOPE, alarm_issues, parse_runs
from affiche.desk.standing_issue import render_issues
from affiche.upkeep import read_published


@click.command
@config_option
@click.option("--runs", type=click.File(encoding="utf-8"), required=True, help="What `tools/runs.py` prints.")
def alarm_command(config_file: Path, runs: IO[str]) -> None:
    """Print, as JSON, the issue about a nightly job that failed or a published site that is old; or none."""
    plan = read_plan(config_file, None)
    try:
        known = parse_runs(runs.read())
    except ValueError:
        raise click.UsageError("--runs: not what `tools/runs.py` prints") from None
    published = read_published(plan.settings)
    today = plan.now.astimezone(plan.settings.time_zone).date()
    click.echo(render_issues(SCOPE, alarm_issues(known, published, today, plan.settings.languages)), nl=False)
