"""The word `StampedeProtection`."""

import dataclasses
from typing import Literal

from archgen.dsl.counts import Count, Share
from archgen.dsl.quantities import Duration
from archgen.dsl.texts import Listed
from archgen.dsl.word import Word, word


@word
class StampedeProtection(Word):
    """Keeps many readers from fetching the same missing entry at once."""

    by: Listed[Literal["lock", "early_refresh", "background_refresh", "single_flight"]] | None = dataclasses.field(
        default=None, kw_only=False
    )
    """How: one fetches and others wait, few refresh early by chance, something always refreshes, or equal fetches are merged."""
    scope: Literal["process", "shared"] | None = None
    """Whether that holds within each process or across all of them."""
    lock_ttl: Duration | None = None
    """After how long the lock of a fetcher that died is free again."""
    waiters: Literal["serve_stale", "wait", "fail"] | None = None
    """What those get who do not fetch."""
    wait_timeout: Duration | None = None
    """How long they wait at the most."""
    refresh_interval: Duration | None = None
    """How often the background refreshes."""
    refresh_share: Share | None = None
    """Which share of reads refreshes early."""
    rebuild_time: Duration | None = None
    """How long it takes to make an entry anew."""
    allowed_rebuilds: Count | None = None
    """How many fetches of one entry at once do no harm."""
