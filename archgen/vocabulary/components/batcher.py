"""The word `Batcher`."""

from typing import ClassVar, Literal

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.word import word
from archgen.vocabulary.components.server import Server
from archgen.vocabulary.policies.batching import Batching


@word
class Batcher(Server):
    """Gathers small writes and passes them on in batches."""

    glyph: ClassVar[Glyph] = Glyph.PACKAGE
    tone: ClassVar[Tone] = "compute"

    batching: Batching | Literal[False] | None = None
    """How large its batches are, and what becomes of them in a crash."""
    replayable: bool | None = None
    """Whether what it was handed can be had again from where it came."""
