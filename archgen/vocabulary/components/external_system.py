"""Systems of others."""

from typing import ClassVar

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.component import Component
from archgen.dsl.quantities import Rate
from archgen.dsl.word import word


@word
class ExternalSystem(Component):
    """A system that others run: a push provider, a payment provider."""

    glyph: ClassVar[Glyph] = Glyph.CLOUD
    tone: ClassVar[Tone] = "external"

    capacity: Rate | None = None
