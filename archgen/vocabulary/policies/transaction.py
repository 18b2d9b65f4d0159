"""The word `Transaction`."""

import dataclasses
from typing import Literal

from archgen.dsl.quantities import Duration
from archgen.dsl.word import Word, word


@word
class Transaction(Word):
    """Several reads and writes that count as one."""

    isolation: Literal["read_uncommitted", "read_committed", "repeatable_read", "snapshot", "serializable"] | None = (
        dataclasses.field(default=None, kw_only=False)
    )
    """What it may see of others that run at the same time."""
    duration: Duration | None = None
    """How long it takes."""
    timeout: Duration | None = None
    """After how long the database ends it."""
    waits_for_user: bool | None = None
    """Whether it stays open while somebody thinks or types."""
    calls_out: bool | None = None
    """Whether another system is called between its beginning and its end."""
