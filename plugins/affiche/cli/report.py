"""`affiche report`: lists for maintainers."""

from __future__ import annotations

from pathlib import Path

import click

from affiche.build import prepare_site
from affiche.cli.languages import LANGUAGES
from affiche.cli.options import config_option, content_option, read_plan
from affiche.desk.list_formats import LIST_FORMATS, render_list
from affiche.desk.lists import LISTS
from affiche.upkeep import basis_of


@click.command
@click.argument("name", metavar="LIST", type=click.Choice([*LISTS]))
@config_option
@content_option
@click.option("--language", type=click.Choice(LANGUAGES), help="The first of the site's by default.")
@click.option("--format", "style", type=click.Choice(LIST_FORMATS), default="text", show_default=True)
def report_command(name: str, config_file: Path, content: Path | None, language: str | None, style: str) -> None:
    """List what waits for somebody: completeness, translations, freshness, clashes or duplicates."""
    plan = read_plan(config_file, content)
    basis = basis_of(prepare_site(plan))
    click.echo(render_list(name, basis, language or plan.settings.languages[0], style), nl=False)
