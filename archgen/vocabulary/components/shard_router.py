"""The word `ShardRouter`."""

from typing import ClassVar

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.quantities import Duration
from archgen.dsl.word import word
from archgen.vocabulary.components.server import Server


@word
class ShardRouter(Server):
    """Sends each request to the node that has its key."""

    glyph: ClassVar[Glyph] = Glyph.FORK
    tone: ClassVar[Tone] = "edge"

    read_your_writes: bool | None = None
    """Whether it sends the reads of somebody who has just written to the primary."""
    write_window: Duration | None = None
    """For how long after a write it does."""
    max_lag: Duration | None = None
    """Copies further behind than this get no reads from it."""
