"""The word `TurnServer`."""

from typing import ClassVar

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.counts import Share
from archgen.dsl.word import word
from archgen.vocabulary.components.server import Server


@word
class TurnServer(Server):
    """Relays media between peers that cannot reach one another."""

    glyph: ClassVar[Glyph] = Glyph.ROUTE
    tone: ClassVar[Tone] = "compute"

    relay_share: Share | None = None
    """Which share of sessions goes through it."""
