"""Decision trees as pages show them: every question with its answers, and what a design states that takes a way down."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from archgen.dsl.decision_tree import Ask, Choose, DecisionTree
from archgen.dsl.requirements import Requirements
from archgen.dsl.shape import shape
from archgen.model.answering import Answered, answered, as_python, as_yaml
from archgen.model.catalogue import Entry


@dataclass(frozen=True)
class Needed:
    """A requirement that answers a question, and what it states."""

    name: str
    meaning: str


@dataclass(frozen=True)
class Answer:
    """An answer and what follows from it: a question told here, a question told elsewhere, or an end."""

    text: str
    ask: "Question | None" = None
    again: int | None = None
    end: Choose | None = None


@dataclass(frozen=True)
class Question:
    """A question by its number on the page, and what answers it."""

    number: int
    text: str
    needs: Sequence[Needed]
    answers: Sequence[Answer]


@dataclass(frozen=True)
class Way:
    """A way down: its answers as an address has them, where it ends, and the lines of a design that takes it."""

    answers: Sequence[str]
    address: str
    end: Choose
    yaml: str
    python: str


def tree_values(entry: Entry[Any], words: Mapping[str, str]) -> Mapping[str, object]:
    """What the page of a tree is filled with besides what pages of patterns are; nothing for a pattern.

    `words` says where words of the language are told, requirements among them.
    """
    if not isinstance(entry.value, DecisionTree):
        return {}
    return {"root": questions(entry.value), "ways": list(ways(entry)), "requirements": words.get("requirements", "")}


def questions(tree: DecisionTree) -> Question:
    """The whole tree; a question that several answers lead to is told once."""
    return _question(tree.root, {})


def ways(entry: Entry[DecisionTree]) -> Iterator[Way]:
    """Every way down, in the order of the answers."""
    for one in answered(entry.value):
        yield Way(one.answers, way_address(one.answers), one.end, _yaml(one, entry.name), _python(one, entry.name))


def way_address(answers: Sequence[str]) -> str:
    """How an address says which answers were given.

    >>> way_address(["so many a second", "yes"])
    'walk=so%20many%20a%20second/yes'
    """
    return "walk=" + "/".join(quote(answer, safe="") for answer in answers)


def _question(ask: Ask, told: dict[int, int]) -> Question:
    number = told[id(ask)] = len(told) + 1
    answers = [_answer(text, node, told) for text, node in ask.branches.items()]
    attributes = shape(Requirements)
    needs = [Needed(name, attributes[name].meaning) for name in ask.needs if name in attributes]
    return Question(number, ask.question, needs, answers)


def _answer(text: str, node: Ask | Choose, told: dict[int, int]) -> Answer:
    if isinstance(node, Choose):
        return Answer(text, end=node)
    known = told.get(id(node))
    return Answer(text, again=known) if known else Answer(text, ask=_question(node, told))


def _yaml(one: Answered, tree: str) -> str:
    return "" if one.stated is None else f"{as_yaml(one.stated)}\ndecisions:\n  - {{tree: {tree}}}"


def _python(one: Answered, tree: str) -> str:
    return "" if one.stated is None else f'{as_python(one.stated)}\ndecisions=[Decision("{tree}")],'
