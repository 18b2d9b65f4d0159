"""Which reads of a database are those that a cache missed."""

from collections.abc import Collection, Mapping, Sequence

from archgen.dsl.connection import Connection, End
from archgen.model.architecture import Architecture, remembered
from archgen.vocabulary.components.cache import Cache
from archgen.vocabulary.components.store import Store
from archgen.vocabulary.connections.reads import Reads
from archgen.vocabulary.connections.writes import Writes


def cache_before(architecture: Architecture, read: Connection) -> Cache | None:
    """The cache that was asked before this read of a store: the reader itself, or one that the reader asks and fills."""
    if not isinstance(read, Reads) or not isinstance(read.target, Store):
        return None
    if isinstance(read.source, Cache):
        return read.source
    return _asked(architecture).get(read.source)


def stores_behind(architecture: Architecture, cache: Cache) -> Sequence[Store]:
    """The databases that are read when the cache has nothing."""
    return list(_behind(architecture).get(cache, ()))


@remembered
def _behind(architecture: Architecture) -> Mapping[Cache, Collection[Store]]:
    """The databases behind each cache, in the order of their reads."""
    found: dict[Cache, dict[Store, None]] = {}
    for read in architecture.connections(Reads):
        cache = cache_before(architecture, read)
        if cache and isinstance(read.target, Store):
            found.setdefault(cache, {})[read.target] = None
    return found


@remembered
def _asked(architecture: Architecture) -> Mapping[End, Cache]:
    """The first cache that each reader asks and fills.

    A cache that others alone write to is no copy of what its reader could fetch: presence beside a table of members.
    """
    writers = {cache: {write.source for write in architecture.into(cache, Writes)} for cache in architecture.components(Cache)}
    found: dict[End, Cache] = {}
    for reader in dict.fromkeys(read.source for read in architecture.connections(Reads)):
        asked = (read.target for read in architecture.out_of(reader, Reads))
        fills = (one for one in asked if isinstance(one, Cache) and (not writers[one] or reader in writers[one]))
        first = next(fills, None)
        if first:
            found[reader] = first
    return found
