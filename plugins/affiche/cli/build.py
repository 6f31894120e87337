"""`affiche build`: the whole site without an engine."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from affiche.build import Prepared, digest_plan, find_built, own_editorial, prepare_site, publish_site
from affiche.cli.options import REFUSED, config_option, content_option, read_plan
from affiche.clock import read_stopwatch
from affiche.desk.own_language import own_languages, told_languages
from affiche.desk.report import render_report
from affiche.writer.errors import WriteError


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
    read = digest_plan(plan)
    if not (strict or plan.publish) and (found := find_built(plan, read, out)):
        click.echo(found.summary(read_stopwatch() - started))
        return
    prepared = prepare_site(plan, read)
    _tell(prepared)
    if refusal := prepared.refusal(strict=strict):
        click.echo(f"affiche: {refusal}", err=True)
        sys.exit(REFUSED)

    try:
        written = publish_site(prepared, out, own_editorial(plan))
    except (WriteError, OSError) as error:
        click.echo(f"affiche: {error}", err=True)
        sys.exit(REFUSED)
    click.echo(written.summary(read_stopwatch() - started))


def _tell(prepared: Prepared) -> None:
    """Names the files left out, on standard error."""
    errors = [problem for problem in prepared.problems if problem.is_error]
    languages = told_languages(prepared.site.languages)
    own = own_languages(prepared.content.records)
    click.echo(render_report(errors, format="text", languages=languages, own=own), nl=False, err=True)
    if prepared.remark:
        click.echo(f"affiche: {prepared.remark}", err=True)
