"""The word `Broadcast`."""

import dataclasses
from collections.abc import Iterator
from typing import ClassVar

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.counts import Factor
from archgen.dsl.pattern_instance import PatternInstance
from archgen.dsl.word import word
from archgen.vocabulary.components.topic import Topic
from archgen.vocabulary.connections.consumes import Consumes
from archgen.vocabulary.connections.publishes import Publishes


@word
class Broadcast(PatternInstance):
    """A broker between those that know of an update and the servers that hold the clients who want to."""

    pattern: ClassVar[str] = "pub-sub-broadcast"

    source: Component = dataclasses.field(kw_only=False)
    """What knows of updates."""
    topic: Topic = dataclasses.field(kw_only=False)
    """What passes them on."""
    endpoints: Component = dataclasses.field(kw_only=False)
    """The servers that hold the clients' connections."""
    fan_out: Factor | None = None
    """How many of the servers get a copy of each."""

    def connected(self) -> Iterator[Connection]:
        """Publish and deliver."""
        yield Publishes(self.source, self.topic, "update")
        yield Consumes(self.endpoints, self.topic, "for its clients", fan_out=self.fan_out)
