"""The word `Index`."""

import dataclasses
from typing import Literal

from archgen.dsl.texts import Listed, Name
from archgen.dsl.word import Word, word


@word
class Index(Word):
    """An index of a table, on its columns in this order."""

    columns: Listed[Name] = dataclasses.field(kw_only=False)
    """The columns, the first one first."""
    unique: bool | None = None
    """Whether no two rows may have the same values."""
    method: Literal["btree", "hash", "gin", "gist", "brin", "geo", "fulltext"] | None = None
    """How it is built."""
    added: bool | None = None
    """Whether the design adds it to what there is."""
    covers: Listed[Name] | None = None
    """Further columns that it carries along."""
