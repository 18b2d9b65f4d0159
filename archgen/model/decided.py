"""Decisions of a design: how far its requirements carried it down a tree, and what it chose."""

from archgen.dsl.decision import Decision
from archgen.dsl.decision_tree import DecisionTree, Walk
from archgen.model.catalogue import Entry
from archgen.values import dataclass


@dataclass(frozen=True)
class Decided:
    """A tree walked with a design's requirements. `decision` is what the design itself says of it, None for nothing."""

    tree: Entry[DecisionTree]
    walk: Walk
    decision: Decision | None = None

    @property
    def advice(self) -> str | None:
        """The pattern that the tree leads to; None where a question is open."""
        return self.walk.chosen.pattern if self.walk.chosen else None

    @property
    def choice(self) -> str | None:
        """The pattern that the design takes: its own choice, else the tree's advice."""
        return (self.decision.choice if self.decision else None) or self.advice

    @property
    def departs(self) -> bool:
        """Whether the design takes another pattern than the tree advises."""
        return self.advice is not None and self.choice != self.advice
