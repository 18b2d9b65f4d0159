"""Consuming."""

from typing import ClassVar, Literal

from archgen.dsl.connection import Connection
from archgen.dsl.counts import Factor
from archgen.dsl.word import word


@word
class Consumes(Connection):
    """Takes messages from a queue or topic; written by the consumer.

    `acknowledge` says whether a message is gone before or after it is worked on. `fan_out` is how many of the consumer's
    replicas get a copy of each message; None is one, but all of the replicas of a service that takes from a topic.
    """

    verb: ClassVar[str] = "consumes"
    reversed: ClassVar[bool] = True
    asynchronous: ClassVar[bool] = True

    acknowledge: Literal["before", "after"] | None = None
    delivery: Literal["at_most_once", "at_least_once"] | None = None
    fan_out: Factor | None = None
