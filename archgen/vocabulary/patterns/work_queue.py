"""The word `WorkQueue`."""

import dataclasses
from collections.abc import Iterator
from typing import ClassVar

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.counts import Factor
from archgen.dsl.pattern_instance import PatternInstance
from archgen.dsl.word import word
from archgen.vocabulary.components.queue import Queue
from archgen.vocabulary.components.store import Store
from archgen.vocabulary.components.worker import Worker
from archgen.vocabulary.connections.consumes import Consumes
from archgen.vocabulary.connections.publishes import Publishes
from archgen.vocabulary.connections.reads import Reads
from archgen.vocabulary.connections.writes import Writes


@word
class WorkQueue(PatternInstance):
    """Work that is accepted at once and done later: a queue between what takes it and the workers that do it."""

    pattern: ClassVar[str] = "message-queue"

    producer: Component = dataclasses.field(kw_only=False)
    """What accepts the work."""
    queue: Queue = dataclasses.field(kw_only=False)
    """Where it waits."""
    worker: Worker = dataclasses.field(kw_only=False)
    """What does it."""
    status: Store | None = None
    """Where it is kept how far each piece is; None where nobody asks."""
    per_request: Factor | None = None
    """How many pieces each request to the producer brings."""

    def connected(self) -> Iterator[Connection]:
        """Record and enqueue; take and finish."""
        if self.status:
            yield Writes(self.producer, self.status, "queued", idempotent=True, order="store_first")
        yield Publishes(self.producer, self.queue, "job id", per_request=self.per_request)
        yield Consumes(self.worker, self.queue, acknowledge="after", delivery="at_least_once")
        if self.status:
            yield Writes(self.worker, self.status, "done or failed", idempotent=True)
            yield Reads(self.producer, self.status, "how far is it?", purpose="status")
