"""`affiche read-issue`: an issue made with the form becomes a file, and what is to be answered."""

from __future__ import annotations

from pathlib import Path

import click

from affiche.build import prepare_site, problems_in
from affiche.cli.options import config_option, content_option, read_plan
from affiche.desk.issue.proposal import propose
from affiche.desk.issue.words import Checked, texts_of
from affiche.desk.known import Known
from affiche.sources.event_file import EventUnreadable, load_issue
from affiche.sources.new_file import NotWritten, write_new
from affiche.writer.files import write_files


@click.command
@click.argument("event", type=click.Path(path_type=Path))
@config_option
@content_option
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The folder for the texts to answer with.")
def read_issue_command(event: Path, config_file: Path, content: Path | None, out: Path) -> None:
    """Write the file that an issue asks for, of GitHub's EVENT file; a text `path` in --out says that there is one."""
    plan = read_plan(config_file, content)
    found = prepare_site(plan)
    known, languages = Known(found.content.records, found.content.stems), plan.settings.languages
    policy = {code: found.site.absolute(found.site.routes.page(code, "policy")) for code in languages}
    try:
        issue = load_issue(event)
        proposal = propose(issue.number, issue.body, known, languages, plan.now.year)
        checked = Checked(proposal, policy=policy)
        if proposal.draft:
            file = write_new(plan.folders.content, proposal.draft.path, proposal.draft.text)
            prepared = prepare_site(plan)
            checked = Checked(proposal, problems_in(prepared, prepared.problems, [file]), prepared.site, policy)
    except (EventUnreadable, NotWritten, OSError) as error:
        raise click.UsageError(str(error)) from None
    write_files(out, texts_of(checked, languages))
