"""Derived numbers as people read them, and what they assume."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from archgen.dsl.quantities import Size
from archgen.dsl.readable import named, number, readable
from archgen.model.architecture import Architecture
from archgen.model.dossier import Derived
from archgen.model.estimate import Estimate, Quantity


def derived(architecture: Architecture, estimate: Estimate, assumed: Sequence[str]) -> Iterator[Derived]:
    """Every number with the name of its subject, its value in a readable unit and the places of its assumptions."""
    for (subject, _), quantity in estimate.quantities.items():
        places = tuple(1 + assumed.index(text) for text in dict.fromkeys(_assumptions(quantity)))
        yield Derived(_subject(architecture, subject), quantity, value(quantity), tuple(sorted(places)))


def assumptions(estimate: Estimate) -> tuple[str, ...]:
    """Everything that the numbers assume, each once, in the order in which it is first needed."""
    found = (text for quantity in estimate.quantities.values() for text in _assumptions(quantity))
    return tuple(dict.fromkeys(found))


def value(quantity: Quantity) -> str:
    """The number with its unit: a share as per cent, seconds and bytes in the unit that suits them."""
    return f"{'at least ' if quantity.partial else ''}{_measured(quantity)}"


def _measured(quantity: Quantity) -> str:
    match quantity.unit:
        case "share":
            return f"{number(float(f'{quantity.value * 100:.3g}'))}%"
        case "seconds":
            return readable(timedelta(seconds=quantity.value))
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


def _subject(architecture: Architecture, id: str) -> str:
    found = (part for part in (*architecture.all_components, *architecture.all_connections) if architecture.id(part) == id)
    part = next(found, None)
    return named(part) if part else id
