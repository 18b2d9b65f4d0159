"""The word `Lock`."""

import dataclasses
from typing import Literal

from archgen.dsl.quantities import Duration
from archgen.dsl.texts import Listed, Name, Text
from archgen.dsl.word import Word, word


@word
class Lock(Word):
    """A lock that a database holds for a transaction, so that others wait."""

    level: Literal["row", "table", "advisory"] | None = dataclasses.field(default=None, kw_only=False)
    """What is locked."""
    timeout: Duration | None = None
    """How long one waits for it at the most."""
    hold_time: Duration | None = None
    """For how long it is held."""
    key: Name | None = None
    """The name of an advisory lock."""
    scope: Literal["transaction", "connection"] | None = None
    """Whether an advisory lock is free again at the end of the transaction or of the connection."""
    resources: Listed[Name] | None = None
    """What is locked together, such as `from account` and `to account`."""
    order: Listed[Name] | None = None
    """In which order these are locked, everywhere the same."""
    covers_invariant: bool | None = None
    """Whether all rows are locked that a rule over several of them rests on."""
    deadlocks: Literal["ordering", "detection", "timeout"] | None = None
    """What is done about deadlocks."""
    whole: bool | None = None
    """Whether one lock serves for all items, where one for each would do."""
    reason: Text | None = None
    """Why this lock, where a smaller one would seem to do."""
