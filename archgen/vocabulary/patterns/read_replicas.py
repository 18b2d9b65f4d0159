"""The word `ReadReplicas`."""

import dataclasses
from collections.abc import Iterator
from typing import ClassVar

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.pattern_instance import PatternInstance
from archgen.dsl.word import word
from archgen.vocabulary.components.database import Database
from archgen.vocabulary.connections.reads import Reads
from archgen.vocabulary.connections.replicates import Replicates
from archgen.vocabulary.connections.writes import Writes
from archgen.vocabulary.policies.replication import Replication


@word
class ReadReplicas(PatternInstance):
    """Writes go to a primary, which copies follow; reads that may be a little old go to the copies."""

    pattern: ClassVar[str] = "read-replicas"

    app: Component = dataclasses.field(kw_only=False)
    """What reads and writes."""
    primary: Database = dataclasses.field(kw_only=False)
    """Where writes go."""
    replicas: Database = dataclasses.field(kw_only=False)
    """The copies that are read."""
    replication: Replication | None = None
    """How they follow."""

    def connected(self) -> Iterator[Connection]:
        """Write and follow; read."""
        yield Writes(self.app, self.primary, "changes")
        yield Replicates(self.primary, self.replicas, replication=self.replication)
        yield Reads(self.app, self.replicas, "what may be a little old", served_by="replica")
