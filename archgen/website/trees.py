"""Decision trees as pages show them: every question with its answers, and what a design states that takes a way down."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from archgen.dsl.decision_tree import Ask, Choose, DecisionTree, Walk
from archgen.dsl.requirements import Requirements
from archgen.dsl.shape import shape
from archgen.model.answering import Answered, answered, as_python, as_yaml
from archgen.model.catalogue import Entry
from archgen.model.page import Content


@dataclass(frozen=True)
class Needed:
    """A requirement that answers a question, and what it states."""

    name: str
    meaning: str


@dataclass(frozen=True)
class Answer:
    """An answer and what follows from it: a question told here, a question told elsewhere, or an end.

    `slug` is how an address says it.
    """

    text: str
    slug: str
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


def leading(entry: Entry[Any], content: Content) -> Sequence[Entry[DecisionTree]]:
    """The trees of which a way ends at a pattern."""
    return [tree.entry for tree in content.trees if entry.name in {end.pattern for end in _ends(tree.entry.value)}]


def _ends(tree: DecisionTree) -> Iterator[Choose]:
    yield from (node for node in tree.nodes() if isinstance(node, Choose))


def questions(tree: DecisionTree) -> Question:
    """The whole tree; a question that several answers lead to is told once."""
    return _question(tree.root, {})


def ways(entry: Entry[DecisionTree]) -> Iterator[Way]:
    """Every way down, in the order of the answers."""
    for one in answered(entry.value):
        yield Way(one.answers, way_address(entry.value, one.answers), one.end, _yaml(one, entry.name), _python(one, entry.name))


def walk_anchor(entry: Entry[DecisionTree], walk: Walk) -> str:
    """Where the page of a tree tells of a walk, behind a `#`: its way, or the question that it leaves open.

    Empty where the page tells no such way.
    """
    if walk.open:
        told: dict[int, int] = {}
        _question(entry.value.root, told)
        return f"#question--{told[id(walk.open)]}"
    answers = tuple(answer.answer for answer in walk.answers)
    told_there = any(way.answers == answers and way.yaml for way in ways(entry))
    return f"#{way_address(entry.value, answers)}" if told_there else ""


def way_address(tree: DecisionTree, answers: Sequence[str]) -> str:
    """How an address says which answers were given, from the root on: `walk=so-many-a-second/yes`."""
    node, said = tree.root, list[str]()
    for answer in answers:
        assert isinstance(node, Ask)
        said.append(slugs(node)[answer])
        node = node.branches[answer]  # type: ignore[assignment]  # a choice is the last
    return "walk=" + "/".join(said)


def slugs(ask: Ask) -> Mapping[str, str]:
    """How an address says each answer of a question, no two of them in one way.

    >>> slugs(Ask("?", lambda need: None, {"so many": Choose("a", ""), "< 5": Choose("b", ""), "> 5": Choose("c", "")}, []))
    {'so many': 'so-many', '< 5': '5', '> 5': '5-3'}
    """
    found: dict[str, str] = {}
    for number, answer in enumerate(ask.branches, 1):
        slug = "-".join(re.findall(r"[a-z0-9]+", answer.lower()))
        found[answer] = slug if slug and slug not in found.values() else f"{slug}-{number}".lstrip("-")
    return found


def _question(ask: Ask, told: dict[int, int]) -> Question:
    number = told[id(ask)] = len(told) + 1
    said = slugs(ask)
    answers = [_answer(text, said[text], node, told) for text, node in ask.branches.items()]
    attributes = shape(Requirements)
    needs = [Needed(name, attributes[name].meaning) for name in ask.needs if name in attributes]
    return Question(number, ask.question, needs, answers)


def _answer(text: str, slug: str, node: Ask | Choose, told: dict[int, int]) -> Answer:
    if isinstance(node, Choose):
        return Answer(text, slug, end=node)
    known = told.get(id(node))
    return Answer(text, slug, again=known) if known else Answer(text, slug, ask=_question(node, told))


def _yaml(one: Answered, tree: str) -> str:
    return "" if one.stated is None else f"{as_yaml(one.stated)}\ndecisions:\n  - {{tree: {tree}}}"


def _python(one: Answered, tree: str) -> str:
    return "" if one.stated is None else f'{as_python(one.stated)}\ndecisions=[Decision("{tree}")],'
