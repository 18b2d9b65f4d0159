"""The word `WriteBehind`."""

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
class WriteBehind(PatternInstance):
    """Writes are answered by the cache, which hands them to the store later, many at once."""

    pattern: ClassVar[str] = "write-behind"

    app: Component = dataclasses.field(kw_only=False)
    """What reads and writes."""
    cache: Cache = dataclasses.field(kw_only=False)
    """What answers both."""
    store: Store = dataclasses.field(kw_only=False)
    """Where writes arrive in the end."""

    def connected(self) -> Iterator[Connection]:
        """Look and write; flush behind it."""
        yield Reads(self.app, self.cache, "by key")
        yield Writes(self.app, self.cache, "answered at once")
        yield Writes(self.cache, self.store, "flush", mode="async", idempotent=True)
