"""The word `ReadThrough`."""

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


@word
class ReadThrough(PatternInstance):
    """A cache before a store: the application asks the cache alone, which reads the store for what it does not have."""

    pattern: ClassVar[str] = "read-through"

    app: Component = dataclasses.field(kw_only=False)
    """What asks."""
    cache: Cache = dataclasses.field(kw_only=False)
    """What answers, and loads what it does not have."""
    store: Store = dataclasses.field(kw_only=False)
    """Where the truth is."""

    def connected(self) -> Iterator[Connection]:
        """Look, and load behind it."""
        yield Reads(self.app, self.cache, "by key")
        yield Reads(self.cache, self.store, "on a miss")
