"""Caches."""

from typing import ClassVar, Literal

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.component import Component
from archgen.dsl.counts import Count, Share
from archgen.dsl.quantities import Duration
from archgen.dsl.texts import Text
from archgen.dsl.word import word


@word
class Cache(Component):
    """Copies of values that are slow or costly to fetch again.

    A cache may lose any entry at any moment: the design must be right without it. `ttl` is how long an entry is kept.
    `invalidation` is how a changed value leaves the cache before that. `immutable` says that entries never change.
    """

    glyph: ClassVar[Glyph] = Glyph.BOLT
    tone: ClassVar[Tone] = "data"

    engine: Text | None = None
    ttl: Duration | None = None
    invalidation: Literal["none", "delete", "event", "tag", "version"] | None = None
    immutable: bool | None = None
    nodes: Count | None = None
    hit_rate: Share | None = None
