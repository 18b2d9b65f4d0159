"""The word `CacheAside`."""

import dataclasses
from collections.abc import Iterator
from typing import ClassVar

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.pattern_instance import PatternInstance
from archgen.dsl.quantities import Duration
from archgen.dsl.word import word
from archgen.vocabulary.components.cache import Cache
from archgen.vocabulary.components.store import Store
from archgen.vocabulary.connections.reads import Reads
from archgen.vocabulary.connections.writes import Writes

PLACES = 12  # of a share, beyond which floats say nothing


@word
class CacheAside(PatternInstance):
    """A cache beside a store: what the cache does not have, the application reads from the store and puts there."""

    pattern: ClassVar[str] = "cache-aside"

    app: Component = dataclasses.field(kw_only=False)
    """What asks, loads and fills."""
    cache: Cache = dataclasses.field(kw_only=False)
    """Where it looks first."""
    store: Store = dataclasses.field(kw_only=False)
    """Where the truth is."""
    timeout: Duration | None = None
    """After how long without an answer of the cache the store is read."""
    read_only: bool = False
    """Whether others change the store, so that the application neither writes it nor deletes entries."""

    def connected(self) -> Iterator[Connection]:
        """Look, load and fill; write and delete where the application changes the store."""
        yield Reads(self.app, self.cache, "by key", timeout=self.timeout, on_failure="fallback")
        yield Reads(self.app, self.store, "on a miss")
        yield Writes(self.app, self.cache, "what was loaded", per_request=_missed(self.cache))
        if not self.read_only:
            yield Writes(self.app, self.store, "changes")
            yield Writes(
                self.app, self.cache, "delete what changed", purpose="invalidate", operation_kind="delete", idempotent=True
            )


def _missed(cache: Cache) -> float | None:
    """How many entries each look leads to being filled in; None where that is not known, or none is."""
    return None if cache.hit_rate is None else round(1 - cache.hit_rate, PLACES) or None
