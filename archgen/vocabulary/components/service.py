"""Services."""

from typing import ClassVar, Literal

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.component import Component
from archgen.dsl.counts import Count
from archgen.dsl.quantities import Duration, Rate
from archgen.dsl.word import word


@word
class Service(Component):
    """A program that answers requests.

    `routing` says how clients come to a replica: any, by a hash modulo the number of replicas, or by a consistent hash.
    `connection_state` is what it keeps for each open connection. `max_connections` is how many one replica holds, `capacity`
    how many requests a second one replica serves. `task_duration` is how long it works on one request.
    """

    glyph: ClassVar[Glyph] = Glyph.SERVER
    tone: ClassVar[Tone] = "compute"

    replicas: Count | None = None
    routing: Literal["any", "modulo", "consistent_hash"] | None = None
    connection_state: Literal["none", "light", "heavy"] | None = None
    max_connections: Count | None = None
    capacity: Rate | None = None
    task_duration: Duration | None = None
