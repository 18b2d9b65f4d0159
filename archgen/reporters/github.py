"""Findings as annotations of a GitHub workflow."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from archgen.plugin import Fault, Position, Report, Reporter, Severity, disarmed, summary
from archgen.reporters.wording.places import standing
from archgen.reporters.wording.sentences import counted, effort, more, one_line, outcome, sentence

# GitHub shows that many annotations of each kind and step, and leaves out the rest without a word.
SHOWN = 10
KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


@dataclass(frozen=True)
class _Annotation:
    """What is shown beside a line: under a title, of a kind, in as many lines as it needs."""

    kind: str
    title: str
    lines: Sequence[str]
    place: Position | None = None
    properties: Mapping[str, object] = field(default_factory=dict)


def write(reports: Sequence[Report]) -> str:
    """Annotations, errors first, as many as GitHub shows; how many more there are, and those in plain lines; what it comes to."""
    every = [one for report in reports for one in _annotations(report)]
    by_kind = [[one for one in every if one.kind == kind] for kind in KINDS.values()]
    shown = [_command(one) for kind in by_kind for one in kind[:SHOWN]]
    rest = [one for kind in by_kind for one in kind[SHOWN:]]
    total = summary(reports)
    return "".join(f"{line}\n" for line in [*shown, *_left_out(rest), f"{outcome(total)}; {effort(total)}"])


def _annotations(report: Report) -> Iterator[_Annotation]:
    for crash in report.crashes:
        unknown = f"what it would have found in {report.design} is not known: this run is not clean"
        place = Position(report.path) if report.path else None
        yield _Annotation("error", f"{crash.code} {crash.name} crashed", [sentence(crash.error), sentence(unknown)], place)
    for one in report.findings:
        reasons = [f"{'and' if index else 'because'} {one_line(reason)}" for index, reason in enumerate(one.because)]
        lines = [sentence(one.message), *reasons, f"Fix: {one_line(one.fix)}", f"More: {one_line(more(one))}"]
        yield _Annotation(KINDS[one.severity], f"{one.code} {one.name}", lines, standing(report, one))


def _command(one: _Annotation) -> str:
    """The line that makes a runner show it."""
    place = {"file": one.place.path, "line": one.place.line, "col": one.place.column} if one.place else {}
    properties = {**place, "title": one.title}
    given = ",".join(f"{name}={_property(one_line(str(value)))}" for name, value in properties.items() if value)
    return f"::{one.kind} {given}::{_data(chr(10).join(one.lines))}"


def _left_out(rest: Sequence[_Annotation]) -> Iterator[str]:
    """How many GitHub would not show, then a line for each that the log folds away."""
    if rest:
        counts = [counted(sum(one.kind == kind for one in rest), kind) for kind in KINDS.values()]
        told = " and ".join(count for count in counts if not count.startswith("0 "))
        yield f"{told} more than GitHub shows beside the code:"
        yield "::group::all of them"
        yield from (_logged(one) for one in rest)
        yield "::endgroup::"


def _logged(one: _Annotation) -> str:
    """The same on one line, which no runner takes for a command."""
    place = f"{one.place} " if one.place else ""
    return disarmed(one_line(f"{one.kind} {place}{one.title}: {' '.join(one.lines)}"))


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def unread(faults: Sequence[Fault]) -> str:
    """An annotation for each, as many as GitHub shows; the log has all."""
    shown = (_Annotation("error", "archgen cannot read this", [sentence(one.message)], one.position) for one in faults[:SHOWN])
    return "".join(f"{_command(one)}\n" for one in shown)


reporter = Reporter(write, unread=unread)
