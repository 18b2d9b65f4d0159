"""The word `Invalidation`."""

import dataclasses
from typing import Literal

from archgen.dsl.counts import Count
from archgen.dsl.texts import Listed, Name
from archgen.dsl.word import Word, word


@word
class Invalidation(Word):
    """How a changed value leaves a cache before its time."""

    by: Listed[Literal["none", "ttl", "delete", "event", "broadcast", "tag", "version", "purge"]] | None = dataclasses.field(
        default=None, kw_only=False
    )
    """How: by age alone, deleted on the write, told by event or to all processes, by tag, by a version in the key, or purged."""
    tag_index: bool | None = None
    """Whether it is known which keys carry a tag."""
    keys_per_change: Count | None = None
    """How many keys a change removes."""
    version_source: Name | None = None
    """Where the current version of an entry is read."""
    version_increment: Literal["atomic", "read_modify_write"] | None = None
    """How it is raised."""
    same_transaction: bool | None = None
    """Whether it is raised in the transaction that changes the row."""
    same_snapshot: bool | None = None
    """Whether version and value are read from the same snapshot."""
    versioned: bool | None = None
    """Whether a late fill with an older value is refused."""
