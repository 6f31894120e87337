"""The command line: it translates arguments and exit codes, and decides nothing; each module here is one command."""

from __future__ import annotations

from importlib import import_module

import click

from affiche.processes import spare_collector

#: The commands: `read-issue` is `read_issue_command` in the module `read_issue`.
COMMANDS = (
    "accounts",
    "alarm",
    "announce",
    "answer",
    "build",
    "check",
    "import",
    "import-declared",
    "issues",
    "links",
    "lost",
    "new",
    "proposal",
    "read-feedback",
    "read-issue",
    "report",
    "schema",
)

#: The modules of commands whose names are none for a module.
MODULES = {"import": "import_events"}


class LazyGroup(click.Group):
    """A group that imports a command when somebody asks for it: what the others need takes longer than many of them."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return [*COMMANDS]

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name; None for a name that none has."""
        if cmd_name not in COMMANDS:
            return None
        name = MODULES.get(cmd_name, cmd_name.replace("-", "_"))
        command: click.Command = getattr(import_module(f"affiche.cli.{name}"), f"{name}_command")
        return command


@click.group(cls=LazyGroup)
@click.version_option(package_name="affiche")
def main() -> None:
    """Affiche: a shared cultural agenda kept as files."""
    spare_collector()
