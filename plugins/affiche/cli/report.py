"""`affiche report`: lists for maintainers, and the indicators of a year."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, NamedTuple

import click

from affiche.build import Prepared, prepare_site
from affiche.cli.languages import LANGUAGES
from affiche.cli.options import REFUSED, config_option, content_option, read_plan
from affiche.desk.indicators import NAME, render_indicators
from affiche.desk.list_formats import LIST_FORMATS, render_list
from affiche.desk.lists import LISTS
from affiche.locales import DESK, load_words
from affiche.model.interval import Interval
from affiche.upkeep import NotFrozen, basis_of, freeze_year


@click.command
@click.argument("name", metavar="LIST", type=click.Choice([*LISTS, NAME]))
@config_option
@content_option
@click.option("--language", type=click.Choice(LANGUAGES), help="The first of the site's by default.")
@click.option("--format", "style", type=click.Choice(LIST_FORMATS), default="text", show_default=True)
@click.option("--year", type=click.IntRange(1900, 2199), help="Of the indicators; the present one by default.")
@click.option("--season", "is_season", is_flag=True, help="The season that begins in September of that year.")
@click.option("--freeze", "is_frozen", is_flag=True, help="Keep the figures of a year that is over, for good.")
def report_command(name: str, config_file: Path, content: Path | None, language: str | None, **options: Any) -> None:
    """List what waits for somebody (completeness, translations, freshness, clashes, duplicates), or the indicators."""
    style, asked = options.pop("style"), Asked(**options)
    if name != NAME and asked != Asked():
        raise click.UsageError(f"--year, --season and --freeze are for {NAME}")
    if asked.is_frozen and asked.is_season:
        raise click.UsageError("a season is not frozen: years are")
    plan = read_plan(config_file, content)
    prepared, own = prepare_site(plan), language or plan.settings.languages[0]
    if name != NAME:
        click.echo(render_list(name, basis_of(prepared), own, style), nl=False)
    elif asked.is_frozen:
        _freeze(prepared, asked.of(prepared).first.year, own)
    else:
        click.echo(render_indicators(prepared.site, asked.of(prepared), own, style), nl=False)


class Asked(NamedTuple):
    """Which indicators are asked for, and whether to keep them."""

    year: int | None = None
    is_season: bool = False
    is_frozen: bool = False

    def of(self, prepared: Prepared) -> Interval:
        """The year or the season; the present year where none is named."""
        year = self.year or prepared.site.calendar.today.year
        return Interval.season(year) if self.is_season else Interval.year(year)


def _freeze(prepared: Prepared, year: int, language: str) -> None:
    words = load_words(language, DESK)
    try:
        click.echo(words("freeze.written", path=freeze_year(prepared, year)))
    except NotFrozen as error:
        click.echo(words(error.key, year=year), err=True)
        sys.exit(REFUSED)
