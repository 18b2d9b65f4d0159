"""Connections: the verbs of a design."""

import dataclasses
from typing import ClassVar

from archgen.dsl.component import Component
from archgen.dsl.counts import Factor
from archgen.dsl.group import Group
from archgen.dsl.quantities import Duration, Rate, Size
from archgen.dsl.requirements import Requirements
from archgen.dsl.texts import Id, Text
from archgen.dsl.word import Word, word

End = Component | Group


@word
class Connection(Word):
    """Something that passes from `source` to `target`. An end may be a group: then it is all that stands in it."""

    verb: ClassVar[str] = "connects to"
    # Whether things flow from target to source, as what a worker consumes comes from the queue.
    reversed: ClassVar[bool] = False
    # Whether the source goes on without waiting for an answer.
    asynchronous: ClassVar[bool] = False

    source: Component | Group = dataclasses.field(kw_only=False)
    """Who begins it."""
    target: Component | Group = dataclasses.field(kw_only=False)
    """Whom it is with."""
    label: Text | None = dataclasses.field(default=None, kw_only=False)
    """What passes, in a few words."""
    id: Id | None = None
    """What files and findings call it; made from source, verb and target where it is not given."""
    rate: Rate | None = None
    """How many a second in all, on average."""
    per_request: Factor | None = None
    """How many of these each request that reaches the source sets off; None is counted as one."""
    payload: Size | None = None
    """The size of one."""
    timeout: Duration | None = None
    """After how long without an answer the source gives up."""
    requirements: Requirements | None = None
    """What it must do and withstand, where that differs from the design as a whole."""

    @property
    def origin(self) -> Component | Group:
        """What things flow from."""
        return self.target if self.reversed else self.source

    @property
    def destination(self) -> Component | Group:
        """What things flow to."""
        return self.source if self.reversed else self.target
