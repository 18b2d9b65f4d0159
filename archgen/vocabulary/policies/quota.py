"""The word `Quota`."""

import dataclasses
from typing import Literal

from archgen.dsl.counts import Count
from archgen.dsl.quantities import Size
from archgen.dsl.texts import Listed, Name
from archgen.dsl.word import Word, word


@word
class Quota(Word):
    """How much each user or tenant may have in all."""

    limit: Size | None = dataclasses.field(default=None, kw_only=False)
    """The most bytes for each."""
    items: Count | None = None
    """The most items for each."""
    max_item: Size | None = None
    """The largest single item."""
    plan: Name | None = None
    """Whom it is for, where users have plans, such as `free`."""
    plans: "Listed[Quota] | None" = None
    """What those of other plans may have."""
    per: Literal["user", "tenant"] | None = None
    """Whom it is counted for."""
    checked: bool | None = None
    """Whether it is checked before anything is let in."""
    reserved: bool | None = None
    """Whether what is on its way is set aside at once, not counted only when it has arrived."""
    counted_on_event: bool | None = None
    """Whether uploads and deletions tell the counter themselves."""
