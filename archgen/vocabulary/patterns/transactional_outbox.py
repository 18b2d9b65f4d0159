"""The word `TransactionalOutbox`."""

import dataclasses
from collections.abc import Iterator
from typing import ClassVar

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.pattern_instance import PatternInstance
from archgen.dsl.quantities import Duration
from archgen.dsl.word import word
from archgen.vocabulary.components.broker import Broker
from archgen.vocabulary.components.database import Database
from archgen.vocabulary.connections.publishes import Publishes
from archgen.vocabulary.connections.reads import Reads
from archgen.vocabulary.connections.writes import Writes
from archgen.vocabulary.policies.transaction import Transaction


@word
class TransactionalOutbox(PatternInstance):
    """A message is written in the transaction of the change that it tells of, and sent from there until it has arrived."""

    pattern: ClassVar[str] = "transactional-outbox"

    service: Component = dataclasses.field(kw_only=False)
    """What changes something."""
    store: Database = dataclasses.field(kw_only=False)
    """Where change and message are written."""
    relay: Component = dataclasses.field(kw_only=False)
    """What sends the messages."""
    broker: Broker = dataclasses.field(kw_only=False)
    """Where they go."""
    interval: Duration | None = None
    """How often the relay looks; None where it follows the store's log."""

    def connected(self) -> Iterator[Connection]:
        """Write both in one; look and send."""
        yield Writes(self.service, self.store, "change and message in one", transaction=Transaction())
        yield Reads(self.relay, self.store, "what is to be sent", poll_interval=self.interval)
        yield Publishes(self.relay, self.broker, "message", delivery="at_least_once")
