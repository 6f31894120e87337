"""The command line: it translates arguments and exit codes, and decides nothing; each module here is one command."""

from __future__ import annotations

import click

from affiche.cli.alarm import alarm_command
from affiche.cli.answer import answer_command
from affiche.cli.build import build_command
from affiche.cli.check import check_command
from affiche.cli.issues import issues_command
from affiche.cli.links import links_command
from affiche.cli.lost import lost_command
from affiche.cli.new import new_command
from affiche.cli.proposal import proposal_command
from affiche.cli.read_issue import read_issue_command
from affiche.cli.report import report_command
from affiche.cli.schema import schema_command

#: The commands, each named by its function.
COMMANDS: tuple[click.Command, ...] = (
    alarm_command,
    answer_command,
    build_command,
    check_command,
    issues_command,
    links_command,
    lost_command,
    new_command,
    read_issue_command,
    proposal_command,
    report_command,
    schema_command,
)


@click.group(commands=COMMANDS)
@click.version_option(package_name="affiche")
def main() -> None:
    """Affiche: a shared cultural agenda kept as files."""
