"""Which reads of a database are those that a cache missed."""

from collections.abc import Sequence

from archgen.dsl.connection import Connection, End
from archgen.model.architecture import Architecture
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
    asked = (other.target for other in architecture.out_of(read.source, Reads))
    return next((cache for cache in asked if isinstance(cache, Cache) and _fills(architecture, read.source, cache)), None)


def stores_behind(architecture: Architecture, cache: Cache) -> Sequence[Store]:
    """The databases that are read when the cache has nothing."""
    reads = [read for read in architecture.connections(Reads) if cache_before(architecture, read) is cache]
    return list(dict.fromkeys(read.target for read in reads if isinstance(read.target, Store)))


def _fills(architecture: Architecture, reader: End, cache: Cache) -> bool:
    """A cache that others alone write to is no copy of what its reader could fetch: presence beside a table of members."""
    writers = [write.source for write in architecture.into(cache, Writes)]
    return not writers or reader in writers
