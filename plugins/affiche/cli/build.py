"""`affiche build`: the whole site without an engine."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from affiche.cli.options import config_option, content_option, read_plan, refusals
from affiche.clock import read_stopwatch
from affiche.plan import digest_plan, find_built


@click.command
@config_option
@content_option
@click.option("--out", type=click.Path(path_type=Path), default=Path("site"), show_default=True)
@click.option("--strict", is_flag=True, help="Build nothing while there is an error or a warning.")
@click.option("--publish", is_flag=True, help="Build nothing without the whole git history, which dates come from.")
def build_command(config_file: Path, content: Path | None, out: Path, *, strict: bool, publish: bool) -> None:
    """Make the whole site without an engine; files with errors are left out and named."""
    started, plan = read_stopwatch(), read_plan(config_file, content)
    plan = replace(plan, publish=publish or plan.publish)
    with refusals():
        read = digest_plan(plan)
        found = None if strict or plan.publish else find_built(plan, read, out)
    if found:
        click.echo(found.summary(read_stopwatch() - started))
        return

    from affiche.cli.making import make_site  # noqa: PLC0415 - imports the whole house: longer than all above takes

    click.echo(make_site(plan, read, out, strict=strict).summary(read_stopwatch() - started))
