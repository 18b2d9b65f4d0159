"""Composing: from a design and what archgen says of it to a dossier."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from archgen.documents.numbers import assumptions, derived
from archgen.documents.protocols import passing
from archgen.documents.requirements import stated
from archgen.dsl.naming import slug
from archgen.dsl.pattern import Pattern
from archgen.dsl.pattern_instance import PatternInstance
from archgen.dsl.walkthrough import Alternative, Step, Walkthrough
from archgen.model.architecture import Architecture
from archgen.model.decided import Decided
from archgen.model.dossier import Course, Dossier, Figure, Instead, Passage, Ruling, Scenario
from archgen.model.estimate import Estimate
from archgen.model.figure_names import figure_names
from archgen.model.put_to_use import pattern_id
from archgen.model.report import Report
from archgen.model.told import in_words, letters


def compose(
    architecture: Architecture,
    estimate: Estimate,
    report: Report,
    decisions: Sequence[Decided],
    figures: Iterable[Figure],
    patterns: Mapping[str, Pattern] | None = None,
) -> Dossier:
    """Gather a design's document. A figure named after a walkthrough, a behaviour or a decision tree stands beside it.

    `patterns` are those of the library, by their ids, of which the dossier keeps what the design speaks of.
    """
    drawn = {figure.name: figure for figure in figures}
    scenarios = tuple(_scenario(walkthrough, drawn) for walkthrough in architecture.design.walkthroughs)
    rulings = tuple(Ruling(decided, drawn.get(_stem("decision", decided.tree.title))) for decided in decisions)
    names = figure_names(architecture)
    courses = tuple(Course(behaviour, drawn.get(names[behaviour])) for behaviour in architecture.design.behaviours)
    placed = [*(one.figure for one in scenarios), *(one.figure for one in courses), *(one.figure for one in rulings)]
    assumed = assumptions(estimate)
    return Dossier(
        architecture=architecture,
        estimate=estimate,
        report=report,
        decisions=tuple(decisions),
        figures=tuple(drawn.values()),
        requirements=tuple(stated(architecture.design.requirements)),
        numbers=tuple(derived(architecture, estimate, assumed)),
        assumptions=assumed,
        scenarios=scenarios,
        rulings=rulings,
        views=tuple(figure for figure in drawn.values() if figure not in placed),
        courses=courses,
        patterns={name: known for name, known in (patterns or {}).items() if name in _spoken_of(architecture, decisions)},
    )


def _spoken_of(architecture: Architecture, decisions: Sequence[Decided]) -> set[str]:
    """The ids of patterns that the design puts to use, and of those that its decisions take or refuse."""
    used = {pattern_id(part) for part in architecture.design.parts if isinstance(part, PatternInstance)}
    taken = {name for one in decisions for name in (one.choice, one.advice) if name}
    refused = {gone.pattern for one in decisions for gone in one.tree.value.refused(one.walk)}
    return used | taken | refused


def _scenario(walkthrough: Walkthrough, drawn: Mapping[str, Figure]) -> Scenario:
    passages = tuple(_passages(walkthrough.steps, ""))
    return Scenario(walkthrough.name, walkthrough.summary or "", passages, drawn.get(_stem("walkthrough", walkthrough.name)))


def _passages(steps: Sequence[Step], before: str) -> Iterator[Passage]:
    """The steps, numbered as their figure numbers them."""
    for place, step in enumerate(steps, 1):
        ends = (step.along.origin.name, step.along.destination.name)
        source, target = ends[::-1] if step.back else ends
        cases = tuple(_instead(case, f"{before}{place}{letters(index)}") for index, case in enumerate(step.otherwise))
        yield Passage(source, target, step.text or passing(step.along, back=bool(step.back)), cases)


def _instead(case: Alternative, number: str) -> Instead:
    return Instead(number, in_words(case), tuple(_passages(case.steps, f"{number}.")), bool(case.failure))


def _stem(sort: str, name: str) -> str:
    """The name that the figure of a walkthrough or tree has: the kinds of figure name theirs so."""
    return f"{sort}-{slug(name).replace('_', '-')}"
