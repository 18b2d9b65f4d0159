"""The word `Notifies`."""

from typing import ClassVar, Literal

from archgen.dsl.word import word
from archgen.vocabulary.components.queue import Queue
from archgen.vocabulary.connections.interaction import Interaction


@word
class Notifies(Interaction):
    """Tells somebody that something happened, by webhook, mail or message."""

    verb: ClassVar[str] = "notifies"
    asynchronous: ClassVar[bool] = True

    channel: Literal["webhook", "email", "sms", "push", "in_app", "event"] | None = None
    """By which way."""
    dead_letter: Queue | Literal[False] | None = None
    """Where one goes that could not be delivered."""
    event_id: bool | None = None
    """Whether it carries an id of its own."""
    from_worker: bool | None = None
    """Whether the worker that did the work sends it itself, before it is done with it."""
