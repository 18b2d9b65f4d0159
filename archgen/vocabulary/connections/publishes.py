"""Publishing."""

from typing import ClassVar

from archgen.dsl.connection import Connection
from archgen.dsl.word import word


@word
class Publishes(Connection):
    """Hands a message to a queue or topic, and goes on."""

    verb: ClassVar[str] = "publishes"
    asynchronous: ClassVar[bool] = True
