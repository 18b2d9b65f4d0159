"""What bounds how much goes along a connection: limits that are stated on its way, and how many count for themselves there."""

from collections.abc import Iterator, Mapping, Sequence

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.model.architecture import Architecture, remembered
from archgen.values import dataclass
from archgen.vocabulary.components.function import Function
from archgen.vocabulary.components.rate_limiter import RateLimiter
from archgen.vocabulary.components.server import Server
from archgen.vocabulary.connections.calls import Calls
from archgen.vocabulary.connections.interaction import Interaction
from archgen.vocabulary.connections.notifies import Notifies
from archgen.vocabulary.policies.rate_limit import RateLimit


@dataclass(frozen=True)
class WayLimit:
    """A limit for all that go the way, where it is stated, and how many count there at the most; None where that is not known."""

    limit: RateLimit
    at: Interaction | RateLimiter
    counters: int | None

    @property
    def is_multiplied(self) -> bool | None:
        """Whether each of several counts for itself, so that all together let more through; None where that is not stated."""
        if self.limit.counted == "together" or self.counters == 1:
            return False
        return True if self.limit.counted == "locally" else None

    @property
    def together(self) -> float | None:
        """How many a second all of them let through; None where that is not known.

        Where it is not stated who counts, it is taken for one count of all.
        """
        if self.limit.rate is None:
            return None
        if self.limit.counted != "locally":
            return float(self.limit.rate)
        return None if self.counters is None else self.limit.rate * self.counters


def way_limits(architecture: Architecture, way: Connection) -> Sequence[WayLimit]:
    """What bounds all that goes along it: its own limit, that of a limiter it comes from, and those of limiters asked for leave.

    Limits of each user, tenant or key bound nothing of the whole.
    """
    return [one for one in _stated(architecture, way) if one.limit.per in (None, "global") and one.limit.unit is None]


def let_through(architecture: Architecture, way: Connection) -> float | None:
    """How many a second these limits let through; None where none says."""
    known = [one.together for one in way_limits(architecture, way)]
    return min((one for one in known if one is not None), default=None)


def most_replicas(component: Component) -> int | None:
    """How many of it run at the most; None where that is not stated, or has no end."""
    if not isinstance(component, Server):
        return None
    if isinstance(component, Function) and component.reserved_concurrency:
        return component.reserved_concurrency
    if component.autoscaling:
        return component.autoscaling.max_replicas
    return component.replicas


def _stated(architecture: Architecture, way: Connection) -> Iterator[WayLimit]:
    sources = architecture.members(way.source)
    if isinstance(way, Interaction) and way.rate_limit:
        yield WayLimit(way.rate_limit, way, _together(sources))
    for source in sources if isinstance(way, (Calls, Notifies)) else ():
        asked = (source,) if isinstance(source, RateLimiter) else _asked(architecture).get(source, ())
        for limiter in asked:
            if limiter.rate_limit:
                yield WayLimit(limiter.rate_limit, limiter, most_replicas(limiter))


def _together(sources: Sequence[Component]) -> int | None:
    counts = [most_replicas(one) for one in sources]
    return None if None in counts else sum(one or 0 for one in counts)


@remembered
def _asked(architecture: Architecture) -> Mapping[Component, Sequence[RateLimiter]]:
    """The limiters that each component asks for leave: those that call nobody on its behalf."""
    found: dict[Component, list[RateLimiter]] = {}
    for limiter in architecture.components(RateLimiter):
        if any(architecture.out_of(limiter, Calls)):
            continue
        for call in architecture.into(limiter, Calls):
            for source in architecture.members(call.source):
                found.setdefault(source, []).append(limiter)
    return found
