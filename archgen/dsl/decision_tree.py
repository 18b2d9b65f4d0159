"""Decision trees: questions that a design's requirements answer, down to a pattern."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Union

from archgen.dsl.requirements import Requirements
from archgen.dsl.showing import Shown
from archgen.values import dataclass

NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Choose:
    """The end of a walk: a pattern by its id, and why it fits."""

    pattern: str
    reason: str


@dataclass(frozen=True)
class Ask:
    """A question. `answer` reads it from the requirements: one of the branches, or None when they do not say.

    `needs` names the requirements that would answer it.
    """

    question: str
    answer: Callable[[Requirements], str | None]
    branches: Mapping[str, Union["Ask", Choose]]
    needs: Sequence[str]


@dataclass(frozen=True)
class Answer:
    """A question that the requirements answered."""

    question: str
    answer: str


@dataclass(frozen=True)
class Walk:
    """A way down a tree: what was answered, and where it ended, at a choice or at a question left open."""

    answers: tuple[Answer, ...]
    end: Choose | Ask

    @property
    def chosen(self) -> Choose | None:
        """Where the walk ended; None where a question is open."""
        return self.end if isinstance(self.end, Choose) else None

    @property
    def open(self) -> Ask | None:
        """The question that the requirements do not answer; None where the walk ended at a choice."""
        return self.end if isinstance(self.end, Ask) else None


@dataclass(frozen=True)
class Refused:
    """A pattern that a walk passed by, and the answer that led away from it."""

    pattern: str
    answer: Answer


@dataclass(frozen=True)
class DecisionTree(Shown):
    """A question with the questions that lead to its answer. `also` are other names that it is known by."""

    title: str
    root: Ask
    also: Sequence[str] = ()

    def decide(self, need: Requirements, given: Mapping[str, str] = NOTHING) -> Walk:
        """Walk down as far as the requirements answer; `given` are other answers, by their question, and go before these."""
        node: Ask | Choose = self.root
        answers = []
        while isinstance(node, Ask):
            answer = given.get(node.question) or node.answer(need)
            if answer is None:
                break
            answers.append(Answer(node.question, answer))
            node = node.branches[answer]
        return Walk(tuple(answers), node)

    def refused(self, walk: Walk) -> Sequence[Refused]:
        """The patterns that the walk passed by, each with the answer from which on nothing leads to it any more."""
        found: list[Refused] = []
        node: Ask | Choose = self.root
        for answer in walk.answers:
            assert isinstance(node, Ask)
            before, node = node, node.branches[answer.answer]
            still = _patterns(node)
            found += [Refused(pattern, answer) for pattern in _patterns(before) if pattern not in still]
        return found

    def called(self, names: Mapping[str, str]) -> "DecisionTree":
        """The same tree for a figure: its patterns by these names instead of their ids, where there are any."""
        made: dict[int, Ask | Choose] = {}
        for node in reversed(list(self.nodes())):
            if id(node) in made:  # two questions lead to it
                continue
            if isinstance(node, Choose):
                made[id(node)] = Choose(names.get(node.pattern, node.pattern), node.reason)
            else:
                branches = {answer: made[id(following)] for answer, following in node.branches.items()}
                made[id(node)] = Ask(node.question, node.answer, branches, node.needs)
        root = made[id(self.root)]
        assert isinstance(root, Ask)
        return DecisionTree(self.title, root, self.also)

    def nodes(self) -> Iterator[Ask | Choose]:
        """Every question and choice, each before what follows from it."""
        yield from below(self.root)


def below(node: Ask | Choose) -> Iterator[Ask | Choose]:
    """A question with all that follows from it, or a choice alone."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, Ask):
            waiting.extend(reversed(list(node.branches.values())))


def _patterns(node: Ask | Choose) -> Sequence[str]:
    return list(dict.fromkeys(one.pattern for one in below(node) if isinstance(one, Choose)))
