"""Check designs against the rules.

Says what was found, because of what, and the smallest change that would clear it.

    archgen lint examples/group_chat.yaml
    archgen lint --format json --fail-on warning examples/group_chat.py
    archgen lint --output sarif=archgen.sarif --output junit=archgen.xml examples/group_chat.yaml
    archgen lint --select RT,caching --ignore RT012 --show-config examples/group_chat.yaml
"""

import sys
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from archgen.cli.terminal.fixes import show_fixes, takes_fixes, tell_fixable, tell_fixes, wants_fixes, write_fixes
from archgen.cli.terminal.judging import said, takes_baseline, takes_configuration, takes_rules
from archgen.cli.terminal.options import takes_no_exec, takes_open
from archgen.cli.terminal.reports import deliver, near, report_forms, takes_reports

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archgen.cli.terminal.reports import Form
    from archgen.loading.drafts import Drafts
    from archgen.pipeline.reading import Read


def arguments(parser: ArgumentParser) -> None:
    """Take designs, the form of the report, and how designs are judged."""
    parser.add_argument("specs", metavar="SPEC", nargs="+", help="the file of a design: .py, .yaml or .json")
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
    if options.show_config:
        return _show_config(options)
    forms = report_forms(options)
    return _fix(options, forms) if wants_fixes(options) else _lint(options, forms)


def _lint(options: Namespace, forms: "list[Form]") -> int:
    from archgen.cli.terminal.progress import progress
    from archgen.pipeline.verdict import judge

    with progress() as step:
        designs = _read(options, {})
        verdict = judge(designs, said(options), step=step)
    _tell(verdict.notes)
    deliver(verdict.reports, forms, options)
    if options.format == "text":
        tell_fixable(designs, verdict)
    return verdict.code


def _fix(options: Namespace, forms: "list[Form]") -> int:
    """Lint with all edits made that are wanted and can be; the files are written when all is known, or not at all."""
    from archgen.cli.terminal.progress import progress
    from archgen.pipeline.fixing import fix
    from archgen.pipeline.verdict import judge

    on = said(options)
    with progress() as step:
        fixed = fix(
            lambda drafts: _read(options, drafts), lambda designs: judge(designs, on), unsafe=options.unsafe_fixes, step=step
        )
    _tell(fixed.verdict.notes)
    if options.diff:
        return max(show_fixes(fixed), fixed.verdict.code if any(report.crashes for report in fixed.reports) else 0)
    write_fixes(fixed.changes)
    deliver(fixed.reports, forms, options)
    tell_fixes(fixed, on_screen=options.format == "text")
    return fixed.verdict.code


def _read(options: Namespace, drafts: "Drafts") -> "list[Read]":
    from archgen.pipeline.reading import read_all

    return read_all(map(near, options.specs), execute=not options.no_exec, open=options.open, drafts=drafts)


def _tell(notes: "Sequence[str]") -> None:
    for note in notes:
        print(f"note: {note}", file=sys.stderr)


def _show_config(options: Namespace) -> int:
    """Print the settings, those of designs to which the same applies once."""
    from archgen.pipeline.showing import shown_settings

    for paths, rows in shown_settings(map(near, options.specs), said(options)):
        print(f"# {', '.join(paths)}")
        widths = [max(len(getattr(row, column)) for row in rows) for column in ("name", "value")]
        for row in rows:
            print(f"{row.name:{widths[0]}}  {row.value:{widths[1]}}  {row.origin}")
    return 0
