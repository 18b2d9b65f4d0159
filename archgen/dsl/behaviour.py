"""Behaviour: how things go on over time."""

from typing import ClassVar

from archgen.dsl.part import Part
from archgen.dsl.requirements import Requirements
from archgen.dsl.texts import Text
from archgen.dsl.word import word


@word
class Behaviour(Part):
    """How something goes from one step or state to the next."""

    abstract: ClassVar[bool] = True

    summary: Text | None = None
    """What it is about, in a sentence."""
    requirements: Requirements | None = None
    """What it must do and withstand, where that differs from the design as a whole."""
