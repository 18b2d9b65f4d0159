"""What clients reach over what passes their calls on, however many ways lead there: each is looked at once for each protocol."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import islice
from typing import get_args

from archgen.dsl.component import Component
from archgen.dsl.connection import End
from archgen.model.architecture import Architecture, remembered
from archgen.model.client_path import Passing, behind, client_calls
from archgen.values import dataclass
from archgen.vocabulary.components.load_balancer import LoadBalancer
from archgen.vocabulary.connections.calls import Calls

# Of so many balancers of a group is looked at what they call on together.
ALIKE = 10
# So many balancers on the ways of one call are told, of so many that are looked at.
TOLD, LOOKED_AT = 3, 100
Hop = tuple[Passing | None, Component]
Spoken = tuple[Component, str | None]
Limited = tuple[timedelta, Passing]


@dataclass(frozen=True)
class Reached:
    """What the calls of a client come to: `end`, over `balancer`, None where it is what the client calls itself.

    `first` is the first call of a client that comes there this way. `holds` says that nothing passes it on from there. A gateway
    or a network of copies is no balancer, though it may pass calls on as one does.
    """

    first: Calls
    balancer: LoadBalancer | None
    end: Component
    holds: bool


def first_calls(architecture: Architecture, *protocols: str) -> Sequence[Calls]:
    """The calls of clients that speak one of the protocols, each once."""
    return list(dict.fromkeys(call for _, call in client_calls(architecture, *protocols)))


def endpoints(architecture: Architecture, firsts: Iterable[Calls]) -> Mapping[Component, Calls]:
    """What holds the connections that clients open by these calls, each with the first of them."""
    found: dict[Component, Calls] = {}
    for one in reached(architecture, firsts):
        if one.holds:
            found.setdefault(one.end, one.first)
    return found


def reached(architecture: Architecture, firsts: Iterable[Calls]) -> Iterator[Reached]:
    """Everything that the calls come to, depth first, in the order in which single ways would come there first."""
    onwards = onward_calls(architecture)
    entered: set[Spoken] = set()
    passed: Counter[tuple[Calls, str | None]] = Counter()
    for first in firsts:
        stack: list[Iterator[Hop]] = [iter([(None, end) for end in architecture.members(first.target)])]
        while stack:
            balancer, end = next(stack[-1], (None, None))
            if end is None:
                stack.pop()
                continue
            ahead = onwards.behind(end, first.protocol)
            yield Reached(first, balancer if isinstance(balancer, LoadBalancer) else None, end, holds=not ahead)
            if isinstance(end, Passing) and (end, first.protocol) not in entered:
                entered.add((end, first.protocol))
                fresh = [call for call in ahead if passed[call, first.protocol] < ALIKE]
                passed.update((call, first.protocol) for call in fresh)
                stack.append(_hops(architecture, end, fresh))


def _hops(architecture: Architecture, balancer: Passing, calls: Iterable[Calls]) -> Iterator[Hop]:
    return ((balancer, end) for call in calls for end in architecture.members(call.target) if end is not balancer)


class OnwardCalls:
    """What each balancer calls on in each protocol."""

    def __init__(self, architecture: Architecture) -> None:
        self._architecture = architecture
        self._known: dict[Spoken, Sequence[Calls]] = {}
        self._lasts: dict[Spoken, Component] = {}
        self._entrances: dict[tuple[End, str | None], Sequence[Limited]] = {}
        self._nexts: dict[Spoken, Sequence[Limited]] = {}
        self._shortest: dict[str | None, Mapping[Component, timedelta]] = {}

    def behind(self, end: Component, protocol: str | None) -> Sequence[Calls]:
        """The calls that lead from what passes on to anything but itself; none from what does not."""
        if not isinstance(end, Passing):
            return ()
        known = self._known.get((end, protocol))
        if known is None:
            calls = behind(self._architecture, end, protocol, (end,))
            known = [call for call in calls if any(one is not end for one in self._architecture.members(call.target))]
            self._known[end, protocol] = known
        return known

    def last(self, first: Calls) -> Component:
        """Where the last way of a client's call ends."""
        end, trail = self._architecture.members(first.target)[-1], dict[Component, None]()
        while end not in trail and (end, first.protocol) not in self._lasts:
            trail[end] = None
            ahead = self.behind(end, first.protocol)
            if ahead:
                end = next(one for one in reversed(self._architecture.members(ahead[-1].target)) if one is not end)
        found = self._lasts.get((end, first.protocol)) or next(reversed(trail))
        self._lasts |= {(one, first.protocol): found for one in trail}
        return found

    def cut_after(self, first: Calls) -> timedelta | None:
        """The shortest idle timeout of any balancer on the ways of a client's call; None where none is stated."""
        shortest = self._shortest_of(first.protocol)
        return min((shortest[end] for end in self._architecture.members(first.target) if end in shortest), default=None)

    def cut_within(self, first: Calls, time: timedelta) -> Iterator[tuple[Passing, timedelta]]:
        """The balancers on the ways of a client's call that are no longer idle than that, with their limits.

        Of very many, three; a hundred are looked at, those alone that lead to one.
        """
        return islice(self._cut_within(first, time), TOLD)

    def _cut_within(self, first: Calls, time: timedelta) -> Iterator[tuple[Passing, timedelta]]:
        waiting, seen = [self._entered(first)], set[Passing]()
        while waiting and len(seen) < LOOKED_AT:
            shortest, balancer = next(waiting[-1], (time, None))
            if balancer is None or shortest > time:
                waiting.pop()
            elif balancer not in seen:
                seen.add(balancer)
                waiting.append(self._next(balancer, first.protocol))
                if balancer.idle_timeout is not None and balancer.idle_timeout <= time:
                    yield balancer, balancer.idle_timeout

    def _entered(self, first: Calls) -> Iterator[Limited]:
        key = (first.target, first.protocol)
        if key not in self._entrances:
            self._entrances[key] = self._by_limit(self._architecture.members(first.target), first.protocol)
        return iter(self._entrances[key])

    def _next(self, balancer: Passing, protocol: str | None) -> Iterator[Limited]:
        if (balancer, protocol) not in self._nexts:
            ends = [one for call in self.behind(balancer, protocol) for one in self._architecture.members(call.target)]
            self._nexts[balancer, protocol] = self._by_limit(ends, protocol)
        return iter(self._nexts[balancer, protocol])

    def _by_limit(self, ends: Iterable[Component], protocol: str | None) -> Sequence[Limited]:
        """The balancers among them, those first that have the shortest limit themselves or behind them."""
        shortest = self._shortest_of(protocol)
        found = [(shortest[one], one) for one in dict.fromkeys(ends) if isinstance(one, Passing) and one in shortest]
        return sorted(found, key=lambda one: one[0])

    def _shortest_of(self, protocol: str | None) -> Mapping[Component, timedelta]:
        """The shortest idle timeout of each balancer and of all that stand behind it."""
        if protocol not in self._shortest:
            self._shortest[protocol] = self._shortest_from(protocol)
        return self._shortest[protocol]

    def _shortest_from(self, protocol: str | None) -> Mapping[Component, timedelta]:
        """From the shortest on, back to whatever leads there: what is reached first this way has no shorter one behind it."""
        before: dict[Component | Calls, list[Component | Calls]] = {}
        passing = [one for kind in get_args(Passing) for one in self._architecture.components(kind)]
        for balancer in passing:
            for call in self.behind(balancer, protocol):
                before.setdefault(call, []).append(balancer)
        for call in [one for one in before if isinstance(one, Calls)]:
            for end in self._architecture.members(call.target):
                before.setdefault(end, []).append(call)
        found: dict[Component | Calls, timedelta] = {}
        timed = [(one.idle_timeout, one) for one in passing if one.idle_timeout is not None]
        for limit, balancer in sorted(timed, key=lambda one: one[0]):
            waiting: list[Component | Calls] = [balancer]
            while waiting:
                part = waiting.pop()
                if part not in found:
                    found[part] = limit
                    waiting += before.get(part, ())
        return {part: limit for part, limit in found.items() if isinstance(part, Component)}


@remembered
def onward_calls(architecture: Architecture) -> OnwardCalls:
    """What the balancers of a design call on."""
    return OnwardCalls(architecture)
