"""Linting: every rule over an architecture."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from archgen.linting import waivers
from archgen.linting.findings import finding
from archgen.linting.one_rule import outcome
from archgen.linting.waiver_faults import waiver_faults
from archgen.linting.within_margins import within_margins
from archgen.model.architecture import Architecture
from archgen.model.catalogue import Entry, Shelf
from archgen.model.estimate import Estimate, World
from archgen.model.report import Crash, Finding, Report
from archgen.model.rule import Problem, Rule
from archgen.model.spec import Spec
from archgen.model.terms import Terms

AS_THE_RULES_SAY = Terms()


def lint(
    spec: Spec,
    architecture: Architecture,
    estimate: Estimate,
    rules: Iterable[Entry[Rule]],
    *,
    left_out: Sequence[Entry[Rule]] = (),
    terms: Terms = AS_THE_RULES_SAY,
) -> Report:
    """Run the rules, apply the waivers and report on both. A rule that raises is a crash.

    `left_out` are the rules that exist and do not run: waivers of them are not judged.
    """
    entries = sorted(rules, key=lambda entry: entry.id)
    shelf = Shelf("rule", (*entries, *left_out))
    outcomes = {entry.code: outcome(spec, architecture, estimate, entry, terms) for entry in entries}
    crashes = [one for one in outcomes.values() if isinstance(one, Crash)]
    found = within_margins(spec, architecture, estimate, _of(outcomes.values()), partial(_found, entries=entries, terms=terms))
    ended = {code for code, one in outcomes.items() if not isinstance(one, Crash)}
    accepting = list(waivers.acceptances(spec, shelf, terms))
    parted = waivers.apply(architecture, dict.fromkeys(found), [one for one in accepting if one.holds(terms)])
    faults = waiver_faults(accepting, parted.unused, ended, shelf, terms)
    return Report(
        design=architecture.name,
        path=spec.path,
        findings=sorted([*parted.findings, *_engine(spec, architecture, entries, terms, faults)], key=order),
        waived=sorted(parted.waived, key=lambda one: order(one.finding)),
        crashes=crashes,
        rules_run=len(ended),
        rules_skipped=len(left_out),
        components=len(architecture.all_components),
        connections=len(architecture.all_connections),
        rules=entries,
    )


def _of(outcomes: Iterable[Sequence[Finding] | Crash]) -> Sequence[Finding]:
    return [one for ended in outcomes if not isinstance(ended, Crash) for one in ended]


def _found(spec: Spec, world: World, *, entries: Sequence[Entry[Rule]], terms: Terms) -> Sequence[Finding]:
    """What the rules find of a design as it may be; one that crashes finds nothing there."""
    return _of(outcome(spec, world.architecture, world.estimate, entry, terms) for entry in entries)


def order(one: Finding) -> tuple[int, str, int, int, str, Sequence[str], str]:
    """By severity, then place, then code; the rest makes the order the same every time."""
    place = one.location
    where = (place.path, place.line or 0, place.column or 0) if place else ("", 0, 0)
    return (one.severity.rank, *where, one.code, one.subjects, one.message)


def _engine(
    spec: Spec, architecture: Architecture, entries: Iterable[Entry[Rule]], terms: Terms, faults: Iterable[tuple[str, Problem]]
) -> Iterator[Finding]:
    """What the engine itself has to report, by those of its rules that run."""
    running = {entry.code: entry for entry in entries}
    for code, problem in faults:
        if code in running:
            yield finding(spec, architecture, running[code], problem, terms.severities.get(code))
