"""The word `Dns`."""

from typing import ClassVar, Literal

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.component import Component
from archgen.dsl.quantities import Duration
from archgen.dsl.word import word


@word
class Dns(Component):
    """Finds an address for a name, and may send people to what is near or well."""

    glyph: ClassVar[Glyph] = Glyph.WORLD
    tone: ClassVar[Tone] = "edge"

    ttl: Duration | None = None
    """How long an answer may be kept."""
    routing: Literal["simple", "latency", "geo", "weighted", "failover"] | None = None
    """How it chooses among several addresses."""
