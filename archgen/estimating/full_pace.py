"""What arrives where workers have all the work they can take: while it waits in queues, they call as fast as they are able to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.readable import number, readable
from archgen.estimating.again import carry_again
from archgen.estimating.capacities import capacity, scaled_out
from archgen.estimating.known import Found, Known
from archgen.estimating.limited_drain import let_out
from archgen.estimating.load import Load
from archgen.estimating.peaks import at_most
from archgen.estimating.pools import NAME, Pools
from archgen.estimating.rates import plain
from archgen.estimating.sizes.found import derived
from archgen.model.architecture import Architecture
from archgen.model.estimate import Quantity
from archgen.model.way_limits import let_through, way_limits
from archgen.vocabulary.components.broker import Broker
from archgen.vocabulary.components.log import Log
from archgen.vocabulary.components.queue import Queue
from archgen.vocabulary.components.server import Server
from archgen.vocabulary.components.store import Store
from archgen.vocabulary.components.worker import Worker
from archgen.vocabulary.connections.consumes import Consumes
from archgen.vocabulary.connections.downloads import Downloads
from archgen.vocabulary.connections.reads import Reads
from archgen.vocabulary.connections.uploads import Uploads
from archgen.vocabulary.connections.writes import Writes

Kinds = tuple[type[Connection], ...]
ALL, READS, WRITES = (Connection,), (Reads, Downloads), (Writes, Uploads)


def at_full_pace(load: Load, known: Known) -> Found:
    """Of whatever states a limit, how much comes to it then; and how fast limits let work out of a queue."""
    pools = Pools(load)
    out, busy = let_out(load, pools, known), dict(_busy(load, pools))
    if not busy:
        return out
    full = carry_again(load, {}, _Pace(load, busy).change, NAME)
    growing = {one for one, then in full.rates.items() if _grows(load.rates.get(one), then)}
    found: Found = {}
    for component in load.architecture.components():
        ways = [one for one in load.architecture.into(component) if one in growing]
        used = _used(full, component) if ways else None
        if used:
            found |= {(one, "full_rate"): full.rates[one] for one in ways}
            found |= {(component, "full_requests"): used[0], (component, "full_utilisation"): used[1]}
    return found | out


def _busy(load: Load, pools: Pools) -> Iterator[tuple[Connection, Quantity]]:
    """What each worker takes out of a queue or log then, where that is more than on average."""
    for kind in (Queue, Log):
        for broker in load.architecture.components(kind):
            for takes in load.architecture.out_of(broker, Consumes):
                pool, average = pools.of(takes), load.rates.get(takes)
                able = pool.part(average) if pool else None
                if able and (average is None or able.value > average.value):
                    yield takes, able


def _grows(usual: Quantity | None, then: Quantity) -> bool:
    return usual is None or then.value > usual.value


@dataclass(frozen=True)
class _Pace:
    load: Load
    busy: Mapping[Connection, Quantity]

    def change(self, connection: Connection, carried: Quantity | None) -> Quantity | None:
        """Consumers take all they can; what they set off by that goes no faster than the limits on its way."""
        average = self.load.rates.get(connection)
        if connection in self.busy:
            return self.busy[connection]
        if carried is None or carried is average:
            return carried
        most = let_through(self.load.architecture, connection)
        if most is None:  # what is bounded by a number that nobody states is not known to grow
            return average if way_limits(self.load.architecture, connection) else carried
        return at_most(most, f"the {number(most)}/s that are let through", carried, average)


def _used(full: Load, component: Component) -> tuple[Quantity, Quantity] | None:
    """What arrives, and how much of the limit that is the fullest it takes."""
    found = []
    for what, kinds, limit in _limits(full.architecture, component):
        arriving = full.arriving(component, kinds, f"{what} while work waits")
        if arriving and limit.value:
            formula = f"{plain(arriving)} / {plain(limit)}"
            share = derived("utilisation while work waits", arriving.value / limit.value, "share", formula, [arriving, limit])
            found.append((arriving, share))
    return max(found, key=lambda one: one[1].value, default=None)


def _limits(architecture: Architecture, component: Component) -> Iterator[tuple[str, Kinds, Quantity]]:
    """What it can serve, or lets in."""
    able = None if isinstance(component, (Broker, Worker)) else capacity(architecture, component, scaled=True)
    if able:
        assumed = scaled_out(component) if isinstance(component, Server) else ()
        kept = [one for one in able.assumptions if one not in assumed]
        yield "requests", ALL, derived("capacity", able.value, "per second", able.derivation.formula, (), *kept)
    lets_in = component.rate_limit if isinstance(component, Server) else None
    if lets_in and lets_in.rate is not None and lets_in.per in (None, "global") and lets_in.unit is None:
        yield "requests", ALL, derived("let in", float(lets_in.rate), "per second", f"{readable(lets_in.rate)} let in")
    if isinstance(component, Store):
        for what, kinds, most in (("reads", READS, component.max_read_rate), ("writes", WRITES, component.max_write_rate)):
            if most is not None:
                yield what, kinds, derived(what, float(most), "per second", "stated")
