"""`affiche links`: which addresses of the content answer, and since when others do not."""

from __future__ import annotations

from pathlib import Path

import click

from affiche.build import prepare_site
from affiche.cli.options import config_option, content_option, read_plan
from affiche.sources.link_state import StateUnreadable
from affiche.upkeep import try_site_links


@click.command
@config_option
@content_option
@click.option(
    "--state",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="What is known of links, read and written.",
)
def links_command(config_file: Path, content: Path | None, state: Path) -> None:
    """Try every link of the content once; failures in a row are counted in the file STATE."""
    plan = read_plan(config_file, content)
    try:
        tried = try_site_links(prepare_site(plan), state)
    except StateUnreadable as error:
        raise click.UsageError(f"--state {error}: not a file of ours") from None
    for url, reason in sorted(tried.items()):
        if reason:
            click.echo(f"{reason}: {url}")
    click.echo(f"affiche: {len(tried)} links tried, {sum(map(bool, tried.values()))} without answer")
