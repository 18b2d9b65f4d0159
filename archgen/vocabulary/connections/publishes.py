"""The word `Publishes`."""

import dataclasses
from typing import ClassVar

from archgen.dsl.group import Group
from archgen.dsl.texts import Name
from archgen.dsl.word import word
from archgen.vocabulary.components.broker import Broker
from archgen.vocabulary.connections.interaction import Interaction


@word
class Publishes(Interaction):
    """Hands a message to a queue, topic or log, and goes on."""

    verb: ClassVar[str] = "publishes"
    asynchronous: ClassVar[bool] = True

    target: Broker | Group = dataclasses.field(kw_only=False)
    """What passes it on."""
    priority: Name | None = None
    """How important it is, among the levels of the queue."""
    partition_key: Name | None = None
    """What decides which part it goes to."""
    final: bool | None = None
    """Whether nobody needs to follow up."""
