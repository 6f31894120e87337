"""`affiche import-declared`: the feeds that organisations declare, as what their pull requests are made of."""

from __future__ import annotations

from pathlib import Path

import click

from affiche.cli.options import config_option, content_option, read_plan, refusals
from affiche.desk.importing.report import refusal_words
from affiche.importing import NotImported, Request, propose_imports
from affiche.sources.proposal import MOST_FILES
from affiche.upkeep import fetcher_of
from affiche.writer.files import write_files


@click.command
@config_option
@content_option
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, help="The folder to write to, a folder for each."
)
def import_declared_command(config_file: Path, content: Path | None, out: Path) -> None:
    """Import every feed with `auto_import` into the content; a folder for each organisation in --out has its files."""
    plan = read_plan(config_file, content)
    with refusals():
        for found in propose_imports(plan, fetcher_of(plan.settings), MOST_FILES):
            if isinstance(found, NotImported):
                click.echo(f"affiche: {refusal_words(found.key, found.values, plan.settings.languages[0])}", err=True)
            else:
                write_files(out / found.organisation, _texts(found))
                click.echo(f"{found.organisation}: {len(found.files)}")


def _texts(request: Request) -> dict[str, str]:
    """The texts by file name: `title`, `pull-request.md`, the paths of the files, and each of them below `files`."""
    return {
        "title": f"{request.title}\n",
        "pull-request.md": request.text,
        "paths": "".join(f"{path}\n" for path in request.files),
        **{f"files/{path}": text for path, text in request.files.items()},
    }
