"""The word `State`."""

import dataclasses

from archgen.dsl.quantities import Duration
from archgen.dsl.texts import Name
from archgen.dsl.word import Word, word


@word
class State(Word):
    """A state of a state machine."""

    name: Name = dataclasses.field(kw_only=False)
    """What it is called."""
    terminal: bool | None = None
    """Whether nothing follows."""
    failure: bool | None = None
    """Whether it says that something went wrong."""
    visible: bool | None = None
    """Whether users see it."""
    timeout: Duration | None = None
    """How long something stays in it at the most."""
