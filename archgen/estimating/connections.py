"""Connections that clients hold open, per endpoint and per replica."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from archgen.dsl.component import Component
from archgen.estimating.devices import devices
from archgen.estimating.rates import Inflow, plain
from archgen.estimating.spread import shared, spread
from archgen.model.architecture import Architecture
from archgen.model.client_path import PUSH, ClientPath, client_paths
from archgen.model.estimate import Derivation, Measure, Quantity
from archgen.vocabulary.components.service import Service

# So many ways, or hops of them, are told one by one.
FEW_WAYS, FEW_HOPS = 1_000, 20_000


def held_connections(architecture: Architecture) -> Iterator[tuple[Component, Measure, Quantity]]:
    """For every endpoint that clients hold connections to: how many in all, and per replica where replicas are stated."""
    paths = _few(architecture)
    shares = spread(architecture, *PUSH) if paths is None else _shares(architecture, paths)
    for endpoint, parts in shares.items():
        known = tuple(share for share in parts if share)
        if known:
            total = _total(Inflow(known, partial=len(known) < len(parts)))
            yield endpoint, "connections", total
            if isinstance(endpoint, Service) and endpoint.replicas:
                yield endpoint, "connections_per_replica", _per_replica(total, endpoint.replicas)


def _few(architecture: Architecture) -> Sequence[ClientPath] | None:
    """Every way that a connection of a client can take; None where there are too many to tell them apart."""
    found: list[ClientPath] = []
    hops = 0
    for path in client_paths(architecture, *PUSH):
        found.append(path)
        hops += len(path.hops)
        if len(found) > FEW_WAYS or hops > FEW_HOPS:
            return None
    return found


def _shares(architecture: Architecture, paths: Sequence[ClientPath]) -> Mapping[Component, Sequence[Quantity | None]]:
    """At each endpoint the devices of each client, split evenly over the ways that its connection can take."""
    ways = Counter((path.first, path.client) for path in paths)
    found: dict[Component, list[Quantity | None]] = {}
    for path in paths:
        share = shared(devices(architecture, path.client), ways[path.first, path.client])
        found.setdefault(path.endpoint, []).append(share)
    return found


def _total(held: Inflow) -> Quantity:
    assumptions = tuple(dict.fromkeys(text for part in held.parts for text in part.derivation.assumptions))
    derivation = Derivation(f"{held.text} devices × 1 connection each", tuple(held.parts), assumptions)
    partial = held.is_least
    return Quantity("connections", held.value, "connections", derivation, partial)


def _per_replica(total: Quantity, replicas: int) -> Quantity:
    derivation = Derivation(
        f"{plain(total)} / {replicas:,} {'replica' if replicas == 1 else 'replicas'}", (total,), total.derivation.assumptions
    )
    return Quantity("connections per replica", total.value / replicas, "connections", derivation, total.partial)
