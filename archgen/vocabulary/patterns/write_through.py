"""The word `WriteThrough`."""

import dataclasses
from collections.abc import Iterator
from typing import ClassVar

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.pattern_instance import PatternInstance
from archgen.dsl.word import word
from archgen.vocabulary.components.cache import Cache
from archgen.vocabulary.components.store import Store
from archgen.vocabulary.connections.reads import Reads
from archgen.vocabulary.connections.writes import Writes


@word
class WriteThrough(PatternInstance):
    """Every write goes to the store and to the cache before it is answered, the store first."""

    pattern: ClassVar[str] = "write-through"

    app: Component = dataclasses.field(kw_only=False)
    """What reads and writes."""
    cache: Cache = dataclasses.field(kw_only=False)
    """What is read, and kept in step."""
    store: Store = dataclasses.field(kw_only=False)
    """Where the truth is."""

    def connected(self) -> Iterator[Connection]:
        """Look; write the store, then the cache."""
        yield Reads(self.app, self.cache, "by key")
        yield Writes(self.app, self.store, "first the store", mode="sync", order="store_first")
        yield Writes(self.app, self.cache, "then the cache", mode="sync", idempotent=True)
