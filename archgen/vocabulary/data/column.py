"""The word `Column`."""

import dataclasses
from typing import Literal

from archgen.dsl.quantities import Rate
from archgen.dsl.texts import Name, Text
from archgen.dsl.word import Word, word


@word
class Column(Word):
    """A column of a table."""

    name: Name = dataclasses.field(kw_only=False)
    """What it is called."""
    type: Text | None = None
    """What it holds, such as `uuid` or `timestamptz`."""
    copied_from: Name | None = None
    """The column of another table that it repeats."""
    snapshot: bool | None = None
    """Whether it is meant to keep the value of that time."""
    write_rate: Rate | None = None
    """How many times a second it changes."""
    group: Name | None = None
    """Which columns change together, such as `counts` beside `text`."""
    kind_of_value: (
        Literal["count", "average", "sum", "stock", "balance", "version", "status", "text", "time", "id", "other"] | None
    ) = None
    """What its number means."""
    decrements: bool | None = None
    """Whether its number can go down."""
