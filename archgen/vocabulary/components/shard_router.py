"""The word `ShardRouter`."""

from typing import ClassVar

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.word import word
from archgen.vocabulary.components.server import Server


@word
class ShardRouter(Server):
    """Sends each request to the node that has its key."""

    glyph: ClassVar[Glyph] = Glyph.FORK
    tone: ClassVar[Tone] = "edge"

    finds_hot_keys: bool | None = None
    """Whether it notices which keys get hot."""
