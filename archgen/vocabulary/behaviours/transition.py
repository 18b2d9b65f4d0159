"""The word `Transition`."""

import dataclasses
from typing import Literal

from archgen.dsl.connection import Connection
from archgen.dsl.counts import Count
from archgen.dsl.texts import Name, Text
from archgen.dsl.word import Word, word


@word
class Transition(Word):
    """A way from one state to another."""

    source: Name = dataclasses.field(kw_only=False)
    """The state that it leaves, by its name."""
    target: Name = dataclasses.field(kw_only=False)
    """The state that it leads to."""
    when: Text | None = dataclasses.field(default=None, kw_only=False)
    """What sets it off."""
    by: Literal["client", "service", "worker", "storage_event", "timer", "person"] | None = None
    """Who does."""
    along: Connection | None = None
    """The connection that brings it about."""
    attempts: Count | Literal["unlimited"] | None = None
    """How often it may be tried."""
    verified: bool | None = None
    """Whether it is checked that what is claimed is so."""
