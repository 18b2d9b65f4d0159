"""Derived numbers as people read them, and what they assume."""

from collections.abc import Iterator, Sequence

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.readable import named, number
from archgen.model.architecture import Architecture
from archgen.model.dossier import Derived
from archgen.model.estimate import Estimate, Measure, Quantity, Unit, told

FULLNESS = ("utilisation", "peak_utilisation")


def derived(architecture: Architecture, estimate: Estimate, assumed: Sequence[str]) -> Iterator[Derived]:
    """Every number in a readable unit with the places of its assumptions; those of a component together, connections last."""
    parts: tuple[Component | Connection, ...] = (*architecture.all_components, *architecture.all_connections)
    of_each: dict[str, list[tuple[Measure, Quantity]]] = {}
    for (subject, measure), quantity in estimate.quantities.items():
        of_each.setdefault(subject, []).append((measure, quantity))
    for part in parts:
        for measure, quantity in of_each.get(architecture.id(part), ()):
            yield Derived(named(part), measure, quantity, value(quantity), places(quantity, assumed))


def by_fullness(numbers: Sequence[Derived]) -> Sequence[Derived]:
    """How much of what can be served is taken, at peak where that is known, else on average; the fullest first."""
    peaks = {one.subject for one in numbers if one.measure == "peak_utilisation"}
    found = (one for one in numbers if one.measure in FULLNESS)
    told = (one for one in found if one.measure == "peak_utilisation" or one.subject not in peaks)
    return sorted(told, key=lambda one: -one.quantity.value)


def assumptions(estimate: Estimate) -> tuple[str, ...]:
    """Everything that the numbers assume, each once, in the order in which it is first needed."""
    found = (text for quantity in estimate.quantities.values() for text in _assumptions(quantity))
    return tuple(dict.fromkeys(found))


def places(quantity: Quantity, assumed: Sequence[str]) -> tuple[int, ...]:
    """Where its assumptions stand among all of a document, counted from one."""
    return tuple(sorted({1 + assumed.index(text) for text in _assumptions(quantity)}))


def value(quantity: Quantity) -> str:
    """The number with its unit: a share as per cent, seconds and bytes in the unit that suits them."""
    if quantity.endless:
        return str(quantity)
    return f"{quantity.bound}{measured(quantity.value, quantity.unit)}{within(quantity)}"


def within(quantity: Quantity) -> str:
    """What else it may be, in brackets, where what it rests on is not known exactly."""
    return quantity.within(lambda one: measured(one, quantity.unit))


def measured(number_of: float, unit: Unit) -> str:
    """A number alone with its unit."""
    if unit == "share":
        return f"{number(float(f'{number_of * 100:.3g}'))}%"
    return number(number_of) if unit == "connections" else told(number_of, unit)


def _assumptions(quantity: Quantity) -> Iterator[str]:
    """Of all that it rests on, and of the number itself."""
    waiting, seen = [(quantity, False)], set[int]()
    while waiting:
        part, told = waiting.pop()
        if told:
            yield from part.derivation.assumptions
        elif id(part) not in seen:
            seen.add(id(part))
            waiting += [(part, True), *((one, False) for one in reversed(part.derivation.inputs))]
