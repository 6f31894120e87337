"""`affiche check`: every problem of every content file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from affiche.build import compare_site, prepare_site, problems_in, repair_site
from affiche.cli.languages import language_option, languages_of
from affiche.cli.options import REFUSED, config_option, content_option, read_plan, refusals
from affiche.desk.own_language import own_languages
from affiche.desk.report import FORMATS, render_report
from affiche.problems import refuses
from affiche.sources.base import CommitUnknown


@click.command
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@config_option
@content_option
@language_option
@click.option("--format", "style", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--base", metavar="COMMIT", help="Say also what changes in what was published at that commit.")
@click.option("--fix", is_flag=True, help="Mend what has one safe answer in the files, then say what is left.")
@click.option("--strict", is_flag=True, help="Warnings fail too.")
def check_command(paths: tuple[Path, ...], language: str, style: str, base: str | None, **options: Any) -> None:
    """Find every problem of every content file; PATHS limit what is reported, not what is read."""
    plan = read_plan(options["config_file"], options["content"])
    with refusals():
        prepared = repair_site(plan) if options["fix"] else prepare_site(plan)
    try:
        found = compare_site(plan, prepared, base) if base else prepared.problems
        problems = problems_in(prepared, found, paths)
    except CommitUnknown as error:
        raise click.UsageError(f"--base {error}: no such commit") from None
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    languages, content = languages_of(language, plan), prepared.content
    own = own_languages(content.records)
    click.echo(render_report(problems, format=style, languages=languages, own=own, files=content.files), nl=False)
    sys.exit(REFUSED if refuses(problems, strict=options["strict"]) else 0)
