"""The word `DependsOn`."""

from typing import ClassVar, Literal

from archgen.dsl.word import word
from archgen.vocabulary.connections.interaction import Interaction


@word
class DependsOn(Interaction):
    """Cannot begin before the target is done."""

    verb: ClassVar[str] = "depends on"
    asynchronous: ClassVar[bool] = True

    join: Literal["all", "any"] | None = None
    """For which of several it waits."""
    atomic_count: bool | None = None
    """Whether those that are done are counted without losing any."""
