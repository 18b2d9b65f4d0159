"""Derived numbers as people read them, and what they assume."""

from collections.abc import Iterator, Sequence

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.quantities import Size
from archgen.dsl.readable import named, number, percent, readable, span
from archgen.model.architecture import Architecture
from archgen.model.dossier import Derived
from archgen.model.estimate import Estimate, Quantity


def derived(architecture: Architecture, estimate: Estimate, assumed: Sequence[str]) -> Iterator[Derived]:
    """Every number in a readable unit with the places of its assumptions; those of a component together, connections last."""
    parts: tuple[Component | Connection, ...] = (*architecture.all_components, *architecture.all_connections)
    for part in parts:
        for (subject, measure), quantity in estimate.quantities.items():
            if subject == architecture.id(part):
                places = {1 + assumed.index(text) for text in _assumptions(quantity)}
                yield Derived(named(part), measure, quantity, value(quantity), tuple(sorted(places)))


def by_fullness(numbers: Sequence[Derived]) -> Sequence[Derived]:
    """How much of what can be served is taken, the fullest first."""
    return sorted((one for one in numbers if one.measure == "utilisation"), key=lambda one: -one.quantity.value)


def assumptions(estimate: Estimate) -> tuple[str, ...]:
    """Everything that the numbers assume, each once, in the order in which it is first needed."""
    found = (text for quantity in estimate.quantities.values() for text in _assumptions(quantity))
    return tuple(dict.fromkeys(found))


def value(quantity: Quantity) -> str:
    """The number with its unit: a share as per cent, seconds and bytes in the unit that suits them."""
    return quantity.bound + _measured(quantity)


def _measured(quantity: Quantity) -> str:
    match quantity.unit:
        case "share":
            return f"{number(float(f'{quantity.value * 100:.3g}'))}%"
        case "share of the time":
            return percent(quantity.value)
        case "seconds":
            return span(quantity.value)
        case "bytes":
            return readable(Size(quantity.value))
        case "per second":
            return f"{number(quantity.value)}/s"
    return number(quantity.value)


def _assumptions(quantity: Quantity) -> Iterator[str]:
    """Of the number itself and of all that it rests on."""
    for part in quantity.derivation.inputs:
        yield from _assumptions(part)
    yield from quantity.derivation.assumptions
