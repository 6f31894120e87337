"""`affiche new`: a new file of content, by questions or by options."""

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
from affiche.desk.known import Known
from affiche.desk.new import Draft, NotFilled, WrongField, ask_draft, draft_of, fill_options
from affiche.desk.questions import Form
from affiche.desk.report import render_report
from affiche.locales import DESK, Words, load_words
from affiche.model.collections import COLLECTIONS
from affiche.plan import Plan
from affiche.problems import refuses
from affiche.sources.new_file import NotWritten, write_new

KINDS = {model.collection.removesuffix("s"): model for model in COLLECTIONS}


class Terminal:
    """The person at the terminal."""

    def ask(self, prompt: str) -> str:
        """The line that is typed; empty for Enter alone."""
        return str(click.prompt(prompt, default="", show_default=False, prompt_suffix=""))

    def say(self, text: str) -> None:
        """Prints a text."""
        click.echo(text)


@click.command
@click.argument("kind", type=click.Choice([*KINDS]))
@config_option
@content_option
@click.option("--language", type=click.Choice(LANGUAGES), help="That of the questions; yours by default.")
@click.option("--set", "fields", multiple=True, metavar="FIELD=VALUE", help='As title.fr="Nuit", or body.fr=TEXT.')
@click.option("--id", "record_id", default="", help="The name of the file; made from the title by default.")
@click.option("--no-questions", is_flag=True, help="Take the options alone.")
def new_command(kind: str, config_file: Path, content: Path | None, language: str | None, **options: Any) -> None:
    """Write the file of a new event, organisation or venue, and check it."""
    plan = read_plan(config_file, content)
    own = language or read_language(LANGUAGES, plan.settings.languages[0])
    words, found = load_words(own, DESK), prepare_site(plan)
    known = Known(found.content.records, found.content.stems)
    form = Form(KINDS[kind], known, own, plan.settings.languages, found.site.calendar.region)
    try:
        draft = _drafted(form, plan, **options)
        file = write_new(plan.folders.content, draft.path, draft.text)
    except WrongField as error:
        raise click.UsageError(f"--set {error}: FIELD=VALUE") from None
    except NotFilled as error:
        raise _refused(*error.sentences) from None
    except (NotWritten, OSError) as error:
        raise _refused(words("new.not-written", path=error)) from None
    except click.Abort:
        raise _refused(words("new.stopped")) from None
    sys.exit(_told(plan, file, draft.path, words))


def _drafted(form: Form, plan: Plan, *, fields: Sequence[str], record_id: str, no_questions: bool) -> Draft:
    """The file that options give, and the answers to what they leave open."""
    bodies, year = fill_options(form, fields), plan.now.year
    return (
        draft_of(form, bodies, record_id, year)
        if no_questions
        else ask_draft(form, bodies, record_id, Terminal(), year)
    )


def _told(plan: Plan, file: Path, path: str, words: Words) -> int:
    """Prints what is wrong with the new file, and what comes next; how the command ends."""
    prepared = prepare_site(plan)
    problems = problems_in(prepared, prepared.problems, [file])
    is_wrong = refuses(problems, strict=False)
    click.echo("\n" + words("new.written", path=path))
    click.echo(render_report(problems, format="text", languages=(words.language,), files=1), nl=False)
    click.echo(words("new.mend" if is_wrong else "new.next", path=path))
    return REFUSED if is_wrong else 0


def _refused(*sentences: str) -> SystemExit:
    click.echo("\n".join(("", *sentences)), err=True)
    return SystemExit(REFUSED)
