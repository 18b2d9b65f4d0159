"""Check designs against the rules.

Says what was found, because of what, and the smallest change that would clear it.

    archgen lint examples/group_chat.yaml
    archgen lint --format json --fail-on warning examples/group_chat.py
    archgen lint --output sarif=archgen.sarif --output junit=archgen.xml examples/group_chat.yaml
"""

from argparse import ArgumentParser, Namespace

from archgen.cli.terminal.options import takes_no_exec, takes_open
from archgen.cli.terminal.reports import deliver, report_forms, takes_reports

SEVERITIES = ("error", "warning", "info")


def arguments(parser: ArgumentParser) -> None:
    """Take designs, the form of the report, and what counts as a failure."""
    parser.add_argument("specs", metavar="SPEC", nargs="+", help="the file of a design: .py, .yaml or .json")
    takes_reports(parser)
    fail = "exit with 1 when there is a finding at least as bad (default: error)"
    parser.add_argument("--fail-on", choices=(*SEVERITIES, "never"), default="error", help=fail)
    takes_open(parser)
    takes_no_exec(parser)


def run(options: Namespace) -> int:
    """Lint, print the report, and tell by the exit code what came of it."""
    from archgen.cli.terminal.progress import progress
    from archgen.pipeline.judging import lint
    from archgen.pipeline.reading import read_all

    forms = report_forms(options)
    reports = []
    with progress() as step:
        for design in read_all(options.specs, execute=not options.no_exec, open=options.open):
            step(f"checking {design.name}")
            reports.append(lint(design))
    deliver(reports, forms, options)
    if any(report.crashes for report in reports):
        return 2
    failing = SEVERITIES[: SEVERITIES.index(options.fail_on) + 1] if options.fail_on != "never" else ()
    return int(any(finding.severity in failing for report in reports for finding in report.findings))
