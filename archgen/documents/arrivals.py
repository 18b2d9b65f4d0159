"""What arrives and what is in hand at once, for the back of the envelope."""

from collections.abc import Iterator, Mapping

from archgen.documents.facts import joined
from archgen.documents.numbers import places
from archgen.documents.point import Point
from archgen.documents.rounded import rounded, said
from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.readable import often
from archgen.model.architecture import Architecture
from archgen.model.dossier import Dossier
from archgen.model.estimate import Measure, Quantity
from archgen.vocabulary.components.client import Client
from archgen.vocabulary.components.external_system import ExternalSystem

# So many sources are told by name.
# From so many on pieces of work are told like all numbers.
FEW = 10
NAMED = 3
# Below so many a second, a whole number is as short as a rounded one.
THOUSANDS = 10_000


def arriving(dossier: Dossier) -> Iterator[Point]:
    """What comes from outside, on average and in the busiest time, and from whom."""
    rates = [(one, rate) for one in entries(dossier.architecture) if (rate := _of(dossier, one, "rate"))]
    if not rates:
        return
    total = sum(rate.value for _, rate in rates)
    peaks = [_of(dossier, one, "peak_rate") or rate for one, rate in rates]
    busiest = sum(one.value for one in peaks)
    more = rounded(often(busiest)) != rounded(often(total))
    peak = f", {often(busiest)} in the busiest time" if more else ""
    known = sorted({place for _, rate in rates for place in places(rate, dossier.assumptions)})
    text = f"arrive from outside on average{peak}{_by_source(rates)}"
    shown = rounded if _adds_up(rates) else str
    yield Point(shown(often(total)), shown(text), tuple(known[:NAMED]))


def in_hand(dossier: Dossier) -> Iterator[Point]:
    """The most work that one component has in hand, and the most connections that are open at one."""
    most = _largest(dossier, "peak_in_hand") or _largest(dossier, "in_hand")
    if most and most[1].value >= 1:
        name, quantity = most
        when = " in the busiest time" if dossier.estimate.of(dossier.architecture.id(name), "peak_in_hand") else ""
        lead = _pieces(quantity)
        are = "are" if lead.endswith("pieces of work") else "is"
        text = f"{are} in hand at once at {name.name}{when}, the most of all: {quantity.derivation.formula}"
        yield Point(lead, rounded(text), places(quantity, dossier.assumptions)[:NAMED])
    held = _largest(dossier, "connections")
    if held:
        name, quantity = held
        each = dossier.estimate.of(dossier.architecture.id(name), "connections_per_replica")
        split = f", {rounded(str(each)).removesuffix(' connections')} to a replica" if each else ""
        text = f"are open at {name.name}{split}: {quantity.derivation.formula}"
        yield Point(rounded(str(quantity)), rounded(text), places(quantity, dossier.assumptions)[:NAMED])


def _pieces(quantity: Quantity) -> str:
    """Work is in hand as a whole: between two numbers of pieces is about the one or the other."""
    whole = int(quantity.value + 0.5)
    if quantity.value >= FEW or quantity.value == whole:
        return f"{said(quantity)} piece{'s' if quantity.value != 1 else ''} of work"
    return f"{quantity.bound or 'about '}{whole:,} piece{'s' if whole > 1 else ''} of work"


def entries(architecture: Architecture) -> Iterator[Connection]:
    """What clients send; where there are none, what other systems do; where there are none either, nothing is told."""
    for sort in (Client, ExternalSystem):
        found = [
            one
            for one in architecture.connections()
            if not one.reversed
            and all(isinstance(end, sort) for end in architecture.members(one.source))
            and not all(isinstance(end, Client | ExternalSystem) for end in architecture.members(one.target))
        ]
        if sort is Client and found:
            others = [one for one in architecture.connections() if _from_others(architecture, one)]
            yield from (*found, *others)
            return
        yield from found


def _from_others(architecture: Architecture, connection: Connection) -> bool:
    members = architecture.members(connection.source)
    outside = all(isinstance(end, Client | ExternalSystem) for end in architecture.members(connection.target))
    return not outside and not connection.reversed and bool(members) and all(isinstance(end, ExternalSystem) for end in members)


def _by_source(rates: list[tuple[Connection, Quantity]]) -> str:
    """From whom, where there are several; or the one derivation."""
    sums = _sums(rates)
    if len(rates) == 1:
        formula = rates[0][1].derivation.formula
        return f", all from {rates[0][0].source.name}" if formula == "stated" else f": {formula}"
    return f": {_told(sums)}" if len(sums) > 1 else f", all from {next(iter(sums))}"


def _sums(rates: list[tuple[Connection, Quantity]]) -> dict[str, float]:
    """What comes from each."""
    sums: dict[str, float] = {}
    for connection, rate in rates:
        sums[connection.source.name] = sums.get(connection.source.name, 0) + rate.value
    return sums


def _adds_up(rates: list[tuple[Connection, Quantity]]) -> bool:
    """Whether what comes from each is still the whole where both are rounded; beyond some thousands nobody adds it up."""
    sums = _sums(rates)
    total = sum(sums.values())
    whole = all(rate == int(rate) for rate in sums.values())
    return not whole or total >= THOUSANDS or len(sums) > NAMED or sum(map(_three_digits, sums.values())) == _three_digits(total)


def _three_digits(number: float) -> float:
    return float(f"{number:.3g}")


def _told(sums: Mapping[str, float]) -> str:
    ordered = sorted(sums.items(), key=lambda one: -one[1])
    rest = sum(rate for _, rate in ordered[NAMED:])
    told = [f"{often(rate)} from {name}" for name, rate in ordered[:NAMED]]
    return joined([*told, f"{often(rest)} from others"] if rest else told)


def _largest(dossier: Dossier, measure: Measure) -> tuple[Component, Quantity] | None:
    known = ((one, dossier.estimate.of(dossier.architecture.id(one), measure)) for one in dossier.architecture.components())
    found = [(one, quantity) for one, quantity in known if quantity]
    return max(found, key=lambda one: one[1].value, default=None)


def _of(dossier: Dossier, connection: Connection, measure: Measure) -> Quantity | None:
    return dossier.estimate.of(dossier.architecture.id(connection), measure)
