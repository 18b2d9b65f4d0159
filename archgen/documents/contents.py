"""What the templates of sections speak of, derived from a dossier."""

import re
from collections.abc import Iterator, Mapping

from archgen.documents.applied import applied, title_of
from archgen.documents.budgets import budgets_by_walkthrough
from archgen.documents.envelope import envelope
from archgen.documents.failures import failures
from archgen.documents.kept_data import kept
from archgen.documents.needs import answered, needs_of_parts, numbers_first, promised
from archgen.documents.point import Point
from archgen.documents.solution import solution
from archgen.documents.spared import spared
from archgen.documents.unstated import open_questions
from archgen.dsl.decision_tree import Ask, Choose, DecisionTree
from archgen.dsl.requirements import Requirements
from archgen.dsl.shape import shape
from archgen.model.decided import Decided
from archgen.model.dossier import Dossier
from archgen.values import dataclass

# What is required of a walkthrough, and to whom so much is allowed.
LIMIT = re.compile(r", the (?P<name>\w+) of (?P<whole>the design|the walkthrough)$")
ALLOWED: Mapping[str, str] = {
    "latency_budget": "from an event to whoever must see it",
    "latency_p50": "half of the requests",
    "latency_p95": "95 of 100 requests",
    "latency_p99": "99 of 100 requests",
    "completion_time": "from an order to its end",
}
CODE = re.compile(r"\b[a-z]+(?:_[a-z0-9]+)+\b")


@dataclass(frozen=True)
class Needs:
    """Requirements: those with a number, those that are sentences, those that were answered, and those of single parts."""

    numbers: tuple[Point, ...]
    promises: tuple[str, ...]
    answered: tuple[tuple[str, str], ...]
    of_parts: tuple[tuple[str, str, tuple[Point, ...]], ...]


def contents(dossier: Dossier) -> Mapping[str, object]:
    """Every section's, by the name that templates know it by."""
    budgets = budgets_by_walkthrough(dossier)
    return {
        "needs": needs(dossier),
        "envelope": envelope(dossier),
        "solution": solution(dossier),
        "travels": [(one, budgets.get(one.name, ())) for one in dossier.scenarios],
        "kept": kept(dossier.architecture),
        "applied": list(applied(dossier)),
        "spared": list(spared(dossier)),
        "failures": failures(dossier),
        "questions": list(open_questions(dossier)),
        "title_of": lambda pattern: title_of(dossier, pattern),
        "comes_to_one": comes_to_one,
    }


def needs(dossier: Dossier) -> Needs:
    """What the design and its parts must hold."""
    need = dossier.architecture.design.requirements
    of_parts = tuple(needs_of_parts(dossier.architecture))
    asked = {name for ruling in dossier.rulings for name in _asked(ruling.decided)}
    return Needs(tuple(numbers_first(need)), tuple(promised(need)), tuple(answered(need, asked)), of_parts)


def _asked(decided: Decided) -> Iterator[str]:
    """The requirements that answer the questions of a walk."""
    node: Ask | Choose = decided.tree.value.root
    for one in decided.walk.answers:
        if isinstance(node, Ask):
            yield from node.needs
            node = node.branches[one.answer]


def comes_to_one(tree: DecisionTree) -> bool:
    """Whether every answer leads to the same pattern, so that what is decided is how it is done."""
    return len({one.pattern for one in tree.nodes() if isinstance(one, Choose)}) == 1


def spoken(text: str) -> str:
    """A text with names of requirements in words.

    >>> spoken("120 ms / 600 ms, the latency_p95 of the design")
    '120 ms / 600 ms, which the design allows 95 of 100 requests'
    """
    known = shape(Requirements)
    limit = LIMIT.search(text)
    if limit and limit["name"] in ALLOWED:
        return f"{text[: limit.start()]}, which {limit['whole']} allows {ALLOWED[limit['name']]}"
    return CODE.sub(lambda found: found[0].replace("_", " ") if found[0] in known else found[0], text)
