"""The word `Topic`."""

from typing import ClassVar, Literal

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.word import word
from archgen.vocabulary.components.broker import Broker


@word
class Topic(Broker):
    """Publish and subscribe: every subscriber gets a copy of each message."""

    glyph: ClassVar[Glyph] = Glyph.BROADCAST
    tone: ClassVar[Tone] = "messaging"

    subscriptions: Literal["all", "by_topic"] | None = None
    """Whether a subscriber gets all messages, or only those of the topics that its clients follow."""
