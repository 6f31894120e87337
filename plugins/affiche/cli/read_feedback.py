"""`affiche read-feedback`: who is to be told of what somebody has to say about a page, and what is to be answered."""

from __future__ import annotations

from pathlib import Path

import click

from affiche.build import prepare_site
from affiche.cli.options import config_option, content_option, read_plan
from affiche.desk.feedback.form import parse_feedback, parse_sent
from affiche.desk.feedback.words import heard, texts_of
from affiche.desk.known import Known
from affiche.sources.event_file import EventUnreadable, load_issue, load_sent
from affiche.writer.files import write_files


@click.command
@click.argument("event", type=click.Path(path_type=Path))
@config_option
@content_option
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The folder for the texts to answer with.")
def read_feedback_command(event: Path, config_file: Path, content: Path | None, out: Path) -> None:
    """Write whom to tell of a message, of GitHub's EVENT file: an issue, or what the form of the site sent."""
    found = prepare_site(read_plan(config_file, content))
    languages = found.site.languages
    try:
        sent = load_sent(event)
        answers = parse_feedback(load_issue(event).body, languages) if sent is None else parse_sent(sent, languages)
    except (EventUnreadable, OSError) as error:
        raise click.UsageError(str(error)) from None
    said = heard(found.site, Known(found.content.records, found.content.stems), answers)
    write_files(out, texts_of(found.site, said, is_sent=sent is not None))
