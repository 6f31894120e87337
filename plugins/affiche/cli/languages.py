"""In which languages a command answers."""

from __future__ import annotations

import click

from affiche.desk.own_language import told_languages
from affiche.locales import MESSAGES, catalogue_languages
from affiche.plan import Plan

LANGUAGES = catalogue_languages(MESSAGES)

language_option = click.option("--language", type=click.Choice([*LANGUAGES, "all"]), default="all", show_default=True)


def languages_of(choice: str, plan: Plan) -> tuple[str, ...]:
    """The languages that an answer of `language_option` stands for: of all, those of the site first."""
    return told_languages(plan.settings.languages) if choice == "all" else (choice,)
