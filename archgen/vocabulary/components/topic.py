"""Topics."""

from typing import ClassVar, Literal

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.component import Component
from archgen.dsl.counts import Count
from archgen.dsl.quantities import Duration
from archgen.dsl.texts import Text
from archgen.dsl.word import word


@word
class Topic(Component):
    """Publish and subscribe: every subscriber gets a copy of each message.

    `subscriptions` says whether a subscriber gets all messages, or only those of the topics that its clients follow.
    `durable` is whether messages are kept for subscribers that are away. `replicas` is of the broker.
    """

    glyph: ClassVar[Glyph] = Glyph.BROADCAST
    tone: ClassVar[Tone] = "messaging"

    engine: Text | None = None
    replicas: Count | None = None
    durable: bool | None = None
    retention: Duration | None = None
    subscriptions: Literal["all", "by_topic"] | None = None
