"""The command line: it translates arguments and exit codes, and decides nothing."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from affiche.build import Plan, Prepared, compare_site, load_plan, prepare_site, problems_in, publish_site, repair_site
from affiche.clock import ClockError, read_clock, read_stopwatch
from affiche.desk.report import FORMATS, render_report
from affiche.desk.schema import collection_schema
from affiche.locales import MESSAGES, catalogue_languages
from affiche.model.collections import COLLECTIONS
from affiche.model.settings import SettingsError
from affiche.outputs.artifact import Artifact
from affiche.outputs.pages.editorial import editorial_artifacts
from affiche.outputs.site import Site
from affiche.problems import refuses
from affiche.sources.base import CommitUnknown
from affiche.sources.editorial import load_editorial_pages
from affiche.writer.errors import WriteError

REFUSED = 1
LANGUAGES = catalogue_languages(MESSAGES)

config_option = click.option(
    "--config-file", type=click.Path(path_type=Path), default=Path("mkdocs.yml"), show_default=True
)
content_option = click.option("--content", type=click.Path(path_type=Path), help="Beside the settings by default.")


@click.group()
@click.version_option(package_name="affiche")
def main() -> None:
    """Affiche: a shared cultural agenda kept as files."""


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@config_option
@content_option
@click.option("--language", type=click.Choice([*LANGUAGES, "all"]), default="all", show_default=True)
@click.option("--format", "style", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--base", metavar="COMMIT", help="Say also what changes in what was published at that commit.")
@click.option("--fix", is_flag=True, help="Mend what has one safe answer in the files, then say what is left.")
@click.option("--strict", is_flag=True, help="Warnings fail too.")
def check(paths: tuple[Path, ...], language: str, style: str, base: str | None, **options: Any) -> None:
    """Find every problem of every content file; PATHS limit what is reported, not what is read."""
    plan = _plan(options["config_file"], options["content"])
    prepared = repair_site(plan) if options["fix"] else prepare_site(plan)
    try:
        found = compare_site(plan, prepared, base) if base else prepared.problems
        problems = problems_in(prepared, found, paths)
    except CommitUnknown as error:
        raise click.UsageError(f"--base {error}: no such commit") from None
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    languages = LANGUAGES if language == "all" else (language,)
    click.echo(render_report(problems, format=style, languages=languages, files=prepared.content.files), nl=False)
    sys.exit(REFUSED if refuses(problems, strict=options["strict"]) else 0)


@main.command()
@config_option
@content_option
@click.option("--out", type=click.Path(path_type=Path), default=Path("site"), show_default=True)
@click.option("--strict", is_flag=True, help="Build nothing while there is an error or a warning.")
@click.option("--publish", is_flag=True, help="Build nothing without the whole git history, which dates come from.")
def build(config_file: Path, content: Path | None, out: Path, *, strict: bool, publish: bool) -> None:
    """Make the whole site without an engine; files with errors are left out and named."""
    started, plan = read_stopwatch(), _plan(config_file, content)
    plan = replace(plan, publish=publish or plan.publish)
    prepared = prepare_site(plan)
    _tell(prepared)
    if refusal := prepared.refusal(strict=strict):
        click.echo(f"affiche: {refusal}", err=True)
        sys.exit(REFUSED)

    def editorial(site: Site) -> Iterable[Artifact]:
        return editorial_artifacts(site, load_editorial_pages(plan.folders.content, plan.settings.languages))

    try:
        written = publish_site(prepared, out, editorial)
    except (WriteError, OSError) as error:
        click.echo(f"affiche: {error}", err=True)
        sys.exit(REFUSED)
    click.echo(written.summary(read_stopwatch() - started))


@main.command()
@click.argument("collection", type=click.Choice([model.collection for model in COLLECTIONS]), required=False)
def schema(collection: str | None) -> None:
    """Print the JSON Schema of a collection's front matter, or of every collection."""
    schemas = {model.collection: collection_schema(model) for model in COLLECTIONS}
    click.echo(json.dumps(schemas[collection] if collection else schemas, ensure_ascii=False, indent=2))


def _plan(config_file: Path, content: Path | None) -> Plan:
    """The plan of a configuration file; what cannot be used ends the command."""
    try:
        return load_plan(config_file, content, read_clock())
    except (SettingsError, ClockError) as error:
        raise click.UsageError(str(error)) from None


def _tell(prepared: Prepared) -> None:
    """Names the files left out, on standard error."""
    errors = [problem for problem in prepared.problems if problem.is_error]
    click.echo(render_report(errors, format="text", languages=LANGUAGES), nl=False, err=True)
    if prepared.remark:
        click.echo(f"affiche: {prepared.remark}", err=True)
