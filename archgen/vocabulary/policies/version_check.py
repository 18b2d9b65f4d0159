"""The word `VersionCheck`."""

import dataclasses
from typing import Literal

from archgen.dsl.counts import Share
from archgen.dsl.texts import Name
from archgen.dsl.word import Word, word


@word
class VersionCheck(Word):
    """Writes only if nobody else has written since the read."""

    by: Literal["column", "business_value", "etag"] | None = dataclasses.field(default=None, kw_only=False)
    """What tells that something changed: a version of its own, or a value of the business."""
    field: Name | None = None
    """The column that is compared."""
    incremented: bool | None = None
    """Whether every writer raises the version."""
    on_conflict: Literal["retry", "reject"] | None = None
    """What follows when somebody else was faster."""
    conflict_share: Share | None = None
    """Which share of writes meets a conflict."""
