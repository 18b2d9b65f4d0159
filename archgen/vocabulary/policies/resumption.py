"""The word `Resumption`."""

import dataclasses
from typing import Literal

from archgen.dsl.component import Component
from archgen.dsl.counts import Count
from archgen.dsl.quantities import Duration
from archgen.dsl.word import Word, word


@word
class Resumption(Word):
    """Goes on where a transfer or stream of updates was broken off."""

    by: Literal["last_event_id", "sequence", "upload_id", "offset", "none"] | None = dataclasses.field(
        default=None, kw_only=False
    )
    """What tells where to go on."""
    state_kept_in: Component | None = None
    """Where it is kept what has arrived already."""
    state_ttl: Duration | None = None
    """For how long that is kept."""
    lists_parts: bool | None = None
    """Whether the storage itself is asked which parts it has."""
    window: Duration | None = None
    """For how long after a break one may go on."""
    replay_limit: Count | None = None
    """The most things that are sent again to one client."""
