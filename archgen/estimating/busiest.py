"""Every number of the busiest time, where it differs from the average."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.estimating.backlogs import Flow, backlog
from archgen.estimating.bursts import bursts, longest_into
from archgen.estimating.capacities import capacity, may_scale
from archgen.estimating.known import Found, Known
from archgen.estimating.load import Load
from archgen.estimating.peaks import carry_peaks
from archgen.estimating.rushes import at_once, is_scheduled, rushes
from archgen.estimating.utilisation import utilisation
from archgen.model.estimate import Measure, Quantity
from archgen.vocabulary.components.cache import Cache
from archgen.vocabulary.components.log import Log
from archgen.vocabulary.components.queue import Queue
from archgen.vocabulary.components.store import Store
from archgen.vocabulary.connections.consumes import Consumes
from archgen.vocabulary.connections.downloads import Downloads
from archgen.vocabulary.connections.reads import Reads
from archgen.vocabulary.connections.uploads import Uploads
from archgen.vocabulary.connections.writes import Writes

Arrival = tuple[Measure, Measure, tuple[type[Connection], ...]]
REQUESTS: Arrival = ("requests", "peak_requests", (Connection,))
LIMITING: tuple[Measure, ...] = ("requests", "reads", "writes", "capacity", "connections_per_replica")
KEPT: tuple[Arrival, ...] = (
    ("reads", "peak_reads", (Reads, Downloads)),
    ("writes", "peak_writes", (Writes, Uploads)),
)
# What stands in for what, where more comes.
INSTEAD: tuple[tuple[Measure, Measure], ...] = (
    *((usual, busiest) for usual, busiest, _ in (REQUESTS, *KEPT)),
    ("capacity", "peak_capacity"),
)


def at_peak(load: Load, known: Known) -> Found:
    """Rates, what arrives, and how full it is in the busiest time; then what waits in queues."""
    peaks = carry_peaks(load)
    found = _of_peaks(load, peaks, known) if peaks else {}
    lasting = bursts(load, peaks) if peaks else {}
    for queue in load.architecture.components(Queue):
        drain = found.get((queue, "peak_capacity")) or known.of(queue, "capacity")
        if drain:
            average, peak = known.of(queue, "requests"), found.get((queue, "peak_requests"))
            long, count = longest_into(load.architecture, queue, lasting), at_once(load.architecture, queue)
            flow = Flow(queue, average, peak, long, count, drain, _in_rushes(load, queue))
            found |= {(queue, measure): one for measure, one in backlog(flow)}
    for log in load.architecture.components(Log):
        found |= _behind(load, log, found, lasting)
    return found


def _in_rushes(load: Load, queue: Queue) -> float:
    """How many a second, on average, come to it in rushes that schedules set off, and at no other time."""
    come = (one for one in rushes(load.architecture, queue) if is_scheduled(load.architecture, one.origin))
    return sum(known.value for one in come if (known := load.rates.get(one)))


def _behind(load: Load, log: Log, found: Found, lasting: Mapping[Connection, timedelta]) -> Found:
    """How far those that read a log fall behind at peak: what waits is that of each of them. What a filter passes over waits for
    nobody.
    """
    peak, long = found.get((log, "peak_requests")), longest_into(load.architecture, log, lasting)
    waiting: Found = {}
    for takes in load.architecture.out_of(log, Consumes):
        taken = found.get((takes, "peak_rate")) or load.rates.get(takes)
        if peak and taken and takes.fan_out in (None, 1) and not takes.filter and taken.value < peak.value:
            flow = Flow(log, load.rates.get(takes), peak, long, 0, taken)
            waiting |= {(takes, measure): one for measure, one in backlog(flow)}
    return waiting


def _of_peaks(load: Load, peaks: Load, known: Known) -> Found:
    found: Found = {(one, "peak_rate"): peak for one, peak in peaks.rates.items() if peak is not load.rates.get(one)}
    for component in load.architecture.components():
        arriving = dict(_arriving(peaks, component, known))
        if arriving:
            arriving |= dict(_scaled(load, component, known))
        taken = _taken(component, known, arriving) if arriving else None
        found |= {(component, measure): one for measure, one in arriving.items()}
        if taken:
            found[component, "peak_utilisation"] = taken
    return found


def _arriving(peaks: Load, component: Component, known: Known) -> Iterator[tuple[Measure, Quantity]]:
    for usual, busiest, kinds in (REQUESTS, *(KEPT if isinstance(component, (Cache, Store)) else ())):
        average, peak = known.of(component, usual), peaks.arriving(component, kinds, f"{usual} at peak")
        if peak and (average is None or peak.value != average.value):
            yield busiest, peak


def _scaled(load: Load, component: Component, known: Known) -> Iterator[tuple[Measure, Quantity]]:
    """What can be served once all replicas are there that there can be."""
    usual = known.of(component, "capacity")
    then = capacity(load.architecture, component, scaled=True) if usual and may_scale(component) else None
    if usual and then and then.value > usual.value:
        yield "peak_capacity", then.called("capacity at peak")


def _taken(component: Component, known: Known, arriving: Mapping[Measure, Quantity]) -> Quantity | None:
    """How full it is at peak; of its limits the one that is the fullest then."""
    then: dict[Measure, Quantity] = {}
    for measure in LIMITING:
        quantity = known.of(component, measure)
        if quantity:
            then[measure] = quantity
    for usual, busiest in INSTEAD:
        if busiest in arriving:
            then[usual] = arriving[busiest]
    taken = utilisation(component, then)
    return taken.called("utilisation at peak") if taken else None
