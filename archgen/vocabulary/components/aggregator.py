"""The word `Aggregator`."""

from typing import ClassVar, Literal

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.counts import Count
from archgen.dsl.quantities import Duration
from archgen.dsl.word import word
from archgen.vocabulary.components.server import Server


@word
class Aggregator(Server):
    """Turns many events into few numbers, by key and time."""

    glyph: ClassVar[Glyph] = Glyph.FUNNEL
    tone: ClassVar[Tone] = "compute"

    window: Duration | None = None
    """The length of time that is added up."""
    role: Literal["processor", "root", "broadcast"] | None = None
    """Its place in a tree: it adds up, puts sums together, or hands them out."""
    idempotent: bool | None = None
    """Whether an event that comes twice is counted once."""
    top_k: bool | None = None
    """Whether it keeps the largest of many."""
    merges: Literal["counts", "lists"] | None = None
    """Whether it puts whole counts together, or lists of the largest."""
    assignment: Literal["consistent_hash", "geo", "directory", "random"] | None = None
    """How viewers come to one of its nodes."""
    levels: Count | None = None
    """How many levels of adding up there are."""
