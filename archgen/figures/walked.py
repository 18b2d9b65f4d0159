"""Decision trees with the way that one system takes."""

import dataclasses
from collections.abc import Sequence

from archgen.dsl.decision_tree import Ask, Choose, DecisionTree
from archgen.dsl.requirements import Requirements
from archgen.dsl.texts import Listed, Name
from archgen.dsl.word import word
from archgen.figures.panel import Panel


@word
class Walked(Panel):
    """A decision tree, the way down that requirements or answers take standing out."""

    tree: DecisionTree = dataclasses.field(kw_only=False)
    """The tree."""
    need: Requirements | None = dataclasses.field(default=None, kw_only=False)
    """What decides the answers; None where they are given."""
    answers: Listed[Name] = ()
    """The answers from the root on, where no requirements decide them."""

    def __post_init__(self) -> None:
        Panel.__post_init__(self)
        if (self.need is None) == (not self.answers):
            raise ValueError("say either what the system needs or the answers, not both")
        self.way()

    def way(self) -> Sequence[Ask | Choose]:
        """The nodes that are passed, the root first. Raises ValueError for an answer that a question does not have."""
        given = [answer.answer for answer in self.tree.decide(self.need).answers] if self.need else self.answers
        return way_down(self.tree, given)

    def told(self) -> str:
        """The questions with their answers, and where they lead."""
        said = [self.tree.title]
        for node, following in zip(self.way(), self.way()[1:], strict=False):
            if isinstance(node, Ask):
                answer = next(answer for answer, branch in node.branches.items() if branch is following)
                said.append(f"{node.question} {answer}.")
        end = self.way()[-1]
        said.append(f"Choose {end.pattern}: {end.reason}." if isinstance(end, Choose) else f"Open: {end.question}")
        return " ".join(said)


def way_down(tree: DecisionTree, answers: Sequence[str]) -> Sequence[Ask | Choose]:
    """The nodes that these answers pass, the root first. Raises ValueError for an answer that a question does not have."""
    nodes: list[Ask | Choose] = [tree.root]
    for answer in answers:
        node = nodes[-1]
        if isinstance(node, Choose):
            raise ValueError(f"{answer!r} answers nothing: the way ends at {node.pattern!r} before it")
        if answer not in node.branches:
            raise ValueError(f"{node.question!r} has no answer {answer!r}; there are {', '.join(node.branches)}")
        nodes.append(node.branches[answer])
    return nodes
