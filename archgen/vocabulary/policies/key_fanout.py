"""The word `KeyFanout`."""

import dataclasses
from typing import Literal

from archgen.dsl.counts import Count
from archgen.dsl.word import Word, word


@word
class KeyFanout(Word):
    """Keeps several copies of one hot entry under different keys, on different nodes."""

    copies: Count | None = dataclasses.field(default=None, kw_only=False)
    """How many copies there are."""
    chosen: Literal["random", "hash_of_key", "hash_of_client"] | None = None
    """How a reader chooses one."""
    distinct_nodes: Count | None = None
    """On how many different nodes they lie."""
    only_hot_keys: bool | None = None
    """Whether only keys that need it have copies."""
    invalidates_all: bool | None = None
    """Whether a change reaches all the copies."""
