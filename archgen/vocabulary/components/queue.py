"""The word `Queue`."""

from typing import ClassVar, Literal, Union

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.counts import Count
from archgen.dsl.quantities import Duration
from archgen.dsl.texts import Listed, Name, Text
from archgen.dsl.word import word
from archgen.vocabulary.components.broker import Broker


@word
class Queue(Broker):
    """Work that waits for one of its consumers."""

    glyph: ClassVar[Glyph] = Glyph.STACK
    tone: ClassVar[Tone] = "messaging"

    dead_letter: Union["Queue", Literal[False], None] = None
    """The queue that messages go to which fail again and again; False states that there is none."""
    max_receives: Count | Literal["unlimited"] | None = None
    """After how many deliveries they do."""
    visibility_timeout: Duration | None = None
    """How long a message is hidden from others while one works on it."""
    retry_delay: Duration | None = None
    """How long a message that failed waits before it is handed out again."""
    mode: Literal["pull", "push"] | None = None
    """Whether consumers ask for messages or are sent them."""
    priorities: Count | None = None
    """How many levels of importance it tells apart."""
    scheduling: Literal["strict", "weighted", "fair"] | None = None
    """How levels share the workers."""
    urgencies: Listed[Name] | None = None
    """How urgent the work in it is, such as `interactive` and `nightly`."""
    per_user: bool | None = None
    """Whether each user has a queue of their own."""
    consumers_per_key: Count | None = None
    """How many consumers work on one key at once."""
    library: Text | Literal[False] | None = None
    """What a broker that knows no retries needs on top, such as `bullmq`; False states that there is nothing on top."""
    reliable_pop: bool | None = None
    """Whether a message that was taken is kept until it is done."""
    consumer_timeout: Duration | None = None
    """The longest that the broker lets a consumer hold a message."""
    deduplicates: bool | None = None
    """Whether it drops a message that it has seen already."""
