"""Retries."""

import dataclasses
from typing import Literal

from archgen.dsl.counts import Count
from archgen.dsl.quantities import Duration
from archgen.dsl.word import Word, word


@word
class Retry(Word):
    """What a caller does after a failure: how often it tries in all, and how long it waits before it does.

    `backoff` says whether the pause grows, `jitter` whether it is spread at random.
    """

    attempts: Count | None = dataclasses.field(default=None, kw_only=False)
    backoff: Literal["none", "linear", "exponential"] | None = None
    jitter: bool | None = None
    initial: Duration | None = None
