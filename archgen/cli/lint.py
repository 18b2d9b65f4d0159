"""Check designs against the rules.

Says what was found, because of what, and the smallest change that would clear it. `-` reads a design that is piped in; with
--fix, that is printed as it is then, and the report goes to standard error.

Without SPEC, the designs of the current folder are taken: architecture.{py,yaml}, *.arch.{py,yaml}, examples/*.py.

    archgen lint examples/group_chat.yaml
    archgen lint --format json --fail-on warning examples/group_chat.py
    archgen lint --output sarif=archgen.sarif --output junit=archgen.xml examples/group_chat.yaml
    archgen lint --select RT,caching --ignore RT012 --show-config examples/group_chat.yaml
"""

import sys
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from archgen.cli.terminal.aside import aside
from archgen.cli.terminal.fixes import show_fixes, takes_fixes, tell_fixable, tell_fixes, wants_fixes, write_fixes
from archgen.cli.terminal.given import names, piped, with_folders
from archgen.cli.terminal.judging import said, takes_baseline, takes_configuration, takes_rules
from archgen.cli.terminal.options import takes_no_exec, takes_open, takes_specs
from archgen.cli.terminal.reports import deliver, for_people, near, report_forms, takes_reports, tell_unread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archgen.cli.terminal.reports import Form
    from archgen.errors import Fault
    from archgen.loading.drafts import Drafts
    from archgen.pipeline.reading import Read


def arguments(parser: ArgumentParser) -> None:
    """Take designs, the form of the report, and how designs are judged."""
    takes_specs(parser)
    takes_reports(parser)
    takes_rules(parser)
    takes_configuration(parser)
    takes_baseline(parser)
    takes_fixes(parser)
    show = "print every setting with where it comes from, and check nothing"
    parser.add_argument("--show-config", action="store_true", help=show)
    takes_open(parser)
    takes_no_exec(parser)


def run(options: Namespace) -> int:
    """Lint, print the report, and tell by the exit code what came of it."""
    options.specs = with_folders(options.specs, "lint")
    if options.show_config:
        return _show_config(options)
    forms = report_forms(options)
    return _fix(options, forms) if wants_fixes(options) else _lint(options, forms)


def _lint(options: Namespace, forms: "list[Form]") -> int:
    from archgen.cli.terminal.progress import progress
    from archgen.loading.piped import drafts_of
    from archgen.pipeline.verdict import judge

    taken = piped(options.specs, options.stdin_filename)
    with progress() as step:
        designs, faults = _readable(options, drafts_of(taken))
        verdict = judge(designs, said(options), step=step)
    _tell(verdict.notes)
    if designs:
        deliver(verdict.reports, for_people(forms) if faults else forms, options)
    if designs and options.format == "text":
        tell_fixable(designs, verdict, taken)
    if faults:
        tell_unread(faults, forms)
    return verdict.code


def _fix(options: Namespace, forms: "list[Form]") -> int:
    """Lint with all edits made that are wanted and can be; the files are written when all is known, or not at all."""
    from archgen.cli.terminal.progress import progress
    from archgen.pipeline.fixing import fix
    from archgen.pipeline.verdict import judge

    on, taken = said(options), piped(options.specs, options.stdin_filename)
    with progress() as step:
        fixed = fix(
            lambda drafts: _read(options, drafts),
            lambda designs: judge(designs, on),
            piped=taken,
            unsafe=options.unsafe_fixes,
            step=step,
        )
    _tell(fixed.verdict.notes)
    if options.diff:
        return max(show_fixes(fixed), fixed.verdict.code if any(report.crashes for report in fixed.reports) else 0)
    write_fixes(fixed.changes, taken)
    deliver(fixed.reports, forms, options, screen=sys.stderr if taken else None)
    tell_fixes(fixed, on_screen=options.format == "text" and not taken)
    return fixed.verdict.code


def _read(options: Namespace, drafts: "Drafts") -> "list[Read]":
    from archgen.pipeline.reading import read_all

    return read_all(_paths(options), execute=not options.no_exec, open=options.open, drafts=drafts)


def _readable(options: Namespace, drafts: "Drafts") -> "tuple[list[Read], list[Fault]]":
    """The designs that can be read, and what is wrong with the others; all of them, where what is in a system is to be shown."""
    from archgen.pipeline.reading import read_each

    if options.open:
        return _read(options, drafts), []
    return read_each(_paths(options), execute=not options.no_exec, drafts=drafts)


def _paths(options: Namespace) -> list[str]:
    return [near(path) for path in names(options.specs, options.stdin_filename)]


def _tell(notes: "Sequence[str]") -> None:
    for note in notes:
        aside(f"note: {note}")


def _show_config(options: Namespace) -> int:
    """Print the settings, those of designs to which the same applies once."""
    from archgen.pipeline.showing import shown_settings

    for paths, rows in shown_settings(_paths(options), said(options)):
        print(f"# {', '.join(paths)}")
        widths = [max(len(getattr(row, column)) for row in rows) for column in ("name", "value")]
        for row in rows:
            print(f"{row.name:{widths[0]}}  {row.value:{widths[1]}}  {row.origin}")
    return 0
