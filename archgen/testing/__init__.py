"""Designs in tests: assert that one is clean, or that a rule finds what it should.

    from archgen.testing import assert_clean

    def test_the_shop_is_sound() -> None:
        assert_clean("designs/shop.yaml")

What a configuration says applies, as it does for `archgen lint`: the one that is nearest to the design's file, be it a file of a
design or one that makes a design. `archgen.testing.pytest_plugin` makes every design of a project a test without a line of code.
"""

# Nothing of archgen may be imported above that a pytest run can do without: the plugin is a part of every run.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from os import PathLike
    from typing import Literal

    from archgen.dsl.design import Design
    from archgen.model.report import Finding

    Threshold = Literal["error", "warning", "info", "never"]

__all__ = ["assert_clean", "assert_finds", "findings"]


def assert_clean(
    design: "Design | str | PathLike[str]",
    *,
    select: "str | Sequence[str]" = (),
    ignore: "str | Sequence[str]" = (),
    fail_on: "Threshold | None" = "warning",
    config: "str | PathLike[str] | None" = None,
    today: "date | None" = None,
) -> None:
    """Assert that a design has no finding as bad as `fail_on`, or worse; the message is the report that `archgen lint` prints.

    `design` is a design or the path of its file. `select` and `ignore` name rules as on the command line: codes, prefixes, names
    or families. With None for `fail_on`, the configuration says what fails. `config` is the file of another configuration than
    the nearest. `today` is the day by which waivers end; without one they hold. A rule that crashes fails as well.

    Raises AssertionError for what is found, and ArchgenError where the design or the configuration cannot be read.
    """
    __tracebackhide__ = True
    from archgen.testing.judging import command_line, judged, text_of

    verdict = judged(design, command_line(select, ignore, fail_on, config, today))
    if verdict.code:
        raise AssertionError(text_of(verdict))


def assert_finds(
    design: "Design | str | PathLike[str]",
    rule: str,
    *,
    on: str | None = None,
    config: "str | PathLike[str] | None" = None,
    today: "date | None" = None,
) -> "Sequence[Finding]":
    """Assert that a rule, by its code or name, finds something in a design, and give what it finds.

    `on` is the id of the part that it has to find at fault; any will do without it. A finding that is waived, or that a baseline
    keeps, is none. The other arguments are those of `assert_clean`.
    """
    __tracebackhide__ = True
    from archgen.testing.judging import missed, of_rule

    found, report = of_rule(design, rule, on, config, today)
    if not found:
        raise AssertionError(missed(report, rule, on))
    return found


def findings(
    design: "Design | str | PathLike[str]",
    *,
    select: "str | Sequence[str]" = (),
    ignore: "str | Sequence[str]" = (),
    config: "str | PathLike[str] | None" = None,
    today: "date | None" = None,
) -> "Sequence[Finding]":
    """What the rules find in a design, the worst first. The arguments are those of `assert_clean`.

    Raises AssertionError where a rule crashes: then it is not known what it would have found.
    """
    __tracebackhide__ = True
    from archgen.testing.judging import command_line, judged, text_of

    verdict = judged(design, command_line(select, ignore, "never", config, today))
    if verdict.code:
        raise AssertionError(text_of(verdict))
    return verdict.reports[0].findings
