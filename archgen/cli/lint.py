"""Check designs against the rules.

Says what was found, because of what, and the smallest change that would clear it.

    archgen lint examples/group_chat.yaml
    archgen lint --format json --fail-on warning examples/group_chat.py
    archgen lint --output sarif=archgen.sarif --output junit=archgen.xml examples/group_chat.yaml
    archgen lint --select RT,caching --ignore RT012 --show-config examples/group_chat.yaml
"""

import sys
from argparse import ArgumentParser, Namespace

from archgen.cli.terminal.judging import said, takes_baseline, takes_configuration, takes_rules
from archgen.cli.terminal.options import takes_no_exec, takes_open
from archgen.cli.terminal.reports import deliver, near, report_forms, takes_reports


def arguments(parser: ArgumentParser) -> None:
    """Take designs, the form of the report, and how designs are judged."""
    parser.add_argument("specs", metavar="SPEC", nargs="+", help="the file of a design: .py, .yaml or .json")
    takes_reports(parser)
    takes_rules(parser)
    takes_configuration(parser)
    takes_baseline(parser)
    show = "print every setting with where it comes from, and check nothing"
    parser.add_argument("--show-config", action="store_true", help=show)
    takes_open(parser)
    takes_no_exec(parser)


def run(options: Namespace) -> int:
    """Lint, print the report, and tell by the exit code what came of it."""
    if options.show_config:
        return _show_config(options)
    from archgen.cli.terminal.progress import progress
    from archgen.pipeline.reading import read_all
    from archgen.pipeline.verdict import judge

    forms = report_forms(options)
    with progress() as step:
        designs = read_all(map(near, options.specs), execute=not options.no_exec, open=options.open)
        verdict = judge(designs, said(options), step=step)
    for note in verdict.notes:
        print(f"note: {note}", file=sys.stderr)
    deliver(verdict.reports, forms, options)
    return verdict.code


def _show_config(options: Namespace) -> int:
    """Print the settings, those of designs to which the same applies once."""
    from archgen.pipeline.showing import shown_settings

    for paths, rows in shown_settings(map(near, options.specs), said(options)):
        print(f"# {', '.join(paths)}")
        widths = [max(len(getattr(row, column)) for row in rows) for column in ("name", "value")]
        for row in rows:
            print(f"{row.name:{widths[0]}}  {row.value:{widths[1]}}  {row.origin}")
    return 0
