"""From a rule's problem to a finding: its code, its place, and its reasons as sentences."""

from archgen.dsl.word import Word
from archgen.errors import Position
from archgen.model.architecture import Architecture
from archgen.model.catalogue import Entry
from archgen.model.report import Finding, rule_page
from archgen.model.rule import Fact, Problem, Rule, Severity
from archgen.model.spec import Spec

# So many of the facts are told that one finding rests on.
TOLD = 30


def finding(
    spec: Spec, architecture: Architecture, entry: Entry[Rule], problem: Problem, worst: Severity | None = None
) -> Finding:
    """Say of a problem which rule found it, where, and on which stated facts it rests; of very many, the first.

    `worst` is how bad the rule's findings are at the most, where that is not what the rule itself says.
    """
    subjects = (architecture.ids.get(part) for part in (problem.subject, *problem.also))
    facts, left = problem.because[:TOLD], problem.because[TOLD:]
    places = [_place(spec, fact) for fact in facts]
    because = [_sentence(spec, fact, place) for fact, place in zip(facts, places, strict=True)]
    worst = worst or entry.value.severity
    severity = max(worst, Severity.INFO if problem.asks else problem.severity or worst, key=lambda one: one.rank)
    return Finding(
        code=entry.value.code,
        name=entry.name,
        severity=severity,
        message=problem.message,
        because=(*because, f"and {len(left):,} more of the kind") if left else tuple(because),
        subjects=tuple(dict.fromkeys(id for id in subjects if id is not None)),
        location=_location(spec, problem),
        fix=problem.fix,
        url="" if entry.path else rule_page(entry.name),
        asks=problem.asks,
        places=(*places, None) if left else tuple(places),
        edits=tuple(problem.edits),
        unsafe=problem.unsafe,
    )


def _location(spec: Spec, problem: Problem) -> Position | None:
    """The first attribute of the subject that is written down somewhere, else the subject."""
    facts = (fact for fact in problem.because if fact.part is problem.subject and fact.attribute)
    written = (spec.places.get((problem.subject, fact.attribute)) for fact in facts)
    return next(filter(None, written), None) or spec.locate(problem.subject)


def _sentence(spec: Spec, fact: Fact, place: Position | None) -> str:
    """A fact, and behind it the line of the attribute that it is read from."""
    if place is None or place.line is None:
        return fact.text
    where = f"line {place.line}" if place.path == spec.path else f"{place.path}:{place.line}"
    return f"{fact.text} ({where})"


def _place(spec: Spec, fact: Fact) -> Position | None:
    """Where the attribute is written that a fact is read from."""
    return spec.locate(fact.part, fact.attribute) if fact.part and _states(fact.part, fact.attribute) else None


def _states(part: Word, attribute: str | None) -> bool:
    return attribute is not None and getattr(part, attribute, None) is not None
