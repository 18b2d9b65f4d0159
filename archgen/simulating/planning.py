"""From a design and its estimate to what is simulated."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.readable import named
from archgen.model.architecture import Architecture
from archgen.model.cached_read import cache_before
from archgen.model.estimate import Estimate
from archgen.simulating.cached import entries_of, looked_up, unfollowed
from archgen.simulating.courses import course_of, dead_letters
from archgen.simulating.durations import latency_of, replicas_of, staffed
from archgen.simulating.guarding import Policies
from archgen.simulating.measures import Entries
from archgen.simulating.plan import Course, Failing, Plan, Source, Station, Step
from archgen.simulating.unsimulated import unsimulated
from archgen.vocabulary.components.broker import Broker
from archgen.vocabulary.components.cache import Cache
from archgen.vocabulary.components.client import Client
from archgen.vocabulary.components.load_balancer import LoadBalancer
from archgen.vocabulary.components.queue import Queue
from archgen.vocabulary.components.service import Service
from archgen.vocabulary.components.store import Store
from archgen.vocabulary.connections.calls import Calls
from archgen.vocabulary.connections.consumes import Consumes
from archgen.vocabulary.connections.downloads import Downloads
from archgen.vocabulary.connections.interaction import Interaction
from archgen.vocabulary.connections.reads import Reads

SetsOff = Callable[[Component, Connection, Connection], bool]
# Shares of 1 add up to it but for rounding.
NEARLY = 1e-9


def plan(architecture: Architecture, estimate: Estimate, sets_off: SetsOff) -> Plan:
    """All of which enough is known; the rest is named. `sets_off` says which arrivals at a component cause what leaves it."""
    return _Planning(architecture, estimate, sets_off).plan()


@dataclass
class _Planning:
    """Stations are made when something first leads to them."""

    architecture: Architecture
    estimate: Estimate
    sets_off: SetsOff
    stations: list[Station] = field(default_factory=list)
    places: dict[tuple[Component, str], int] = field(default_factory=dict)
    left_out: dict[str, None] = field(default_factory=dict)
    assumed: dict[str, None] = field(default_factory=dict)
    arriving: dict[tuple[Component, Connection], float] = field(default_factory=dict)
    entries: list[Entries] = field(default_factory=list)

    def plan(self) -> Plan:
        for connection in self.flowing:
            for member in self._ends(connection):
                self._place(member, connection)
        ways = [self._course(connection) for connection in self.flowing]
        for queue, course in list(self._dead_letters()):
            ways = [self._buried(one, queue, len(ways)) for one in ways]
            ways.append(course)
        self._consumers()
        for text in unsimulated(self.architecture, self.flowing):
            self.left_out[text] = None
        return Plan(
            tuple(self.stations), tuple(ways), tuple(self._sources()), tuple(self.left_out), tuple(self.assumed),
            tuple(self.entries), tuple(self._failing()),
        )  # fmt: skip

    @cached_property
    def policies(self) -> Policies:
        """What guards stations and ways; what cannot be simulated of it is noted here."""
        return Policies(self.architecture, self.left_out, self.assumed)

    def _failing(self) -> Iterator[Failing]:
        """What states how much of the time it is there."""
        for component in dict.fromkeys(component for component, _ in self.places):
            if component.availability is not None:
                yield Failing(self.architecture.id(component), 1, component.availability)
            elif component.replica_availability is not None:
                yield Failing(self.architecture.id(component), replicas_of(component), component.replica_availability)

    @cached_property
    def flowing(self) -> Sequence[Connection]:
        """What has a rate, and leads to more than clients."""
        found = []
        for one in self.architecture.connections():
            if not list(self._ends(one)):
                continue
            if self._rate(one) is None:
                self.left_out[f"{named(one)}, as no rate of it is known"] = None
            elif self._rate(one):
                found.append(one)
        return found

    @cached_property
    def _numbers(self) -> dict[Connection, int]:
        return {one: place for place, one in enumerate(self.flowing)}

    def _rate(self, connection: Connection) -> float | None:
        quantity = self.estimate.of(self.architecture.id(connection), "rate")
        return quantity.value if quantity else None

    def _ends(self, connection: Connection) -> Iterator[Component]:
        return (one for one in self.architecture.members(connection.destination) if not isinstance(one, Client))

    def _place(self, component: Component, connection: Connection) -> int:
        """The station that a component is to what comes along a connection."""
        reads = isinstance(connection, (Reads, Downloads, Calls))
        apart = isinstance(component, Store)
        staff = staffed(component, reads)
        own = isinstance(connection, Interaction) and connection.latency is not None and staff is None
        key = (component, self.architecture.id(connection) if own else (("reads" if reads else "writes") if apart else ""))
        if key in self.places:
            return self.places[key]
        subject, name = self.architecture.id(component), f"{component.name} {key[1]}" if apart and not own else component.name
        abreast = isinstance(component, Service) and bool(component.fetched_in_parallel)
        station = Station(subject, name, replicas=replicas_of(component), parallel=abreast)
        if isinstance(component, Queue):
            station = self._queued(component, station)
        elif staff:
            station = replace(station, servers=staff.servers, times=staff.times, holds=staff.holds)
            self.assumed |= dict.fromkeys(staff.assumed)
        elif own and isinstance(connection, Interaction) and connection.latency is not None:
            station = replace(station, times=latency_of(connection))
        else:
            self._unstated(component, key[1])
        self.places[key] = len(self.stations)
        self.stations.append(self.policies.of_station(component, station))
        return self.places[key]

    def _queued(self, queue: Queue, station: Station) -> Station:
        keeps = queue.message_ttl.total_seconds() if queue.message_ttl is not None else None
        return replace(
            station, replicas=1, limit=queue.max_depth, drops_oldest=queue.overflow == "drop_oldest", consumers=(), keeps=keeps
        )

    def _unstated(self, component: Component, what: str) -> None:
        if isinstance(component, (LoadBalancer, Broker)):
            return
        missing = "task_duration nor capacity"
        if isinstance(component, Store):
            missing = "latency nor max_read_rate" if what == "reads" else "write_latency nor max_write_rate"
        if isinstance(component, Cache):
            self.left_out[f"time at {component.name}, as it does not state hit_latency"] = None
            return
        self.left_out[f"time at {component.name}, as it states neither {missing}"] = None

    def _course(self, connection: Connection) -> Course:
        ends = list(self._ends(connection))
        targets = tuple(self._place(end, connection) for end in ends)
        after = tuple(tuple(self._steps(end, connection)) for end in ends)
        queue = connection.origin if isinstance(connection, Consumes) and isinstance(connection.origin, Queue) else None
        place = self.places.get((queue, "")) if queue else None
        return self.policies.of_course(connection, course_of(self.architecture, connection, targets, after, place))

    def _steps(self, component: Component, arriving: Connection) -> Iterator[Step]:
        """What one that arrives along this sets off at the component."""
        if isinstance(component, Queue):
            return
        found = [
            (leaving, self._times(component, leaving))
            for leaving in self.architecture.out_of(component)
            if leaving in self._numbers and self.sets_off(component, arriving, leaving)
        ]
        known = [(leaving, times) for leaving, times in found if times]
        if isinstance(component, LoadBalancer) and len(known) > 1 and sum(times for _, times in known) <= 1 + NEARLY:
            yield Step(self._numbers[known[0][0]], choices=tuple(self._shares(known)))
            return
        for leaving, times in known:
            cache = cache_before(self.architecture, leaving)
            yield self._behind(component, leaving, cache, times) if cache else Step(self._numbers[leaving], times, bare=times)

    def _behind(self, component: Component, leaving: Connection, cache: Cache, times: float) -> Step:
        """A read of what a cache stands before: of what is not there, or of all while the cache is away."""
        place = self.places.get((cache, ""))
        asked = [one for one in looked_up(self.architecture, leaving, cache) if one in self._numbers]
        rate = sum(self._rate(one) or 0.0 for one in asked)
        entries = entries_of(self.architecture, leaving, cache, place, rate) if rate else None
        bare = times / (1 - cache.hit_rate) if cache.hit_rate is not None and cache.hit_rate < 1 else times
        if entries is None:
            self.left_out[f"entries of {cache.name}, as {unfollowed(cache)}: hit_rate stands in"] = None
            return Step(self._numbers[leaving], times, place, bare)
        if entries.keys:
            self.assumed[f"how often {cache.name} has what is read follows from ttl and distinct_keys, not from hit_rate"] = None
        if entries.keys and entries.skewed:
            self.assumed[f"the second key in {cache.name} is read about half as often as the first, and so on, for its skew"] = (
                None
            )
        self.entries.append(entries)
        lookups = 1.0 if component is cache else sum(self._times(component, one) for one in asked)
        return Step(self._numbers[leaving], times, place, lookups, entries=len(self.entries) - 1)

    def _shares(self, known: Sequence[tuple[Connection, float]]) -> Iterator[tuple[float, int]]:
        until = 0.0
        for leaving, times in known:
            until += times
            yield until + NEARLY, self._numbers[leaving]

    def _times(self, component: Component, leaving: Connection) -> float:
        """How many of the leaving ones each arrival sets off, by their rates."""
        arriving = self._arriving(component, leaving)
        members = [one for one in self.architecture.members(leaving.origin) if not isinstance(one, Client)]
        own = (self._rate(leaving) or 0.0) / max(1, len(members))
        return own / arriving if arriving else 0.0

    def _arriving(self, component: Component, leaving: Connection) -> float:
        """What arrives at the component and sets off the leaving ones; asked again for each of these."""
        if (component, leaving) in self.arriving:
            return self.arriving[component, leaving]
        total = 0.0
        for one in self.architecture.into(component):
            if one in self._numbers and self.sets_off(component, one, leaving):
                total += (self._rate(one) or 0.0) / len(self.architecture.members(one.destination))
        self.arriving[component, leaving] = total
        return total

    def _sources(self) -> Iterator[Source]:
        """What clients send, and what nothing sets off."""
        for one, place in self._numbers.items():
            origins = self.architecture.members(one.origin)
            known = any(self._arriving(member, one) for member in origins if not isinstance(member, Client))
            if not known and not isinstance(one, Consumes):
                yield Source(place, self._rate(one) or 0.0, tuple(self.architecture.id(member) for member in origins))

    def _consumers(self) -> None:
        """Who takes from each queue."""
        for (component, _), place in self.places.items():
            if isinstance(component, Queue):
                taking = [self._numbers[one] for one in self.architecture.out_of(component, Consumes) if one in self._numbers]
                self.stations[place] = replace(self.stations[place], consumers=tuple(taking))

    def _dead_letters(self) -> Iterator[tuple[int, Course]]:
        """The way from each queue to the one that takes what failed too often."""
        for (component, _key), place in list(self.places.items()):
            if isinstance(component, Queue) and isinstance(component.dead_letter, Queue):
                target = self._queue(component.dead_letter)
                yield place, dead_letters(self.architecture, component, component.dead_letter, target)

    def _queue(self, queue: Queue) -> int:
        if (queue, "") not in self.places:
            self.places[queue, ""] = len(self.stations)
            self.stations.append(self._queued(queue, Station(self.architecture.id(queue), queue.name)))
        return self.places[queue, ""]

    def _buried(self, course: Course, queue: int, way: int) -> Course:
        return replace(course, dead_letters=way) if course.message_of == queue else course
