"""How measures beside the load are handed on."""

from collections.abc import Sequence

from archgen.model.estimate import Derivation, Quantity, Unit


def derived(name: str, value: float, unit: Unit, formula: str, inputs: Sequence[Quantity] = (), *assumed: str) -> Quantity:
    """A number that is at least what it is made of, where that is."""
    return Quantity(name, value, unit, Derivation(formula, tuple(inputs), assumed), any(one.partial for one in inputs))
