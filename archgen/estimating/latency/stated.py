"""Times that a design states: of connections, of what they lead to, and of the way between."""

from collections.abc import Iterator
from datetime import timedelta

from archgen.dsl.agreement import agreeing
from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.readable import named, readable, span
from archgen.dsl.word import Word
from archgen.estimating.latency.fits import usually, within
from archgen.estimating.latency.spread import always, mixed
from archgen.estimating.latency.timed import ASKED, SLOW, SLOWEST, USUAL, Timed, single
from archgen.estimating.polls import interval, is_poll
from archgen.model.architecture import Architecture
from archgen.model.course import Leg
from archgen.model.waiting import waits
from archgen.vocabulary.components.aggregator import Aggregator
from archgen.vocabulary.components.cache import Cache
from archgen.vocabulary.components.cdn import Cdn
from archgen.vocabulary.components.client import Client
from archgen.vocabulary.components.external_system import ExternalSystem
from archgen.vocabulary.components.server import Server
from archgen.vocabulary.components.store import Store
from archgen.vocabulary.connections.calls import Calls
from archgen.vocabulary.connections.consumes import Consumes
from archgen.vocabulary.connections.interaction import Interaction
from archgen.vocabulary.connections.publishes import Publishes
from archgen.vocabulary.connections.transfer import Transfer
from archgen.vocabulary.connections.writes import Writes

# How much of a time that is as likely to be short as long has passed.
PART = {USUAL: "half", SLOW: "95 %", SLOWEST: "99 %"}


def whole(leg: Leg) -> Timed | None:
    """How long the connection says that one takes, the way and the work of the target included."""
    along = leg.along
    if leg.back or not isinstance(along, Interaction):
        return None
    return _stated(named(along), along, "latency", "latency_p99")


def way(architecture: Architecture, leg: Leg) -> Timed | None:
    """The way on the network: there and back where somebody waits for the answer, else there alone."""
    along, needs = leg.along, architecture.design.requirements
    own = along.round_trip if isinstance(along, Interaction) else None
    trip = own if own is not None else needs.round_trip if _client_at_an_end(architecture, leg) else None
    if trip is None:
        return None
    ends = f"the way between {along.source.name} and {along.target.name}"
    if waits(along) or (leg.back and is_poll(along) and not _is_held_open(along)):
        return single(ends, always(trip.total_seconds()), lambda _: f"a round trip of {readable(trip)}")
    return single(ends, always(trip.total_seconds() / 2), lambda _: f"half a round trip of {readable(trip)}")


def poll_wait(leg: Leg, *, first: bool) -> Timed | None:
    """How long news waits until the next poll comes by; nothing where the walkthrough begins with that poll."""
    begins = first and not leg.back
    pause = None if begins or leg.parent or not is_poll(leg.along) else interval(leg.along)
    if pause is None:
        return None
    return single(
        f"the wait for the next poll of {leg.along.source.name}",
        within(pause.total_seconds()),
        lambda share: f"{PART[share]} of the pause of {readable(pause)} between two polls",
        ("what is asked for changes at any time between two polls",),
    )


def window_wait(leg: Leg) -> Timed | None:
    """How long what an aggregator adds up waits until its window is over, before the sum is handed on."""
    source = leg.along.source
    if leg.back or not isinstance(leg.along, Publishes) or not isinstance(source, Aggregator) or not source.window:
        return None
    window = source.window
    return single(
        f"the wait for the window of {source.name}",
        within(window.total_seconds()),
        lambda share: f"{PART[share]} of the {readable(window)} that are added up",
        ("what is added up comes at any time within its window",),
    )


def work(leg: Leg) -> Timed | None:
    """How long the target works on it, as it says itself."""
    along, target = leg.along, leg.along.destination
    if leg.back or not isinstance(target, Component):
        return None
    name = f"the work of {target.name}"
    match along, target:
        case Writes(), Store() | Cache():
            return _stated(f"{along.source.name} {agreeing(along.source.name, 'writes')} {target.name}", target, "write_latency")
        case _, Cache(hit_rate=hits, miss_latency=missed) if hits is not None and missed is not None:
            return _of_cache(target, hits, missed)
        case _, Cache() | Cdn():
            return _stated(f"the answer of {target.name}", target, "hit_latency")
        case Transfer(), Store():
            return None
        case _, Store():
            return _stated(f"{along.source.name} {agreeing(along.source.name, 'reads')} {target.name}", target, "latency")
        case ((Calls() | Consumes() | Interaction()), Server() | ExternalSystem()):
            return _stated(name, target, "task_duration", "task_duration_p99" if isinstance(target, Server) else None)
    return None


def _of_cache(cache: Cache, hits: float, missed: timedelta) -> Timed:
    """Both ways at once, where it is stated how long a miss takes with the fetch."""
    hit, miss = cache.hit_latency or timedelta(0), missed
    spread = mixed(hits, always(hit.total_seconds()), always(miss.total_seconds()))
    lacking = ASKED if cache.hit_latency is None else ()
    text = f"{hits * 100:.9g} % take {readable(hit)}, the others, with what they fetch, {readable(miss)}"
    return single(f"the answer of {cache.name}", spread, lambda _: text, partial=lacking)


def is_end(leg: Leg) -> bool:
    """Whether nobody expects the target to work: people look at what they are shown."""
    return leg.back or isinstance(leg.along.destination, Client)


def _stated(name: str, part: Word, usual: str, slow: str | None = None) -> Timed | None:
    time: timedelta | None = getattr(part, usual)
    slowest: timedelta | None = getattr(part, slow) if slow else None
    if time is None and slowest is None:
        return None
    spread = usually(time.total_seconds() if time else 0, slowest.total_seconds() if slowest is not None else None)
    told = [*_told(time, "as a rule"), *_told(slowest, "for all but the slowest hundredth")]
    lacking = (*([USUAL, SLOW] if time is None else []), *([SLOW, SLOWEST] if slowest is None else []))
    more = "" if slowest is not None else "; the slowest hundredth is not stated"
    return single(name, spread, lambda share: " and ".join(told) + (more if share > USUAL else ""), partial=lacking)


def _told(value: timedelta | None, what: str) -> Iterator[str]:
    if value is not None:
        yield f"{span(value.total_seconds())} {what}"


def _is_held_open(along: Connection) -> bool:
    return isinstance(along, Calls) and along.protocol == "long_poll"


def _client_at_an_end(architecture: Architecture, leg: Leg) -> bool:
    ends = (*architecture.members(leg.along.source), *architecture.members(leg.along.target))
    return any(isinstance(end, Client) for end in ends)
