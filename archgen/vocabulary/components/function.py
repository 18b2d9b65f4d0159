"""The word `Function`."""

from typing import ClassVar

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.counts import Count
from archgen.dsl.quantities import Duration
from archgen.dsl.texts import Text
from archgen.dsl.word import word
from archgen.vocabulary.components.worker import Worker


@word
class Function(Worker):
    """Code that a provider runs when something calls it, with limits of its own."""

    glyph: ClassVar[Glyph] = Glyph.LAMBDA
    tone: ClassVar[Tone] = "compute"

    provider: Text | None = None
    """Whose it is."""
    timeout: Duration | None = None
    """After how long the provider ends it."""
    reserved_concurrency: Count | None = None
    """How many of it run at once at the most."""
    cold_start: Duration | None = None
    """How long the first call after a pause takes longer."""
