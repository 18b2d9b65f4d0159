"""How fast limits let work out of queues: workers that wait for leave do less than they could."""

import math

from archgen.dsl.connection import Connection, End
from archgen.dsl.readable import named, number
from archgen.estimating.known import Found, Known
from archgen.estimating.load import Load
from archgen.estimating.pools import Pools
from archgen.estimating.sizes.found import derived
from archgen.model.architecture import Architecture
from archgen.model.estimate import ONCE, Measure, Quantity
from archgen.model.way_limits import let_through
from archgen.vocabulary.components.queue import Queue
from archgen.vocabulary.components.rate_limiter import RateLimiter
from archgen.vocabulary.connections.consumes import Consumes
from archgen.vocabulary.connections.interaction import Interaction


def let_out(load: Load, pools: Pools, known: Known) -> Found:
    """How much limits on what workers call let out of a queue, where that is less than the workers could do."""
    found: Found = {}
    measure: Measure = "let_through"
    limits = _Limits(load, known)
    for queue in load.architecture.components(Queue) if _are_stated(load.architecture) else ():
        takes = list(load.architecture.out_of(queue, Consumes))
        parts = [_part(load, pools, limits, one) for one in takes]
        told = [one for one, _ in parts if one]
        if told and len(told) == len(takes) and any(limited for _, limited in parts):
            formula, value = " + ".join(one.derivation.formula for one in told), math.fsum(one.value for one in told)
            found[queue, measure] = derived("pace that limits allow", value, "per second", formula, told)
    return found


def _are_stated(architecture: Architecture) -> bool:
    limited = any(one.rate_limit for one in architecture.connections(Interaction))
    return limited or any(one.rate_limit for one in architecture.components(RateLimiter))


def _part(load: Load, pools: Pools, limits: "_Limits", takes: Connection) -> tuple[Quantity | None, bool]:
    """What a consumer takes, of a queue of several its part, and whether a limit makes it that few; None where none is known."""
    pool, average = pools.of(takes), load.rates.get(takes)
    if pool is None:
        return None, False
    able, slowest = pool.part(average), limits.slowest(takes.source)
    if slowest is None or (pool.whole and slowest.value >= pool.whole.value):
        return able, False
    share, assumed = pool.share(average), (*(able.assumptions if able else ()), *slowest.derivation.assumptions)
    text = slowest.derivation.formula if share == 1 else f"{number(share)} of {slowest.derivation.formula}"
    return derived("let through", slowest.value * share, "per second", text, (), *assumed), True


class _Limits:
    """How many pieces of work a second the limits on the ways out of each worker let it do."""

    def __init__(self, load: Load, known: Known) -> None:
        self._load, self._known = load, known
        self._slowest: dict[End, Quantity | None] = {}

    def slowest(self, worker: End) -> Quantity | None:
        """By the tightest of them; None where there is none."""
        if worker not in self._slowest:
            self._slowest[worker] = self._tightest(worker)
        return self._slowest[worker]

    def _tightest(self, worker: End) -> Quantity | None:
        arriving = self._known.of(worker, "requests")
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
    return () if way.per_request is not None else (f"{named(way)}{ONCE}",)
