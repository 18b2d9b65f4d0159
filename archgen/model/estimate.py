"""Estimates: numbers derived from a design, each with its derivation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
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
        """All that had to be assumed for it and for what it was made of, each once."""
        found: dict[str, None] = {}
        waiting, seen = [self], {id(self)}
        while waiting:
            quantity = waiting.pop()
            found |= dict.fromkeys(quantity.derivation.assumptions)
            waiting += (fresh := [one for one in quantity.derivation.inputs if id(one) not in seen])
            seen |= {id(one) for one in fresh}
        return tuple(found)

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
