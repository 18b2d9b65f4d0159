"""The word `Broker`."""

from typing import ClassVar, Literal

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.component import Component
from archgen.dsl.counts import Count
from archgen.dsl.quantities import Duration, Rate, Size
from archgen.dsl.texts import Name, Text
from archgen.dsl.word import word


@word
class Broker(Component):
    """Whatever passes messages on: what queues, topics and logs have in common."""

    glyph: ClassVar[Glyph] = Glyph.STACK
    tone: ClassVar[Tone] = "messaging"
    abstract: ClassVar[bool] = True

    engine: Text | None = None
    """Which product: SQS, RabbitMQ, Kafka, Redis."""
    replicas: Count | None = None
    """How many brokers hold each message."""
    durable: bool | None = None
    """Whether messages outlive a restart of the broker."""
    publisher_confirms: bool | None = None
    """Whether a publisher is told when its message is safe."""
    persistence: Literal["none", "rdb", "aof", "aof_every_second", "aof_always"] | None = None
    """How a broker in memory keeps what it holds."""
    retention: Duration | None = None
    """How long a message is kept."""
    max_depth: Count | None = None
    """How many messages it holds at the most."""
    overflow: Literal["reject", "drop_oldest", "drop_newest", "drop_low_priority", "block", "spill"] | None = None
    """What becomes of a message when it is full."""
    memory: Size | None = None
    """How much it can hold."""
    delivery: Literal["at_most_once", "at_least_once", "exactly_once"] | None = None
    """What it promises of each message."""
    ordering: Literal["none", "per_key", "total"] | None = None
    """In which order messages arrive."""
    partitions: Count | None = None
    """How many parts it has that keep an order of their own."""
    partition_key: Name | None = None
    """What decides which part a message goes to."""
    max_publish_rate: Rate | None = None
    """How many messages a second it takes."""
    max_deliver_rate: Rate | None = None
    """How many messages a second it hands out, counting each receiver."""
    replay_needed: bool | None = None
    """Whether somebody has to be able to read old messages again."""
    replayed_by: Literal["tool", "consumer", "none"] | None = None
    """How messages come back to where they came from, where it holds dead letters."""
    alarm: Literal["page", "ticket", "none"] | None = None
    """What happens when something arrives in it, where it holds dead letters."""
    message_ttl: Duration | None = None
    """After how long a message that nobody took is dropped."""
    max_message: Size | None = None
    """The largest message that it takes."""
