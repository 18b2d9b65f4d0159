"""The word `Pushes`."""

from typing import ClassVar, Literal

from archgen.dsl.quantities import Duration, Rate
from archgen.dsl.word import word
from archgen.vocabulary.connections.interaction import Interaction
from archgen.vocabulary.policies.resumption import Resumption


@word
class Pushes(Interaction):
    """Sends on to an open connection, without being asked."""

    verb: ClassVar[str] = "pushes to"
    asynchronous: ClassVar[bool] = True

    heartbeat_interval: Duration | None = None
    """The time between two signs of life."""
    update_rate: Rate | None = None
    """How many updates a second each client gets."""
    resume: Resumption | Literal[False] | None = None
    """How updates that were missed are had again."""
