"""The word `Hold`."""

import dataclasses

from archgen.dsl.component import Component
from archgen.dsl.quantities import Duration
from archgen.dsl.word import Word, word


@word
class Hold(Word):
    """Something set aside for somebody for a while, as a seat until it is paid."""

    ttl: Duration | None = dataclasses.field(default=None, kw_only=False)
    """For how long it is set aside."""
    atomic_claim: bool | None = None
    """Whether it is taken by one write that fails if another was first."""
    cleaned_up: bool | None = None
    """Whether something clears holds that ran out."""
    expires_on_read: bool | None = None
    """Whether a hold that ran out counts as free when it is read."""
    verified: bool | None = None
    """Whether the write that confirms checks that the hold still stands."""
    store: Component | None = None
    """Where it is kept."""
    user_facing: bool | None = None
    """Whether a person waits for it or sees it."""
