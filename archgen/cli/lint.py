"""Check designs against the rules.

Says what was found, because of what, and the smallest change that would clear it.

    archgen lint examples/group_chat.yaml
    archgen lint --format json --fail-on warning examples/group_chat.py
"""

import sys
from argparse import ArgumentParser, Namespace

from archgen.cli.terminal.options import takes_no_exec, takes_open

SEVERITIES = ("error", "warning", "info")
COLOURS = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "info": "\x1b[1;34m"}


def arguments(parser: ArgumentParser) -> None:
    """Take designs, the form of the report, and what counts as a failure."""
    parser.add_argument("specs", metavar="SPEC", nargs="+", help="the file of a design: .py, .yaml or .json")
    parser.add_argument("--format", default="text", metavar="FORMAT", help="form of the report: text or json (default: text)")
    fail = "exit with 1 when there is a finding at least as bad (default: error)"
    parser.add_argument("--fail-on", choices=(*SEVERITIES, "never"), default="error", help=fail)
    takes_open(parser)
    takes_no_exec(parser)


def run(options: Namespace) -> int:
    """Lint, print the report, and tell by the exit code what came of it."""
    from archgen.cli.terminal.progress import progress
    from archgen.loading.library import reporter
    from archgen.pipeline.judging import lint
    from archgen.pipeline.reading import read_all

    write = reporter(options.format).write
    reports = []
    with progress() as step:
        for design in read_all(options.specs, execute=not options.no_exec, open=options.open):
            step(f"checking {design.name}")
            reports.append(lint(design))
    text = write(reports)
    sys.stdout.write(_coloured(text) if options.format == "text" and sys.stdout.isatty() else text)
    if any(report.crashes for report in reports):
        return 2
    failing = SEVERITIES[: SEVERITIES.index(options.fail_on) + 1] if options.fail_on != "never" else ()
    return int(any(finding.severity in failing for report in reports for finding in report.findings))


def _coloured(text: str) -> str:
    """The text report with its severities in colour, for a terminal that wants them."""
    import os
    import re

    if os.environ.get("NO_COLOR"):
        return text
    pattern = re.compile(r"^(\S+ )(error|warning|info)( [A-Z]{2}\d+)", re.MULTILINE)
    return pattern.sub(lambda match: f"{match[1]}{COLOURS[match[2]]}{match[2]}\x1b[0m{match[3]}", text)
