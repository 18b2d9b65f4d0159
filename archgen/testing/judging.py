"""Designs of tests, judged as the command line judges them."""

import os
from collections.abc import Iterator, Sequence
from datetime import date

from archgen.configuring.command_line import CommandLine
from archgen.dsl.design import Design
from archgen.loading import library
from archgen.model.link import link
from archgen.model.report import Finding, Report
from archgen.pipeline.reading import Read, read
from archgen.pipeline.settling import Settling, known_rules
from archgen.pipeline.verdict import Verdict, judge
from archgen.testing.made_here import spec_of

Source = Design | str | os.PathLike[str]
Names = str | Sequence[str]
# Its rules speak last, when all others have run.
ENGINE = "engine"


def command_line(
    select: Names, ignore: Names, fail_on: str | None, config: str | os.PathLike[str] | None, today: date | None
) -> CommandLine:
    """What a test says of how its design is judged."""
    return CommandLine(
        select=_several(select),
        ignore=_several(ignore),
        fail_on=fail_on,
        config=os.fspath(config) if config is not None else None,
        today=today,
    )


def judged(design: Source, said: CommandLine) -> Verdict:
    """The verdict on a design. Raises ArchgenError where it, or a configuration, cannot be read."""
    return judge([_read(design)], said)


def text_of(verdict: Verdict) -> str:
    """The report that people read."""
    return library.reporter("text").write(verdict.reports)


def of_rule(
    design: Source, rule: str, on: str | None, config: str | os.PathLike[str] | None, today: date | None
) -> tuple[Sequence[Finding], Report]:
    """What one rule finds, on a part or on any, and the whole report. Raises UnknownNameError for what is no rule."""
    source = _read(design)
    settling = Settling(command_line((), (), "never", config, today))
    entry = known_rules(settling.configuration(source.spec.path)).get(rule)
    selected = () if entry.family == ENGINE else entry.code
    verdict = judge([source], command_line(selected, (), "never", config, today))
    if verdict.code:
        raise AssertionError(text_of(verdict))
    report = verdict.reports[0]
    return [one for one in report.findings if one.code == entry.code and on in (None, *one.subjects)], report


def missed(report: Report, rule: str, on: str | None) -> str:
    """That a rule did not find what it should, and what it did instead."""
    where = f' on "{on}"' if on else ""
    return "\n".join([f"{rule} finds nothing{where} in {report.design}", *(f"  {line}" for line in _instead(report, rule))])


def _instead(report: Report, rule: str) -> Iterator[str]:
    asked = rule.lower().replace("_", "-")
    for waived in report.waived:
        if asked in (waived.finding.code.lower(), waived.finding.name):
            yield f"it is waived on {', '.join(waived.finding.subjects)}: {waived.reason}"
    for kept in report.baselined:
        if asked in (kept.code.lower(), kept.name):
            yield f"the baseline keeps it on {', '.join(kept.subjects)}"
    for finding in report.findings:
        if asked in (finding.code.lower(), finding.name):
            yield f"it finds, on {', '.join(finding.subjects)}: {finding.message}"


def _read(design: Source) -> Read:
    if isinstance(design, Design):
        spec = spec_of(design)
        return Read(spec, link(spec))
    return read(os.fspath(design))


def _several(names: Names) -> Sequence[str]:
    return [names] if isinstance(names, str) else list(names)
