"""Connections of clients, spread by balancers over what stands behind them."""

from collections.abc import Mapping, Sequence

from archgen.dsl.component import Component
from archgen.dsl.group import Group
from archgen.estimating.devices import devices
from archgen.estimating.rates import Inflow, plain
from archgen.model.architecture import Architecture
from archgen.model.client_path import client_calls
from archgen.model.client_reach import onward_calls
from archgen.model.estimate import Derivation, Quantity
from archgen.model.outwards import outwards
from archgen.vocabulary.connections.calls import Calls

Parts = dict[Component, list[Quantity | None]]
# What is walked: where clients come to, balancers, and the calls by which these lead on.
Stop = Component | Group | Calls


def shared(count: Quantity | None, ways: int) -> Quantity | None:
    """An even share of so many devices, None where that is not known."""
    if count is None or ways == 1:
        return count
    formula, assumed = f"{plain(count)} devices / {ways} ways", "connections are split evenly over the ways"
    derivation = Derivation(formula, (count,), (*count.derivation.assumptions, assumed))
    return Quantity("devices", count.value / ways, "", derivation, count.partial)


def spread(architecture: Architecture, *protocols: str) -> Mapping[Component, Sequence[Quantity | None]]:
    """What comes to each endpoint: each balancer splits what it holds evenly over what it leads to, however many ways there are.

    None stands for a number that is not known. What leads back to where it came from takes nothing.
    """
    found: Parts = {}
    for protocol in protocols:
        calls = [(devices(architecture, client), call) for client, call in client_calls(architecture, protocol)]
        if calls:
            _Spread(architecture, protocol).onto(found, calls)
    return found


class _Spread:
    """The connections of one protocol."""

    def __init__(self, architecture: Architecture, protocol: str) -> None:
        self._architecture = architecture
        self._protocol = protocol
        self._onwards = onward_calls(architecture)

    def onto(self, found: Parts, calls: Sequence[tuple[Quantity | None, Calls]]) -> None:
        """Add what comes to each endpoint."""
        held: dict[Stop, list[Quantity | None]] = {}
        for count, call in calls:
            held.setdefault(call.target, []).append(count)
        done: dict[Stop, int] = {}
        for start in list(held):
            for stop in outwards(start, self._next_to, done):
                done[stop] = len(done)
        for stop in reversed(done):
            ahead = [one for one in self._next_to(stop) if done[one] < done[stop]]
            if not ahead and isinstance(stop, Component):
                found.setdefault(stop, []).extend(held.get(stop, ()))
            share = self._share(stop, held.get(stop, ())) if ahead else None
            for one in ahead:
                held.setdefault(one, []).append(share)

    def _next_to(self, stop: Stop) -> Sequence[Stop]:
        if isinstance(stop, Component):
            return self._onwards.behind(stop, self._protocol)
        return self._architecture.members(stop.target if isinstance(stop, Calls) else stop)

    def _share(self, stop: Stop, parts: Sequence[Quantity | None]) -> Quantity | None:
        """What one of those that a stop leads to gets of what it holds; a call hands on what it is given for each of its ends."""
        known = tuple(part for part in parts if part)
        if not known:
            return None
        inflow = Inflow(known, partial=len(known) < len(parts))
        assumed = tuple(dict.fromkeys(text for part in known for text in part.derivation.assumptions))
        whole = (
            known[0]
            if len(parts) == 1
            else Quantity("devices", inflow.value, "", Derivation(inflow.total, known, assumed), inflow.is_least)
        )
        return whole if isinstance(stop, Calls) else shared(whole, self._ways(stop))

    def _ways(self, stop: Component | Group) -> int:
        members = self._architecture.members
        if isinstance(stop, Group):
            return len(members(stop))
        ends = (end for call in self._onwards.behind(stop, self._protocol) for end in members(call.target))
        return sum(end is not stop for end in ends)
