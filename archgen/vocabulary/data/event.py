"""The word `Event`."""

from typing import Literal

from archgen.dsl.texts import Text
from archgen.dsl.word import word
from archgen.vocabulary.data.entity import Entity


@word
class Event(Entity):
    """Something that happened, as a message tells it."""

    correlation_id: Text | Literal[False] | None = None
    """What of it says to which flow it belongs, such as `order id`."""
    event_id: bool | None = None
    """Whether it carries an id of its own, by which a second copy is known."""
    final: bool | None = None
    """Whether nothing follows from it."""
    failure: bool | None = None
    """Whether it says that something did not work."""
    cycle_bound: bool | None = None
    """Whether it carries a count that ends a circle of events."""
    carries: Literal["id", "delta", "state"] | None = None
    """Whether it carries a reference, a change, or the whole thing."""
