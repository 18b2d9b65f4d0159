"""Groups: regions, zones, tiers and trust boundaries."""

import dataclasses
from typing import Optional

from archgen.dsl.texts import Id, Name
from archgen.dsl.word import Word, word


@word
class Group(Word):
    """A region, tier or trust boundary around components. `group` is the larger one that it stands in.

    `id` is made from the name where it is not given.
    """

    name: Name = dataclasses.field(kw_only=False)
    id: Id | None = None
    group: Optional["Group"] = None
