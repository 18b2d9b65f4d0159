"""Options that say how designs are judged: which rules run, which configuration applies, what an existing system may keep."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from archgen.configuring.command_line import CommandLine

SEVERITIES = ("error", "warning", "info")


def takes_rules(parser: ArgumentParser) -> None:
    """Which rules run, and what makes a run fail."""
    named = "by code, prefix, name or family, with commas between; may be given several times"
    parser.add_argument("--select", metavar="RULES", action="append", default=[], help=f"run these rules alone: {named}")
    more = "run these too"
    parser.add_argument("--extend-select", metavar="RULES", action="append", default=[], help=more)
    parser.add_argument("--ignore", metavar="RULES", action="append", default=[], help="leave these out")
    fail = "exit with 1 when there is a finding at least as bad (default: error)"
    parser.add_argument("--fail-on", choices=(*SEVERITIES, "never"), help=fail)


def takes_configuration(parser: ArgumentParser) -> None:
    """Which configuration applies, and what day it is."""
    config = "the configuration to use (default: the nearest archgen.toml or pyproject.toml, going up from each SPEC)"
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--config", metavar="FILE", help=config)
    which.add_argument("--isolated", action="store_true", help="use no configuration and no baseline but those named here")
    today = "the day by which waivers end, as YYYY-MM-DD (default: that of the system)"
    parser.add_argument("--today", metavar="DAY", type=_day, help=today)


def takes_baseline(parser: ArgumentParser) -> None:
    """What an existing system may keep, and what is accepted."""
    which = parser.add_mutually_exclusive_group()
    baseline = "what may stay as it is (default: archgen-baseline.json beside the configuration, if it is there)"
    which.add_argument("--baseline", metavar="FILE", help=baseline)
    which.add_argument("--no-baseline", action="store_true", help="keep nothing: tell what the baseline keeps as well")
    parser.add_argument("--no-waivers", action="store_true", help="waive nothing, and judge no waiver")


def said(options: Namespace) -> "CommandLine":
    """What was given of these options. Here, and nowhere else, the clock is read."""
    from datetime import date

    from archgen.configuring.command_line import CommandLine

    return CommandLine(
        select=getattr(options, "select", ()),
        extend_select=getattr(options, "extend_select", ()),
        ignore=getattr(options, "ignore", ()),
        fail_on=getattr(options, "fail_on", None),
        config=options.config,
        isolated=options.isolated,
        waive=not getattr(options, "no_waivers", False),
        today=options.today or date.today(),
        today_is_given=options.today is not None,
        baseline=options.baseline,
        use_baseline=not getattr(options, "no_baseline", False),
        execute=not getattr(options, "no_exec", False),
    )


def _day(text: str) -> "date":
    from datetime import date

    from archgen.dsl.waiver import dated

    try:
        return date.fromisoformat(dated(text))
    except ValueError as problem:
        raise ArgumentTypeError(f'"{text}": {problem}') from problem
