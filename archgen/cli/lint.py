"""archgen lint: check designs against the rules."""

import sys

import click

from archgen.cli.terminal.options import no_exec_option

SEVERITIES = ("error", "warning", "info")


@click.command(short_help="Check designs against the rules.")
@click.argument("specs", metavar="SPEC...", nargs=-1, required=True, type=click.Path())
@click.option("--format", "form", default="text", show_default=True, metavar="FORMAT", help="Form of the report: text or json.")
@click.option(
    "--fail-on", type=click.Choice([*SEVERITIES, "never"]), default="error", show_default=True,
    help="Exit with 1 when there is a finding at least as bad.",
)  # fmt: skip
@no_exec_option
def command(specs: tuple[str, ...], form: str, fail_on: str, no_exec: bool) -> int:
    """Check designs against the rules, and say what was found, because of what, and what would clear it.

    \b
    archgen lint examples/group_chat.yaml
    archgen lint --format json --fail-on warning examples/group_chat.py
    """
    from archgen.cli.terminal.progress import progress
    from archgen.loading.library import reporter
    from archgen.pipeline.judging import lint
    from archgen.pipeline.reading import read_all

    write = reporter(form).write
    designs = read_all(specs, execute=not no_exec)
    reports = []
    with progress() as step:
        for design in designs:
            step(f"checking {design.name}")
            reports.append(lint(design))
    text = write(reports)
    click.echo(_coloured(text) if form == "text" and sys.stdout.isatty() else text, nl=False)
    if any(report.crashes for report in reports):
        return 2
    failing = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on != "never" else ()
    return int(any(finding.severity in failing for report in reports for finding in report.findings))


def _coloured(text: str) -> str:
    """The text report with its severities in colour, for a terminal."""
    import re

    colours = {"error": "red", "warning": "yellow", "info": "blue"}
    return re.sub(
        r"^(\S+ )(error|warning|info)( [A-Z]{2}\d+)",
        lambda match: match[1] + click.style(match[2], fg=colours[match[2]], bold=True) + match[3],
        text,
        flags=re.MULTILINE,
    )
