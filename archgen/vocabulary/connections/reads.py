"""Reads."""

from typing import ClassVar

from archgen.dsl.connection import Connection
from archgen.dsl.quantities import Duration
from archgen.dsl.word import word


@word
class Reads(Connection):
    """Fetches something that the target keeps.

    `poll_interval` states that the source asks again and again. `drives_decision` says that the source acts on what it
    reads, as when it sells what it saw to be free.
    """

    verb: ClassVar[str] = "reads"

    poll_interval: Duration | None = None
    drives_decision: bool | None = None
