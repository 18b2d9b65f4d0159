"""The word `IdempotencyKey`."""

import dataclasses
from typing import Literal

from archgen.dsl.component import Component
from archgen.dsl.quantities import Duration
from archgen.dsl.texts import Name, Text
from archgen.dsl.word import Word, word


@word
class IdempotencyKey(Word):
    """A key that makes a repeated request count once."""

    key: Text | None = dataclasses.field(default=None, kw_only=False)
    """What it is made of, such as `order id and step`."""
    made_by: Literal["client", "server", "provider"] | None = None
    """Who makes it. One that the server makes is new for every attempt."""
    scope: Name | None = None
    """Within what it is unique, such as `step` or `tenant`."""
    claim: Literal["atomic", "check_then_act", "provider"] | None = None
    """How it is taken: by one insert that fails the second time, by a look before an act, or by the other side."""
    store: Component | None = None
    """Where the keys are kept."""
    ttl: Duration | None = None
    """How long a key is remembered."""
    per_attempt: bool | None = None
    """Whether it changes from attempt to attempt, by a time, a random number or a count."""
