"""Decision trees: questions that a design's requirements answer, down to a pattern."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Union

from archgen.dsl.requirements import Requirements
from archgen.dsl.showing import Shown


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
class DecisionTree(Shown):
    """A question with the questions that lead to its answer."""

    title: str
    root: Ask

    def decide(self, need: Requirements) -> Walk:
        """Walk down as far as the requirements answer."""
        node: Ask | Choose = self.root
        answers = []
        while isinstance(node, Ask):
            answer = node.answer(need)
            if answer is None:
                break
            answers.append(Answer(node.question, answer))
            node = node.branches[answer]
        return Walk(tuple(answers), node)

    def nodes(self) -> Iterator[Ask | Choose]:
        """Every question and choice, each before what follows from it."""
        waiting: list[Ask | Choose] = [self.root]
        while waiting:
            node = waiting.pop()
            yield node
            if isinstance(node, Ask):
                waiting.extend(reversed(list(node.branches.values())))
