"""The word `Encryption`."""

from typing import Literal

from archgen.dsl.word import Word, word


@word
class Encryption(Word):
    """How content is made unreadable to those who must not read it."""

    at_rest: bool | None = None
    """Whether it is encrypted where it lies."""
    keys: Literal["provider", "tenant", "user"] | None = None
    """Whose keys: one of the provider, or one for each tenant or user."""
