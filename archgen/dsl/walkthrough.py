"""Walkthroughs: the path of one thing through a design, step by step."""

import dataclasses

from archgen.dsl.connection import Connection
from archgen.dsl.texts import Listed, Name, Text
from archgen.dsl.word import Word, word


@word
class Step(Word):
    """One step along a connection; `text` says what happens, and is the connection's label where it is None.

    With `back`, what happens goes against the connection's direction: an answer, or a push down an open socket.
    """

    along: Connection = dataclasses.field(kw_only=False)
    text: Text | None = dataclasses.field(default=None, kw_only=False)
    back: bool = False


@word
class Walkthrough(Word):
    """A scenario as numbered steps along the design's connections."""

    name: Name = dataclasses.field(kw_only=False)
    steps: Listed[Step] = dataclasses.field(kw_only=False)
    summary: Text | None = None
