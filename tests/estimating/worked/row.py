"""A number that is told somewhere, a design that gives rise to it, and what is right."""

from collections.abc import Sequence
from dataclasses import dataclass

from archgen import Component, Connection, Requirements
from archgen.model.estimate import Measure


@dataclass(frozen=True)
class Row:
    """`told` is the value as one reads it, `value` the right one in its base unit; `why` says where they differ and why."""

    name: str
    told: str
    value: float
    subject: str
    measure: Measure
    parts: Sequence[Connection | Component]
    why: str = ""
    needs: Requirements | None = None
