"""The word `Outbox`."""

import dataclasses

from archgen.dsl.component import Component
from archgen.dsl.quantities import Duration
from archgen.dsl.word import Word, word


@word
class Outbox(Word):
    """What is to be sent is written in the same transaction as what changed, and sent from there."""

    relay: Component | None = dataclasses.field(default=None, kw_only=False)
    """What sends it."""
    polls: Duration | None = None
    """How often it looks for what is to be sent; None where it follows the store's log."""
    reconciled: bool | None = None
    """Whether something looks for what was written and never sent."""
