"""Linting: every rule over an architecture."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from archgen.linting import waivers
from archgen.linting.findings import finding
from archgen.model.architecture import Architecture
from archgen.model.catalogue import Entry
from archgen.model.estimate import Estimate
from archgen.model.report import Crash, Finding, Report
from archgen.model.rule import Problem, Rule
from archgen.model.spec import Spec


def lint(
    spec: Spec,
    architecture: Architecture,
    estimate: Estimate,
    rules: Iterable[Entry[Rule]],
    *,
    skipped: int = 0,
    known: Iterable[str] = (),
) -> Report:
    """Run the rules, apply the design's waivers and report on both.

    `skipped` is how many rules were left out; `known` are the names and codes of all rules, those left out included. Where rules
    were left out and `known` is not given, waivers of rules that do not run are not judged. A rule that raises is a crash.
    """
    entries = sorted(rules, key=lambda entry: entry.id)
    outcomes = {entry.id: _run(spec, architecture, estimate, entry) for entry in entries}
    crashes = [outcome for outcome in outcomes.values() if isinstance(outcome, Crash)]
    found = [one for outcome in outcomes.values() if not isinstance(outcome, Crash) for one in outcome]
    parted = waivers.apply(architecture, list(dict.fromkeys(found)))
    ended = [entry for entry in entries if not isinstance(outcomes[entry.id], Crash)]
    names = {*_names(entries), *known} if known or not skipped else {waiver.rule for waiver in architecture.design.waivers}
    reported = {
        waivers.MATCHES_NOTHING: list(waivers.matching_nothing(parted.unused, _names(ended))),
        waivers.UNKNOWN_RULE: list(waivers.of_unknown_rules(architecture, names)),
    }
    return Report(
        design=architecture.name,
        path=spec.path,
        findings=sorted([*parted.findings, *_engine(spec, architecture, entries, reported)], key=_order),
        waived=sorted(parted.waived, key=lambda one: _order(one.finding)),
        crashes=crashes,
        rules_run=len(ended),
        rules_skipped=skipped,
        components=len(architecture.all_components),
        connections=len(architecture.all_connections),
        rules=entries,
    )


def _run(spec: Spec, architecture: Architecture, estimate: Estimate, entry: Entry[Rule]) -> Sequence[Finding] | Crash:
    """A rule is somebody's code: whatever it raises is said, and never taken for a pass."""
    try:
        return [finding(spec, architecture, entry, problem) for problem in entry.value.check(architecture, estimate)]
    except Exception as error:
        return Crash(entry.value.code, entry.name, f"{type(error).__name__}: {error}")


def _engine(
    spec: Spec, architecture: Architecture, entries: Iterable[Entry[Rule]], reported: Mapping[str, Sequence[Problem]]
) -> Iterator[Finding]:
    """What the engine itself has to report, by those of its rules that run."""
    for entry in entries:
        for problem in reported.get(entry.value.code, ()):
            yield finding(spec, architecture, entry, problem)


def _names(entries: Iterable[Entry[Rule]]) -> set[str]:
    return {name for entry in entries for name in (entry.value.code, entry.name)}


def _order(one: Finding) -> tuple[int, str, int, int, str, Sequence[str], str]:
    """By severity, then place, then code; the rest makes the order the same every time."""
    place = one.location
    where = (place.path, place.line or 0, place.column or 0) if place else ("", 0, 0)
    return (one.severity.rank, *where, one.code, one.subjects, one.message)
