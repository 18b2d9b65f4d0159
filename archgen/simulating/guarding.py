"""What guards the stations and ways of a design: limits, breakers, scaling, and the time on the way."""

from dataclasses import dataclass, replace

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.readable import named
from archgen.model.architecture import Architecture
from archgen.model.cached_read import cache_before
from archgen.simulating.measures import Limit
from archgen.simulating.plan import Course, Station
from archgen.simulating.policies import Unclear, assumed_of_limit, assumed_of_scaling, breaker_of, limit_of, scaling_of
from archgen.vocabulary.components.client import Client
from archgen.vocabulary.components.server import Server
from archgen.vocabulary.connections.interaction import Interaction
from archgen.vocabulary.policies.rate_limit import RateLimit


@dataclass
class Policies:
    """Those of one design; what is passed over, and what had to be assumed, is noted in the order in which it comes up."""

    architecture: Architecture
    left_out: dict[str, None]
    assumed: dict[str, None]

    def of_station(self, component: Component, station: Station) -> Station:
        """The station with what it lets in, and with how it scales."""
        if not isinstance(component, Server):
            return station
        if component.rate_limit:
            station = replace(station, intake=self._limit(component.rate_limit, component.name))
        each = station.each / station.times.mean if station.times.mean else 0.0
        scaling = scaling_of(component, each)
        if scaling is None:
            return station
        if isinstance(scaling, Unclear) or station.servers is None:
            why = scaling.why if isinstance(scaling, Unclear) else "nobody waits there"
            self.left_out[f"autoscaling of {component.name}, as {why}"] = None
            return station
        self.assumed |= dict.fromkeys(assumed_of_scaling(component, each))
        return replace(station, scaling=scaling)

    def of_course(self, connection: Connection, course: Course) -> Course:
        """The way with what holds it up."""
        if not isinstance(connection, Interaction) or course.message_of is not None:
            return course
        cache = cache_before(self.architecture, connection)
        own = connection.rate_limit
        of = named(connection) if own else f"{cache.name} (miss_limit)" if cache else ""
        policy = own or (cache.miss_limit if cache else None)
        limit = self._limit(policy, of) if policy else None
        breaker = breaker_of(connection.circuit_breaker) if connection.circuit_breaker else None
        if isinstance(breaker, Unclear):
            self.left_out[f"circuit_breaker of {named(connection)}, as {breaker.why}"] = None
            breaker = None
        return replace(course, limit=limit, breaker=breaker, trip=self._trip(connection))

    def _limit(self, policy: RateLimit, of: str) -> Limit | None:
        limit = limit_of(policy)
        if isinstance(limit, Unclear):
            self.left_out[f"rate_limit of {of}, as {limit.why}"] = None
            return None
        self.assumed |= dict.fromkeys(assumed_of_limit(policy, of))
        return limit

    def _trip(self, connection: Interaction) -> float:
        """There and back; of clients, as the requirements say if the connection does not. In a latency it is included."""
        if connection.latency is not None:
            return 0.0
        if connection.round_trip is not None:
            return connection.round_trip.total_seconds()
        general = self.architecture.design.requirements.round_trip
        ends = (*self.architecture.members(connection.origin), *self.architecture.members(connection.destination))
        return general.total_seconds() if general is not None and any(isinstance(end, Client) for end in ends) else 0.0
