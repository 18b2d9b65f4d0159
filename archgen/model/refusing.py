"""Who is refused when there is too much: the calls that come to something which says no, whatever passes them on."""

from collections.abc import Iterator, Mapping

from archgen.dsl.component import Component
from archgen.dsl.word import Word
from archgen.model.architecture import Architecture, remembered
from archgen.model.client_path import Passing
from archgen.model.live_updates import looks
from archgen.values import dataclass
from archgen.vocabulary.components.client import Client
from archgen.vocabulary.components.external_system import ExternalSystem
from archgen.vocabulary.components.load_balancer import LoadBalancer
from archgen.vocabulary.components.rate_limiter import RateLimiter
from archgen.vocabulary.components.server import Server
from archgen.vocabulary.components.service import Service
from archgen.vocabulary.connections.calls import Calls

# These limit what others send; whoever calls from within limits itself.
OUTSIDE = (Client, ExternalSystem)


@dataclass(frozen=True)
class Refusing:
    """What refuses: a component, or the limit of a connection, and the attribute that says so."""

    part: Word
    attribute: str

    @property
    def by_status(self) -> bool:
        """Whether it is stated with which status."""
        return self.attribute == "overflow_status"


@remembered
def refusing(architecture: Architecture) -> Mapping[Calls, Refusing]:
    """Every call that is refused when there is too much; but those that look how far something is, which come again anyway."""
    known = _components(architecture)
    found: dict[Calls, Refusing] = {}
    for call in architecture.connections(Calls):
        if not looks(call) and call.protocol not in ("poll", "long_poll"):
            said = next((known[end] for end in architecture.members(call.target) if end in known), None) if known else None
            if not said and call.rate_limit and any(isinstance(one, OUTSIDE) for one in architecture.members(call.source)):
                said = Refusing(call, "rate_limit")
            if said:
                found[call] = said
    return found


def _components(architecture: Architecture) -> Mapping[Component, Refusing]:
    """Those that refuse themselves, and those that pass calls on to such a one."""
    found = {one: said for one in architecture.components() if (said := _own(one))}
    waiting = list(found)
    while waiting:
        reached = waiting.pop()
        for passing in _before(architecture, reached):
            if passing not in found:
                found[passing] = found[reached]
                waiting.append(passing)
    return found


def _own(component: Component) -> Refusing | None:
    if isinstance(component, Service) and component.overflow_status is not None:
        return Refusing(component, "overflow_status")
    limited = isinstance(component, (Server, LoadBalancer)) and component.rate_limit
    return Refusing(component, "rate_limit") if limited else None


def _before(architecture: Architecture, component: Component) -> Iterator[Component]:
    for call in architecture.into(component, Calls):
        yield from (one for one in architecture.members(call.source) if isinstance(one, (Passing, RateLimiter)))
