"""The making of a site, for `affiche build` where none is found that would be the same."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from affiche.build import Prepared, own_editorial, prepare_site, publish_site
from affiche.cli.options import REFUSED, refusals
from affiche.desk.own_language import own_languages, told_languages
from affiche.desk.report import render_report
from affiche.plan import Plan
from affiche.writer.site import Written


def make_site(plan: Plan, read: str, out: Path, *, strict: bool) -> Written:
    """What is written of a plan with the digest `read`; what refuses it ends the command."""
    with refusals():
        prepared = prepare_site(plan, read)
    _tell(prepared)
    if refusal := prepared.refusal(strict=strict):
        click.echo(f"affiche: {refusal}", err=True)
        sys.exit(REFUSED)
    with refusals():
        return publish_site(prepared, out, own_editorial(plan))


def _tell(prepared: Prepared) -> None:
    """Names the files left out, on standard error."""
    errors = [problem for problem in prepared.problems if problem.is_error]
    languages = told_languages(prepared.site.languages)
    own = own_languages(prepared.content.records)
    click.echo(render_report(errors, format="text", languages=languages, own=own), nl=False, err=True)
    for remark in filter(None, (*prepared.former, prepared.remark)):
        click.echo(f"affiche: {remark}", err=True)
