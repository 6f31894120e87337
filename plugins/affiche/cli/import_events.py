"""`affiche import`: the events of a calendar, a page or a table become files of an organisation."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from affiche.build import prepare_site, problems_in
from affiche.cli.languages import LANGUAGES
from affiche.cli.options import REFUSED, config_option, content_option, read_plan
from affiche.clock import read_language
from affiche.desk.importing.outcome import Outcome
from affiche.desk.importing.report import outcome_lines, refusal_words
from affiche.desk.report import render_report
from affiche.importing import FORMATS, NotImported, Source, plan_import, write_import
from affiche.locales import DESK, load_words
from affiche.model.language import is_language
from affiche.model.vocabulary import EVENT_TYPES
from affiche.plan import Plan
from affiche.problems import refuses
from affiche.sources.new_file import NotWritten
from affiche.upkeep import fetcher_of


def _language(_context: click.Context, _option: click.Parameter, typed: str) -> str:
    if typed and not is_language(typed):
        raise click.BadParameter(f"{typed!r}: as fr, nl, en")
    return typed


@click.command
@click.argument("format", type=click.Choice([*FORMATS]))
@click.argument("source")
@click.option("--organisation", required=True, metavar="ID", help="Whose events these are.")
@config_option
@content_option
@click.option(
    "--of-language", "text_language", default="", metavar="CODE", callback=_language,
    help="The language of texts that do not say theirs.",
)  # fmt: skip
@click.option("--type", "event_type", type=click.Choice([*EVENT_TYPES]), help="What all of these events are.")
@click.option("--past", is_flag=True, help="Take those that are over, too.")
@click.option("--dry-run", is_flag=True, help="Say what would be done, and write nothing.")
@click.option("--language", type=click.Choice(LANGUAGES), help="That of the report; yours by default.")
def import_events_command(
    format: str,  # noqa: A002 - the name of the argument
    source: str,
    config_file: Path,
    content: Path | None,
    language: str | None,
    **options: Any,
) -> None:
    """Write a file for each event of SOURCE, an address or a file, and follow it in those that are there."""
    plan = read_plan(config_file, content)
    own = language or read_language(LANGUAGES, plan.settings.languages[0])
    how = {name: options.pop(name) for name in ("past", "dry_run")}
    stated = {name: said or "" for name, said in options.items()}
    try:
        outcome, files = _imported(plan, Source(FORMATS[format], source, **stated), **how)
    except NotImported as error:
        raise _refused(refusal_words(error.key, error.values, own)) from None
    except (NotWritten, OSError) as error:
        raise _refused(load_words(own, DESK)("new.not-written", path=error)) from None

    click.echo("\n".join(outcome_lines(outcome, own)))
    if files:
        prepared = prepare_site(plan)
        problems = problems_in(prepared, prepared.problems, files)
        click.echo(render_report(problems, format="text", languages=(own,), files=len(files)), nl=False)
        sys.exit(REFUSED if refuses(problems, strict=False) else 0)


def _imported(plan: Plan, source: Source, *, past: bool, dry_run: bool) -> tuple[Outcome, Sequence[Path]]:
    """What an import does, and the files that it has written."""
    outcome = plan_import(prepare_site(plan), source, fetcher_of(plan.settings), past=past)
    return outcome, [] if dry_run else write_import(plan.folders.content, outcome)


def _refused(sentence: str) -> SystemExit:
    click.echo(f"affiche: {sentence}", err=True)
    return SystemExit(REFUSED)
