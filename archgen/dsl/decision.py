"""Decisions: the trees that a design walked, and where it went another way."""

import dataclasses

from archgen.dsl.texts import Name, Text
from archgen.dsl.word import Word, word


@word
class Decision(Word):
    """A decision that the design takes by a tree of the library."""

    tree: Name = dataclasses.field(kw_only=False)
    """The tree's id."""
    choice: Name | None = None
    """The pattern that the design takes, None where it follows the tree."""
    reason: Text | None = None
    """Why; owed where the choice is not the tree's."""
