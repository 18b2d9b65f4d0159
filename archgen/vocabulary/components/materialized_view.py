"""The word `MaterializedView`."""

from typing import ClassVar, Literal

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.quantities import Duration
from archgen.dsl.word import word
from archgen.vocabulary.components.store import Store


@word
class MaterializedView(Store):
    """The answer to a question, worked out beforehand and kept."""

    glyph: ClassVar[Glyph] = Glyph.EYE
    tone: ClassVar[Tone] = "data"

    of: Store | None = None
    """What it is made from."""
    refresh_interval: Duration | None = None
    """How often it is made anew; None where each change updates it."""
    refresh_duration: Duration | None = None
    """How long that takes."""
    refreshed_by: Literal["schedule", "trigger", "event", "request"] | None = None
    """What makes it anew."""
    precomputes: Literal["feed", "aggregate", "join", "ranking", "other"] | None = None
    """What it spares the reader."""
