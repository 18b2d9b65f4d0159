"""The word `Consumes`."""

import dataclasses
from typing import ClassVar, Literal

from archgen.dsl.counts import Count, Factor
from archgen.dsl.texts import Name, Text
from archgen.dsl.word import word
from archgen.vocabulary.components.broker import Broker
from archgen.vocabulary.components.store import Store
from archgen.vocabulary.connections.interaction import Interaction


@word
class Consumes(Interaction):
    """Takes messages from a queue, topic or log, or changes from a store; written by the consumer."""

    verb: ClassVar[str] = "consumes"
    reversed: ClassVar[bool] = True
    asynchronous: ClassVar[bool] = True

    target: Broker | Store = dataclasses.field(kw_only=False)
    """What it takes from."""
    acknowledge: Literal["before", "after"] | None = None
    """Whether a message is gone before or after it is worked on."""
    commit: Literal["before_write", "after_write", "with_write", "auto"] | None = None
    """When a consumer of a log notes how far it is."""
    fan_out: Factor | None = None
    """How many of the consumer's replicas get a copy of each message.

    None is one, but all of the replicas of a service that takes from a topic.
    """
    consumer_group: Name | None = None
    """The consumers that share the messages among them."""
    batch_size: Count | None = None
    """How many are taken at once."""
    weight: Factor | None = None
    """Which share of the time it is served, among others that take from the same."""
    per_message_retry: bool | None = None
    """Whether one message that fails is tried again without holding up the others."""
    on_expected_failure: Literal["drop", "dead_letter", "retry"] | None = None
    """What becomes of work that is refused for a known reason."""
    filter: Text | None = None
    """Which messages it takes."""
