"""Queues."""

from typing import ClassVar, Literal, Union

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.component import Component
from archgen.dsl.counts import Count
from archgen.dsl.quantities import Duration
from archgen.dsl.texts import Text
from archgen.dsl.word import word


@word
class Queue(Component):
    """Work that waits for one of its consumers.

    `dead_letter` is the queue that messages go to which fail again and again; False states that there is none. `max_receives` is
    after how many deliveries they do. `durable` is whether messages outlive a restart of the broker.
    """

    glyph: ClassVar[Glyph] = Glyph.STACK
    tone: ClassVar[Tone] = "messaging"

    engine: Text | None = None
    dead_letter: Union["Queue", Literal[False], None] = None
    max_receives: Count | None = None
    durable: bool | None = None
    retention: Duration | None = None
