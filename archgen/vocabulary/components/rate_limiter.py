"""The word `RateLimiter`."""

from typing import ClassVar, Literal

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.component import Component
from archgen.dsl.word import word
from archgen.vocabulary.components.server import Server


@word
class RateLimiter(Server):
    """Counts what comes and refuses what is too much."""

    glyph: ClassVar[Glyph] = Glyph.GAUGE
    tone: ClassVar[Tone] = "edge"

    store: Component | None = None
    """Where it keeps its counts."""
    on_failure: Literal["open", "closed"] | None = None
    """Whether everything or nothing passes when its counts cannot be reached."""
