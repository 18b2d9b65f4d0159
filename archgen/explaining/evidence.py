"""What findings rest on, told by the words that they speak of."""

from collections.abc import Iterable, Sequence

from archgen.dsl.connection import Connection
from archgen.dsl.naming import kind
from archgen.dsl.word import Word
from archgen.model.explanation import Evidence
from archgen.model.rule import Fact, Problem

THERE = "that it is there"
PLACE = "what it is and what it is connected with"


def evidence(problems: Iterable[Problem]) -> Sequence[Evidence]:
    """Everything that the problems rest on, by the kinds of words, in the order in which it is named."""
    facts: dict[type[Word], list[Fact]] = {}
    for problem in problems:
        for fact in problem.because:
            if fact.part is not None:
                facts.setdefault(type(fact.part), []).append(fact)
    return [_of(word, found) for word, found in facts.items()]


def _of(word: type[Word], facts: Sequence[Fact]) -> Evidence:
    besides = THERE if issubclass(word, Connection) else PLACE
    return Evidence(
        kind(word),
        tuple(dict.fromkeys(fact.attribute for fact in facts if fact.attribute)),
        tuple(dict.fromkeys(fact.measure for fact in facts if fact.measure)),
        besides if any(not fact.attribute and not fact.measure for fact in facts) else "",
    )
