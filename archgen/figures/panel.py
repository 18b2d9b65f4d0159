"""What all panels of a figure share."""

from typing import ClassVar

from archgen.dsl.texts import Text
from archgen.dsl.word import Word, word


@word
class Panel(Word):
    """One part of a figure, of one kind, with its own layout."""

    abstract: ClassVar[bool] = True

    title: Text = ""
    """What stands above it; empty for nothing."""

    def told(self) -> str:
        """The panel in sentences, for those who do not see it."""
        raise NotImplementedError
