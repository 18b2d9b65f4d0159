"""The word `Retry`."""

import dataclasses
from typing import Literal

from archgen.dsl.counts import Count, Factor
from archgen.dsl.quantities import Duration
from archgen.dsl.texts import Listed, Name, Text
from archgen.dsl.word import Word, word


@word
class Retry(Word):
    """What a caller does after a failure."""

    attempts: Count | Literal["unlimited"] | None = dataclasses.field(default=None, kw_only=False)
    """How often it tries in all, the first time included; `unlimited` where nothing ends it."""
    backoff: Literal["none", "fixed", "linear", "exponential"] | None = None
    """Whether the pause between two attempts stays or grows; `none` is no pause at all."""
    jitter: bool | None = None
    """Whether the pause is spread at random, so that callers who failed together do not come back together."""
    initial: Duration | None = None
    """The pause before the second attempt."""
    multiplier: Factor | None = None
    """By what the pause grows from one attempt to the next; 2 doubles it."""
    max_interval: Duration | None = None
    """The longest pause between two attempts."""
    deadline: Duration | None = None
    """After how long in all the caller gives up, however many attempts are left."""
    retry_on: Listed[Name] | None = None
    """The failures that are tried again, such as `503`, `timeout` or `all`."""
    never_on: Listed[Name] | None = None
    """The failures that another attempt cannot mend, such as `400` or `card declined`."""
    reason: Text | None = None
    """Why so many attempts, where others would make more or fewer."""
