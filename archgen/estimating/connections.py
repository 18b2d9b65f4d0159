"""Connections that clients hold open, per endpoint and per replica."""

from collections.abc import Iterator

from archgen.dsl.component import Component
from archgen.estimating.devices import devices
from archgen.estimating.rates import Inflow, plain
from archgen.model.architecture import Architecture
from archgen.model.client_path import PUSH, ClientPath, client_paths
from archgen.model.estimate import Derivation, Measure, Quantity
from archgen.vocabulary.components.client import Client
from archgen.vocabulary.components.service import Service


def held_connections(architecture: Architecture) -> Iterator[tuple[Component, Measure, Quantity]]:
    """For every endpoint that clients hold connections to: how many in all, and per replica where replicas are stated."""
    paths = list(client_paths(architecture, *PUSH))
    for endpoint in dict.fromkeys(path.endpoint for path in paths):
        own = [path for path in paths if path.endpoint is endpoint]
        shares = [_share(architecture, path, sum(_are_ways_of_one(other, path) for other in paths)) for path in own]
        known = tuple(share for share in shares if share)
        if known:
            total = _total(Inflow(known, partial=len(known) < len(shares)))
            yield endpoint, "connections", total
            if isinstance(endpoint, Service) and endpoint.replicas:
                yield endpoint, "connections_per_replica", _per_replica(total, endpoint.replicas)


def _are_ways_of_one(first: ClientPath, second: ClientPath) -> bool:
    """Whether two paths are ways that the same connection of the same client can take."""
    return first.first is second.first and first.client is second.client


def _share(architecture: Architecture, path: ClientPath, ways: int) -> Quantity | None:
    """The client's devices, split evenly over the ways that its connection can take."""
    count = devices(architecture, path.client) if isinstance(path.client, Client) else None
    if count is None or ways == 1:
        return count
    formula, assumed = f"{plain(count)} devices / {ways} ways", "connections are split evenly over the ways"
    assumptions = (*count.derivation.assumptions, assumed)
    return Quantity("devices", count.value / ways, "", Derivation(formula, (count,), assumptions))


def _total(held: Inflow) -> Quantity:
    assumptions = tuple(dict.fromkeys(text for part in held.parts for text in part.derivation.assumptions))
    derivation = Derivation(f"{held.text} devices × 1 connection each", tuple(held.parts), assumptions)
    return Quantity("connections", held.value, "connections", derivation, held.partial)


def _per_replica(total: Quantity, replicas: int) -> Quantity:
    derivation = Derivation(f"{plain(total)} / {replicas:,} replicas", (total,), total.derivation.assumptions)
    return Quantity("connections per replica", total.value / replicas, "connections", derivation, total.partial)
