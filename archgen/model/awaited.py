"""What clients wait for, each with the way to it on which the request ends soonest."""

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from functools import cached_property
from itertools import count

from archgen.dsl.component import Component
from archgen.dsl.word import Word
from archgen.model.architecture import Architecture, remembered
from archgen.values import dataclass
from archgen.vocabulary.components.client import Client
from archgen.vocabulary.components.load_balancer import LoadBalancer
from archgen.vocabulary.connections.calls import Calls

UNLIMITED = timedelta.max
# From which length on work should not be waited for in a request; people lose patience earlier.
SLOW = timedelta(seconds=5)
# How long a request lasts where no hop of its way states a timeout: the shortest that is usual.
USUAL_TIMEOUT = timedelta(seconds=30)


@dataclass(frozen=True, eq=False)
class AwaitedWay:
    """A way from a client over calls: the last of them, where it ends, and what came before that.

    `limit` is the shortest time that is stated on it, by the attribute of the part that `by` names; UNLIMITED and None where
    nothing is stated. `first` is the client's own call, `place` says which way was found before which.
    """

    call: Calls
    end: Component
    before: "AwaitedWay | None"
    first: Calls
    limit: timedelta
    by: tuple[Word, str] | None
    place: int

    def back(self) -> Iterator[Calls]:
        """Its calls from the last to the first."""
        way: AwaitedWay | None = self
        while way is not None:
            yield way.call
            way = way.before


def awaited(
    architecture: Architecture, waits: Callable[[Calls], bool], assumed: timedelta, durations: Mapping[Component, timedelta]
) -> Mapping[Component, AwaitedWay]:
    """What clients wait for along the calls that wait, and that lasts as long as a request may, with the way that ends soonest.

    A way on which nothing is stated counts as one that ends after the time that is assumed.
    """
    first_end = min(assumed, _shortest(architecture))
    if all(lasts < first_end for lasts in durations.values()):
        return {}
    search = _Search(architecture, waits)
    late = {job for job, lasts in durations.items() if lasts >= min(search.least.get(job, UNLIMITED), assumed)}
    ways = search.ways() if late else _Found({}, {}, {})
    found = {}
    for end, first in ways.first.items():
        if end not in late:
            continue
        stated, unstated = ways.soonest.get(end), ways.unstated.get(end)
        known = [(way.limit if way.by else assumed, way.place, way) for way in (stated, unstated) if way]
        found[end] = min(known, key=lambda one: one[:2])[-1] if known else first
    return found


@remembered
def _shortest(architecture: Architecture) -> timedelta:
    """The shortest time that any call or balancer states: what is done sooner is too late for nobody."""
    stated = (call.timeout for call in architecture.connections(Calls))
    idle = (balancer.idle_timeout for balancer in architecture.components(LoadBalancer))
    return min((time for time in (*stated, *idle) if time is not None), default=UNLIMITED)


@dataclass(frozen=True, eq=False)
class _Found:
    """Of each component the first way to it, the first on which the request ends soonest, and the first that states nothing."""

    first: dict[Component, AwaitedWay]
    soonest: dict[Component, AwaitedWay]
    unstated: dict[Component, AwaitedWay]

    def takes(self, way: AwaitedWay, least: timedelta | None) -> bool:
        """Keep the way, where it is the first of its sort."""
        kept = [way.end not in self.first]
        self.first.setdefault(way.end, way)
        for sort, limit in ((self.soonest, least), (self.unstated, UNLIMITED)):
            kept.append(way.limit == limit and way.end not in sort)
            if kept[-1]:
                sort[way.end] = way
        return any(kept)


class _Search:
    """Breadth first. First it is found out how soon a request can end anywhere, then which way that takes."""

    def __init__(self, architecture: Architecture, waits: Callable[[Calls], bool]) -> None:
        self._architecture = architecture
        self._waits = waits

    def ways(self) -> _Found:
        """At most three ways to each component are gone on with, however many there are."""
        found = _Found({}, {}, {})
        places = count()
        tried: dict[tuple[Calls, bool], timedelta] = {}
        waiting: deque[tuple[AwaitedWay | None, Calls]] = deque((None, call) for call in self._from_clients())
        while waiting:
            before, call = waiting.popleft()
            limit = before.limit if before else UNLIMITED
            sort = call, limit == UNLIMITED
            if sort in tried and tried[sort] <= limit:
                continue  # a call out of a group, that another of its members has come to before
            tried[sort] = limit
            for end in self._architecture.members(call.target):
                way = _extended(before, call, end, next(places))
                if found.takes(way, self.least.get(end)):
                    waiting.extend((way, ahead) for ahead in self._onward(end))
        return found

    @cached_property
    def least(self) -> Mapping[Component, timedelta]:
        """The shortest time that is stated on any way to each component: it holds for all that is reached from there."""
        calls = list(self._reached())
        members = self._architecture.members
        limits: list[tuple[timedelta, Calls | Component]] = [(one.timeout, one) for one in calls if one.timeout is not None]
        ends = dict.fromkeys(end for call in calls for end in members(call.target))
        limits += [(end.idle_timeout, end) for end in ends if isinstance(end, LoadBalancer) and end.idle_timeout is not None]
        found: dict[Component, timedelta] = {}
        passed: set[Calls] = set()
        for limit, start in sorted(limits, key=lambda one: one[0]):
            waiting = [start]
            while waiting:
                part = waiting.pop()
                if isinstance(part, Calls) and part not in passed:
                    passed.add(part)
                    waiting += members(part.target)
                elif isinstance(part, Component) and part not in found:
                    found[part] = limit
                    waiting += self._onward(part)
        return found

    def _reached(self) -> Iterator[Calls]:
        waiting, seen = list(self._from_clients()), set[Calls | Component]()
        while waiting:
            call = waiting.pop()
            if call not in seen:
                seen.add(call)
                yield call
                fresh = [end for end in self._architecture.members(call.target) if end not in seen]
                seen.update(fresh)
                waiting += [ahead for end in fresh for ahead in self._onward(end)]

    def _from_clients(self) -> Iterator[Calls]:
        return (call for client in self._architecture.components(Client) for call in self._onward(client))

    def _onward(self, component: Component) -> Iterator[Calls]:
        return filter(self._waits, self._architecture.out_of(component, Calls))


def _extended(before: AwaitedWay | None, call: Calls, end: Component, place: int) -> AwaitedWay:
    """The call's own timeout goes before that of a balancer, and what comes first on the way before what comes later."""
    idle = end.idle_timeout if isinstance(end, LoadBalancer) else None
    limits: list[tuple[timedelta, tuple[Word, str] | None]] = [(before.limit, before.by)] if before else []
    limits += [(call.timeout, (call, "timeout"))] if call.timeout is not None else []
    limits += [(idle, (end, "idle_timeout"))] if idle is not None else []
    limit, by = min(
        limits, key=lambda one: (one[0], one[1] is not None and one[1][1] == "idle_timeout"), default=(UNLIMITED, None)
    )
    return AwaitedWay(call, end, before, before.first if before else call, limit, by, place)
