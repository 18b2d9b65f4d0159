"""Fixes on the command line: which are wanted, what came of them, and the files that they change."""

import sys
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from archgen.cli.terminal.given import PIPE, print_bytes
from archgen.cli.terminal.patches import show_patches

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archgen.loading.piped import Piped
    from archgen.pipeline.fixing import Change, Fixed, Judged
    from archgen.pipeline.reading import Read

PIPES = ("/dev/stdin", "/dev/fd/0", "/proc/self/fd/0")


def takes_fixes(parser: ArgumentParser) -> None:
    """Whether findings are to be cleared by their edits."""
    parser.add_argument("--fix", action="store_true", help="clear what one edit clears without a guess, in the file itself")
    parser.add_argument(
        "--diff", action="store_true", help="show what --fix would change, write nothing, exit with 1 if it would"
    )
    unsafe = "with --fix or --diff: also make edits that may change what the design means"
    parser.add_argument("--unsafe-fixes", action="store_true", help=unsafe)


def wants_fixes(options: Namespace) -> bool:
    """Whether anything is to be fixed, or shown as if. Raises UsageError for what cannot be."""
    from archgen.errors import UsageError

    wanted = bool(options.fix or options.diff)
    if options.unsafe_fixes and not wanted:
        raise UsageError("--unsafe-fixes goes with --fix, or with --diff to see what it would change")
    pipe = next((spec for spec in options.specs if spec in PIPES), None)
    if wanted and pipe:
        raise UsageError(f"{pipe} has no file that could be fixed; give the file of the design in its place, or {PIPE}")
    if wanted and PIPE in options.specs and len(options.specs) > 1:
        raise UsageError(f"{PIPE} stands alone, since what is piped in is printed; fix files by a call of their own")
    return wanted


def write_fixes(changes: "Sequence[Change]", piped: "Piped | None") -> None:
    """Write the files that fixes change, all or none; print what is piped in, changed or not. Raises UsageError."""
    from archgen.cli.terminal.saving import save_all

    if piped:
        print_bytes(changes[0].after if changes else piped.data)
    else:
        save_all({change.path: change.after for change in changes})


def show_fixes(fixed: "Fixed[Any]") -> int:
    """Print what fixes would change, and what they would come to; 1 where they change something."""
    show_patches(fixed.changes)
    print(_counted(fixed, "would be fixed"), file=sys.stderr)
    return int(bool(fixed.changes))


def tell_fixes(fixed: "Fixed[Any]", *, on_screen: bool) -> None:
    """Say how much was fixed; beside a report that programs read, where they do not look."""
    print(_counted(fixed, "fixed"), file=sys.stdout if on_screen else sys.stderr)


def tell_fixable(designs: "Sequence[Read]", verdict: "Judged", piped: "Piped | None") -> None:
    """Say how much --fix could do, where that is anything."""
    if not any(finding.edits for report in verdict.reports for finding in report.findings):
        return
    from archgen.pipeline.fixing import fixable

    safe, unsafe = fixable(designs, verdict, piped)
    if safe:
        print(f"{safe} can be fixed by --fix{f', {unsafe} more with --unsafe-fixes' if unsafe else ''}")
    elif unsafe:
        print(f"{unsafe} can be fixed by --fix --unsafe-fixes")


def _counted(fixed: "Fixed[Any]", done: str) -> str:
    left = sum(len(report.findings) for report in fixed.reports)
    more = f"; {fixed.unsafe} more with --unsafe-fixes" if fixed.unsafe else ""
    return f"{fixed.made} {done}, {left} left{more}"
