"""A figure that somebody published of a system, and how near an estimate has to come to it."""

from dataclasses import dataclass

from archgen.model.estimate import Measure


@dataclass(frozen=True)
class Public:
    """`value` in base units. What is stated exactly comes `within` that factor; what is not has it within its margin."""

    subject: str
    measure: Measure
    value: float
    says: str
    within: float = 1.25
