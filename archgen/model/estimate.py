"""Estimates: numbers derived from a design, each with its derivation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Literal

from archgen.dsl.readable import number

Unit = Literal["per second", "seconds", "bytes", "connections", "share", ""]
Measure = Literal[
    "requests", "reads", "writes", "rate", "capacity", "utilisation", "connections", "connections_per_replica"
]  # fmt: skip
SUFFIXES: Mapping[str, str] = {
    "per second": "/s",
    "seconds": " s",
    "bytes": " B",
    "connections": " connections",
    "share": "",
    "": "",
}
# How many assumptions of a number are told, and where it keeps them: numbers rest on one another in long chains.
MOST_ASSUMED = 30
KEPT = "_assumptions"


@dataclass(frozen=True)
class Derivation:
    """How a number came about: the formula with its numbers, what it rests on, and what had to be assumed."""

    formula: str
    inputs: Sequence["Quantity"] = ()
    assumptions: Sequence[str] = ()


@dataclass(frozen=True)
class Quantity:
    """A number in its base unit; `name` says of what. `partial` says that more may add to it that is not known."""

    name: str
    value: float
    unit: Unit
    derivation: Derivation
    partial: bool = False

    @property
    def assumptions(self) -> Sequence[str]:
        """All that had to be assumed for it and for what it was made of, each once; of very many, the first."""
        waiting = [self]
        while waiting:
            quantity = waiting[-1]
            before = [one for one in quantity.derivation.inputs if KEPT not in vars(one)]
            if not before:
                object.__setattr__(waiting.pop(), KEPT, quantity._gathered())
            waiting += before
        found: Sequence[str] = vars(self)[KEPT]
        return (*found[:MOST_ASSUMED], "and more behind these") if len(found) > MOST_ASSUMED else found

    def _gathered(self) -> Sequence[str]:
        """Its own, then those of what it was made of, which know theirs; one more than are told."""
        found = dict.fromkeys(self.derivation.assumptions)
        for part in reversed(self.derivation.inputs):
            if len(found) > MOST_ASSUMED:
                break
            found |= dict.fromkeys(vars(part)[KEPT])
        return tuple(islice(found, MOST_ASSUMED + 1))

    def __str__(self) -> str:
        return f"{'at least ' if self.partial else ''}{number(self.value)}{SUFFIXES[self.unit]}"


@dataclass(frozen=True)
class Estimate:
    """Every derived number, by the id of its subject and its measure, in the order of derivation.

    `requests` arrive at a component, `reads` and `writes` are those of a store; `rate` passes along a connection. `capacity` is
    what a component can serve, all replicas together, `utilisation` the share of it that is taken; `connections` are held open by
    clients at a time.
    """

    quantities: Mapping[tuple[str, Measure], Quantity] = field(default_factory=dict)

    def of(self, subject: str, measure: Measure) -> Quantity | None:
        """The number, or None where the design does not state enough to derive it."""
        return self.quantities.get((subject, measure))
