"""The word `Log`."""

from typing import ClassVar, Literal

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.counts import Count
from archgen.dsl.quantities import Duration
from archgen.dsl.word import word
from archgen.vocabulary.components.broker import Broker


@word
class Log(Broker):
    """Messages in the order of their arrival, kept, and read by each consumer at its own pace."""

    glyph: ClassVar[Glyph] = Glyph.TIMELINE
    tone: ClassVar[Tone] = "messaging"

    max_length: Count | None = None
    """How many messages are kept at the most."""
    max_poll_interval: Duration | None = None
    """How long a consumer may take before its part is given to another."""
    compacted: bool | None = None
    """Whether only the last message of each key is kept."""
    event_log: bool | None = None
    """Whether it is the truth about what happened, and everything else is made from it."""
    retry_topics: bool | None = None
    """Whether messages that failed are tried again from topics of their own."""
    dead_letter: Broker | Literal[False] | None = None
    """Where messages go that fail again and again; False states that there is none."""
    streaming: bool | None = None
    """Whether it feeds something that works on streams."""
