"""Data: the kinds of thing that a system keeps and passes on."""

from typing import ClassVar

from archgen.dsl.part import Part
from archgen.dsl.word import word


@word
class Data(Part):
    """A kind of thing that is kept in stores and carried along connections."""

    abstract: ClassVar[bool] = True
