"""The command line: one file a command. Its docstring is its help, `arguments` says what it takes and `run` what it does."""

import os
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from types import ModuleType

# Nothing may be imported above that `archgen --help` can do without: a start is part of every call.
from archgen import __version__

COULD_NOT_RUN = 2
COLUMNS = 80  # where nobody says how many there are
ABOUT = """Describe a system once, in Python or YAML; lint it, decide, estimate, draw and document it.

    archgen new "Ticket booking"         writes a design to start from
    archgen lint ticket_booking.yaml     checks it
    archgen render ticket_booking.yaml   draws it
"""
CODES = "Exit codes: 0 nothing found, 1 findings, 2 could not run."


class _Help(RawDescriptionHelpFormatter):
    """Help as wide as the terminal. argparse asks at every option how wide that is, by a module that is slow to import."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


def _columns() -> int:
    """As `shutil.get_terminal_size` has it."""
    said = os.environ.get("COLUMNS", "")
    if said.isdecimal() and int(said):
        return int(said)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or COLUMNS  # type: ignore[union-attr]  # else it is caught
    except (AttributeError, ValueError, OSError):
        return COLUMNS


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command. A problem becomes a message and exit code 2; nobody sees a traceback."""
    # The command `list` is a module of this package, and so hides the builtin of that name.
    words = [*(sys.argv[1:] if arguments is None else arguments)]
    _open_streams()
    try:
        code = _run(words)
        sys.stdout.flush()
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return COULD_NOT_RUN
    except BrokenPipeError:
        # Whoever read the output has had enough.
        _swallow_output()
        return 0
    except Exception as problem:
        return _failed(problem)
    return code


def _swallow_output() -> None:
    """What is left to be written must not raise again when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _open_streams() -> None:
    """What is printed is what files would hold, whatever the terminal is set to; a stream that was closed swallows it."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w"))  # noqa: PTH123, SIM115 pathlib is slow to import
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def commands() -> list[str]:
    """The names of all commands: the files of this folder, with hyphens."""
    files = sorted(os.listdir(os.path.dirname(__file__)))  # noqa: PTH120, PTH208 pathlib is slow to import
    return [name.removesuffix(".py").replace("_", "-") for name in files if name.endswith(".py") and name != "__init__.py"]


def _run(words: list[str]) -> int:
    """Parse and run. Of what argparse raises to end, as after --help, only the exit code is kept."""
    try:
        return _parsed_and_run(words)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0


def _parsed_and_run(words: list[str]) -> int:
    parser = ArgumentParser("archgen", description=ABOUT, epilog=CODES, formatter_class=_Help)
    parser.add_argument("--version", action="version", version=f"archgen {__version__}")
    shelf = parser.add_subparsers(title="commands", metavar="COMMAND", prog=parser.prog)
    known = commands()
    named = next((word for word in words if not word.startswith("-")), "")
    if named and named not in known:
        parser.error(_unknown(named, known))
    shown = parser
    for name in [named] if named else known:
        module = import_module(f"archgen.cli.{name.replace('-', '_')}")
        about = (module.__doc__ or "").strip()
        shown = shelf.add_parser(name, help=_summary(about), description=about, formatter_class=_Help)
        _fill(shown, module)
    options, left = parser.parse_known_args(words)
    if left and not _goes_on(options, left):
        shown = shown if named else parser
        shown.error(_unrecognized(left, shown))
    if not named:
        parser.print_help()
        return COULD_NOT_RUN
    return int(options.run(options) or 0)


def _goes_on(options: Namespace, left: list[str]) -> bool:
    """Whether these are designs behind an option, which argparse leaves; the command then has them with the others."""
    specs = getattr(options, "specs", None)
    if specs is None or any(word.startswith("-") and word != "-" for word in left):
        return False
    specs += left
    return True


def _fill(parser: ArgumentParser, module: ModuleType) -> None:
    module.arguments(parser)
    parser.set_defaults(run=module.run)


def _summary(about: str) -> str:
    return about.splitlines()[0].rstrip(".").replace("%", "%%")


def _unrecognized(left: list[str], parser: ArgumentParser) -> str:
    """What of a command line means nothing, with the option that was meant, or where all are told."""
    import re

    from archgen.errors import offer

    option = next((word.partition("=")[0] for word in left if word.startswith("--")), "")
    if not option:
        return f"unrecognized arguments: {' '.join(left)}"
    known, elsewhere = re.findall(r"--[a-z][a-z-]*", parser.format_usage()), f"`{parser.prog} --help` tells all"
    return f'there is no option "{option}"{offer(option, known, elsewhere) or f"; {elsewhere}"}'


def _unknown(name: str, known: list[str]) -> str:
    from archgen.errors import suggestion

    return f'there is no command "{name}"{suggestion(name, known)}'


def _failed(problem: Exception) -> int:
    """Say what is wrong; where archgen itself is at fault, how to see more."""
    from archgen.cli.terminal.aside import aside
    from archgen.errors import ArchgenError, ConfigurationError

    if isinstance(problem, ConfigurationError):
        from archgen.pipeline.all_sections import with_other_sections

        problem = with_other_sections(problem)
    if isinstance(problem, ArchgenError):
        aside(problem)
        return COULD_NOT_RUN
    if isinstance(problem, OSError) and problem.strerror:
        if not problem.filename:
            _swallow_output()
        aside(f"{problem.filename or 'the output'} cannot be used: {problem.strerror}")
        return COULD_NOT_RUN
    if os.environ.get("ARCHGEN_TRACEBACK"):
        import traceback

        traceback.print_exception(problem)
    aside(f"this is a fault of archgen: {type(problem).__name__}: {problem}")
    aside("please report it, with what it prints when ARCHGEN_TRACEBACK=1 is set")
    return COULD_NOT_RUN
