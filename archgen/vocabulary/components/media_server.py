"""The word `MediaServer`."""

from typing import ClassVar, Literal

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.word import word
from archgen.vocabulary.components.server import Server


@word
class MediaServer(Server):
    """Takes each participant's media once and sends it on to the others."""

    glyph: ClassVar[Glyph] = Glyph.VIDEO
    tone: ClassVar[Tone] = "compute"

    mode: Literal["sfu", "mcu"] | None = None
    """Whether it forwards streams as they are, or mixes them into one."""
