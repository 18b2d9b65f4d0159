"""The word `MigrationStep`."""

import dataclasses
from typing import Literal

from archgen.dsl.quantities import Duration
from archgen.dsl.word import Word, word
from archgen.vocabulary.policies.rate_limit import RateLimit


@word
class MigrationStep(Word):
    """A step of a migration."""

    action: (
        Literal[
            "dual_write",
            "backfill",
            "change_capture",
            "consistency_check",
            "switch_reads",
            "switch_writes",
            "stop_dual_write",
            "soak",
            "decommission",
        ]
        | None
    ) = dataclasses.field(default=None, kw_only=False)
    """What is done."""
    mode: Literal["insert_if_absent", "compare_version", "overwrite"] | None = None
    """How rows are written that may be there already."""
    rate_limit: RateLimit | Literal[False] | None = None
    """How fast it goes."""
    checkpoint: bool | None = None
    """Whether it is noted how far it is."""
    lasts: Duration | None = None
    """How long it lasts."""
    fallback: bool | None = None
    """Whether one can still go back."""
