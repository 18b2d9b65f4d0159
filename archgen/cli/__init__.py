"""The command line: one file a command, each imported only when it is called or listed."""

import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import click

from archgen import __version__
from archgen.errors import ArchgenError

COULD_NOT_RUN = 2
FOLDER = Path(__file__).parent


class Commands(click.Group):
    """The commands are the modules of this folder; each binds `command`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, by name."""
        return sorted(path.stem for path in FOLDER.glob("*.py") if path.stem != "__init__")

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Import one command; None where there is none of that name."""
        if name not in self.list_commands(ctx):
            return None
        command: click.Command = import_module(f"archgen.cli.{name}").command
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="archgen")
def archgen() -> None:
    """Describe a system once, in Python or YAML; lint it, decide, estimate, draw and document it.

    \b
    archgen new "Ticket booking"       writes a design to start from
    archgen lint ticket_booking.yaml   checks it
    archgen render ticket_booking.yaml draws it

    Exit codes: 0 nothing found, 1 findings, 2 could not run.
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command. A problem becomes a message and exit code 2; nobody sees a traceback."""
    try:
        result = archgen.main(args=arguments, prog_name="archgen", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as problem:
        problem.show()
        result = COULD_NOT_RUN
    except ArchgenError as problem:
        click.echo(str(problem), err=True)
        result = COULD_NOT_RUN
    except (click.Abort, KeyboardInterrupt):
        click.echo("stopped", err=True)
        result = COULD_NOT_RUN
    except BrokenPipeError:
        # Whoever read the output has had enough: nothing more can be said to them.
        sys.stdout = open("/dev/null", "w") if Path("/dev/null").exists() else sys.stdout  # noqa: SIM115, PTH123
        result = 0
    except Exception as problem:
        result = _bug(problem)
    return result if isinstance(result, int) else 0


def _bug(problem: Exception) -> int:
    """Say that archgen itself failed, and how to see where."""
    import os
    import traceback

    if os.environ.get("ARCHGEN_TRACEBACK"):
        traceback.print_exception(problem)
    click.echo(f"this is a fault of archgen: {type(problem).__name__}: {problem}", err=True)
    click.echo("please report it, with what ARCHGEN_TRACEBACK=1 in the environment prints", err=True)
    return COULD_NOT_RUN
