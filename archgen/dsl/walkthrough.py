"""Walkthroughs: the path of one thing through a design, step by step."""

import dataclasses

from archgen.dsl.connection import Connection
from archgen.dsl.requirements import Requirements
from archgen.dsl.texts import Listed, Name, Text
from archgen.dsl.word import Word, word


@word
class Step(Word):
    """One step along a connection."""

    along: Connection = dataclasses.field(kw_only=False)
    """The connection that it goes along."""
    text: Text | None = dataclasses.field(default=None, kw_only=False)
    """What happens; the connection's label where it is None."""
    back: bool = False
    """Whether it goes against the connection's direction: an answer, or a push down an open socket."""
    otherwise: "Listed[Alternative]" = ()
    """What happens instead in other cases."""


@word
class Alternative(Word):
    """What happens at a step instead, in some case."""

    when: Name = dataclasses.field(kw_only=False)
    """The case, such as `the card is refused`."""
    steps: Listed[Step] = dataclasses.field(default=(), kw_only=False)
    """What happens then; nothing more, where there are none."""
    failure: bool | None = None
    """Whether something has failed then."""
    ends: bool | None = None
    """Whether the walkthrough ends with it, instead of going on with the next step."""


@word
class Walkthrough(Word):
    """A scenario as numbered steps along the design's connections."""

    name: Name = dataclasses.field(kw_only=False)
    """What happens in it."""
    steps: Listed[Step] = dataclasses.field(kw_only=False)
    """The steps, in their order."""
    summary: Text | None = None
    """What it shows, in a sentence."""
    requirements: Requirements | None = None
    """What it must do and withstand, where that differs from the design as a whole."""
