"""The word `Compensation`."""

import dataclasses
from typing import Literal

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.texts import Name
from archgen.dsl.word import Word, word
from archgen.vocabulary.policies.idempotency_key import IdempotencyKey
from archgen.vocabulary.policies.retry import Retry


@word
class Compensation(Word):
    """What undoes a step that was done, when a later one fails."""

    name: Name | None = dataclasses.field(default=None, kw_only=False)
    """What it does, such as `refund`."""
    along: Connection | None = dataclasses.field(default=None, kw_only=False)
    """The connection along which it is undone."""
    idempotent: bool | None = None
    """Whether it may be done twice."""
    idempotency: IdempotencyKey | Literal[False] | None = None
    """What makes a second attempt count once."""
    by_progress: bool | None = None
    """Whether what it does depends on how far the workflow was, as a fee that grows with the way driven."""
    retry: Retry | Literal[False] | None = None
    """What follows when it fails itself."""
    alerted: bool | None = None
    """Whether somebody is told when it fails for good."""
    dead_letter: Component | Literal[False] | None = None
    """Where one that fails for good is kept."""
    notifies: bool | None = None
    """Whether it only tells somebody, as a second mail that takes back the first."""
