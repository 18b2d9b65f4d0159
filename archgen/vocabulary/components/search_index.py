"""The word `SearchIndex`."""

from typing import ClassVar, Literal

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.quantities import Duration
from archgen.dsl.word import word
from archgen.vocabulary.components.store import Store


@word
class SearchIndex(Store):
    """Finds texts by their words."""

    glyph: ClassVar[Glyph] = Glyph.SEARCH
    tone: ClassVar[Tone] = "data"

    partitioned_by: Literal["document", "term"] | None = None
    """Whether a node has all words of some texts, or all texts of some words."""
    refresh_interval: Duration | None = None
    """After how long a new text is found."""
