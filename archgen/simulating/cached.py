"""Caches whose entries can be followed: of which it is known how long entries last and how many keys there are."""

from collections.abc import Iterator

from archgen.dsl.connection import Connection
from archgen.model.architecture import Architecture
from archgen.simulating.measures import Entries
from archgen.vocabulary.components.cache import Cache
from archgen.vocabulary.components.server import Server
from archgen.vocabulary.components.store import Store
from archgen.vocabulary.connections.interaction import Interaction
from archgen.vocabulary.connections.reads import Reads
from archgen.vocabulary.data.entity import Entity
from archgen.vocabulary.policies.stampede_protection import StampedeProtection

# How much of its time an entry has had when it is fetched anew ahead, where that is not stated.
AHEAD = 0.9
ONE_FETCHES, REFRESHES = ("lock", "single_flight"), ("early_refresh", "background_refresh")


def entries_of(architecture: Architecture, read: Connection, cache: Cache, place: int | None, rate: float) -> Entries | None:
    """The entries before a read of a store, looked up at that rate; None where too little is stated of them."""
    if cache.ttl is None or cache.ttl is False:
        return None
    keys, hot_rate = _stated(architecture, read, cache)
    if not keys and not hot_rate:
        return None
    lasts, hot = cache.ttl.total_seconds(), min(1.0, hot_rate / rate) if rate else 0.0
    protection = protection_of(read, cache)
    return Entries(
        lasts,
        keys or None,
        hot,
        max(0.0, ((cache.hit_rate or 0.0) - hot) / (1 - hot)) if hot < 1 else 0.0,
        cache.ttl_jitter or 0.0,
        _at_once(read, protection),
        {"serve_stale": "stale", "fail": "fail"}.get(protection.waiters or "", "wait") if protection else "wait",  # type: ignore[arg-type]
        _soft(cache, protection, lasts),
        place,
        cache.persistence not in (None, "none"),
        rate,
        skewed(read, cache),
    )


def skewed(read: Connection, cache: Cache) -> bool:
    """Whether few keys are asked for most of the time, as the data says that the cache holds, or else the store."""
    store = read.destination
    held = (*(cache.holds or ()), *((store.holds or ()) if isinstance(store, Store) else ()))
    return next((one.skew for one in held if isinstance(one, Entity) and one.skew), None) == "power_law"


def unfollowed(cache: Cache) -> str:
    """Why they are not followed."""
    if cache.ttl is None or cache.ttl is False:
        return "it states no ttl"
    return "no read of it states distinct_keys or hot_key_rate"


def looked_up(architecture: Architecture, read: Connection, cache: Cache) -> Iterator[Connection]:
    """The connections along which the cache is asked before the read."""
    if read.origin is cache:
        yield from architecture.into(cache, Reads)
    else:
        yield from (one for one in architecture.out_of(read.origin, Reads) if one.destination is cache)


def _stated(architecture: Architecture, read: Connection, cache: Cache) -> tuple[int, float]:
    """How many keys, and how often the hottest is asked for."""
    asked = [one for one in (*looked_up(architecture, read, cache), read) if isinstance(one, Interaction)]
    keys = next((one.distinct_keys for one in asked if one.distinct_keys), 0)
    return keys, next((float(one.hot_key_rate) for one in asked if one.hot_key_rate), 0.0)


def protection_of(read: Connection, cache: Cache) -> StampedeProtection | None:
    """What keeps readers from fetching the same at once, of the cache or of the reader."""
    reader = read.origin.stampede_protection if isinstance(read.origin, Server) else None
    return cache.stampede_protection or reader or None


def _at_once(read: Connection, protection: StampedeProtection | None) -> int | None:
    """How many fetch the same: one, or one in each process; None for as many as come."""
    by = [one for one in (protection.by or ()) if one in ONE_FETCHES] if protection else []
    if not protection or not by:
        return None
    scope = protection.scope or ("shared" if "lock" in by else "process")
    return (read.origin.replicas or 1) if scope == "process" and isinstance(read.origin, Server) else 1


def _soft(cache: Cache, protection: StampedeProtection | None, lasts: float) -> float | None:
    """From when on an entry is fetched anew while it is served."""
    if cache.soft_ttl is not None:
        return cache.soft_ttl.total_seconds()
    if protection and any(one in REFRESHES for one in protection.by or ()):
        return min(lasts, protection.refresh_interval.total_seconds()) if protection.refresh_interval else AHEAD * lasts
    return None
