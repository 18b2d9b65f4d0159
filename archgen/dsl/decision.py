"""Decisions: the trees that a design walked, and where it went another way."""

import dataclasses

from archgen.dsl.texts import Name, Text
from archgen.dsl.word import Word, word


@word
class Decision(Word):
    """A decision that the design takes by a tree of the library.

    `tree` is the tree's id. `choice` is the pattern that the design takes, None where it follows the tree; `reason` says why,
    and is owed where the choice is not the tree's.
    """

    tree: Name = dataclasses.field(kw_only=False)
    choice: Name | None = None
    reason: Text | None = None
