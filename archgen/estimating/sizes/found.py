"""How measures beside the load are handed on."""

from collections.abc import Mapping, Sequence

from archgen.dsl.word import Word
from archgen.model.estimate import Derivation, Measure, Quantity, Unit

Known = Mapping[tuple[Word, Measure], Quantity | None]
Found = dict[tuple[Word, Measure], Quantity]


def derived(name: str, value: float, unit: Unit, formula: str, inputs: Sequence[Quantity] = (), *assumed: str) -> Quantity:
    """A number that is at least what it is made of, where that is."""
    return Quantity(name, value, unit, Derivation(formula, tuple(inputs), assumed), any(one.partial for one in inputs))
