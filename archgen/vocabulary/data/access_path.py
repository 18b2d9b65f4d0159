"""The word `AccessPath`."""

from typing import Literal

from archgen.dsl.counts import Count
from archgen.dsl.data import Data
from archgen.dsl.texts import Listed, Name
from archgen.dsl.word import Word, word


@word
class AccessPath(Word):
    """By which columns something is looked up."""

    filter: Listed[Name] | None = None
    """The columns that are compared with a value."""
    range: Listed[Name] | None = None
    """The columns that have to lie between two values."""
    sort: Listed[Name] | None = None
    """The columns that decide the order."""
    join: Listed[Name] | None = None
    """The columns of other tables by which rows are brought together."""
    joined: Listed[Data] | None = None
    """The tables that are joined."""
    index: Name | None = None
    """The column that the index which serves it begins with."""
    plan_checked: bool | None = None
    """Whether it was looked at how the database goes about it."""
    aggregate: bool | None = None
    """Whether rows are added up or counted."""
    full_scan: bool | None = None
    """Whether all rows are gone through."""
    rows: Count | None = None
    """How many rows are looked at."""
    returns: Literal["one", "list"] | None = None
    """What comes back."""
    page_size: Count | None = None
    """How many rows come back at once."""
    calls: Count | None = None
    """How many requests one answer takes, where each row asks for more."""
