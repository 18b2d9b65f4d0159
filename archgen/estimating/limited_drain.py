"""How fast limits let work out of queues: workers that wait for leave do less than they could."""

import math
from collections.abc import Mapping

from archgen.dsl.connection import Connection, End
from archgen.dsl.readable import named, number
from archgen.estimating.load import Load
from archgen.estimating.sizes.found import Found, Known, derived
from archgen.model.estimate import Measure, Quantity
from archgen.model.way_limits import let_through
from archgen.vocabulary.components.queue import Queue
from archgen.vocabulary.connections.consumes import Consumes


def let_out(load: Load, busy: Mapping[Connection, Quantity], known: Known) -> Found:
    """How much limits on what workers call let out of a queue, where that is less than the workers could do."""
    found: Found = {}
    measure: Measure = "let_through"
    limits = _Limits(load, busy, known)
    for queue in load.architecture.components(Queue):
        takes = list(load.architecture.out_of(queue, Consumes))
        if takes and all(one in busy for one in takes):
            parts = [limits.part(one) for one in takes]
            if any(part is not busy[one] for part, one in zip(parts, takes, strict=True)):
                formula = " + ".join(one.derivation.formula for one in parts)
                found[queue, measure] = derived(
                    "drain that limits allow", math.fsum(one.value for one in parts), "per second", formula, parts
                )
    return found


class _Limits:
    """What the limits on the ways out of each worker let it do."""

    def __init__(self, load: Load, busy: Mapping[Connection, Quantity], known: Known) -> None:
        self._load, self._busy, self._known = load, busy, known
        self._slowest: dict[End, Quantity | None] = {}
        self._able: dict[End, float] = {}
        for takes, able in busy.items():
            self._able[takes.source] = self._able.get(takes.source, 0.0) + able.value

    def part(self, takes: Connection) -> Quantity:
        """What a consumer takes, of a queue of several its part; all that it can do, where no limit is below that."""
        worker, able = takes.source, self._busy[takes]
        if worker not in self._slowest:
            self._slowest[worker] = self._tightest(worker)
        slowest, whole = self._slowest[worker], self._able[worker]
        if slowest is None or slowest.value >= whole:
            return able
        share, assumed = able.value / whole, (*able.assumptions, *slowest.derivation.assumptions)
        text = slowest.derivation.formula if share == 1 else f"{number(share)} of {slowest.derivation.formula}"
        return derived("let through", slowest.value * share, "per second", text, (), *assumed)

    def _tightest(self, worker: End) -> Quantity | None:
        arriving = self._known.get((worker, "requests"))
        found = (self._pieces(way, arriving) for way in self._load.architecture.out_of(worker))
        return min((one for one in found if one), key=lambda one: one.value, default=None)

    def _pieces(self, way: Connection, arriving: Quantity | None) -> Quantity | None:
        """How many pieces a second the limits of a way allow."""
        most, average = let_through(self._load.architecture, way), self._load.rates.get(way)
        if most is None:
            return None
        if average and arriving and arriving.value:
            each, assumed = average.value / arriving.value, tuple(average.assumptions)
        else:
            each, assumed = 1.0 if way.per_request is None else float(way.per_request), _once(way)
        text = f"{number(most)}/s let through" + (f" / {number(each)} a piece" if each != 1 else "")
        return derived("let through", most / each, "per second", text, (), *assumed) if each else None


def _once(way: Connection) -> tuple[str, ...]:
    return () if way.per_request is not None else (f"{named(way)} once a request, as per_request is not stated",)
