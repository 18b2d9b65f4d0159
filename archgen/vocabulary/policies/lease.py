"""The word `Lease`."""

import dataclasses
from typing import Literal

from archgen.dsl.quantities import Duration
from archgen.dsl.texts import Listed, Name
from archgen.dsl.word import Word, word


@word
class Lease(Word):
    """A lock of limited time, held by one process of many."""

    ttl: Duration | None = dataclasses.field(default=None, kw_only=False)
    """After how long it ends by itself; None where the session holds it."""
    session: bool | None = None
    """Whether it lasts as long as the holder's session with the lock service, as an ephemeral node does."""
    renewed: bool | None = None
    """Whether the holder prolongs it while it works."""
    atomic_acquire: bool | None = None
    """Whether it is taken and given its end in one command."""
    owner_checked: bool | None = None
    """Whether only its holder can release it."""
    fencing: bool | None = None
    """Whether it comes with a number that grows, so that writes of a former holder can be refused."""
    protects: Literal["writes", "efficiency"] | None = None
    """What two holders at once would do: damage data, or merely waste work."""
    key: Name | None = None
    """What is locked, such as `seat id`."""
    whole: bool | None = None
    """Whether one key serves for all items."""
    on_denied: Literal["fail", "spin", "retry", "watch_predecessor", "watch_holder"] | None = None
    """What those do who did not get it: give up, ask again at once or after a pause, or watch the one before or the holder."""
    resources: Listed[Name] | None = None
    """What is locked together."""
    order: Listed[Name] | None = None
    """In which order these are locked, everywhere the same."""
