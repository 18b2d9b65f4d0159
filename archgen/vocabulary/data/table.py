"""The word `Table`."""

from archgen.dsl.counts import Count, Factor, Whole
from archgen.dsl.texts import Listed, Name, Text
from archgen.dsl.word import word
from archgen.vocabulary.data.column import Column
from archgen.vocabulary.data.entity import Entity
from archgen.vocabulary.data.index import Index


@word
class Table(Entity):
    """Rows in a database, with the columns and indexes that matter to the design."""

    columns: Listed[Column] | None = None
    """The columns that the design speaks of."""
    indexes: Listed[Index] | None = None
    """The indexes; an empty list states that there are none."""
    primary_key: Listed[Name] | None = None
    """The columns that tell one row from another."""
    foreign_keys: Whole | None = None
    """How many checks against other tables a write sets off."""
    triggers: Whole | None = None
    """How many triggers a write sets off."""
    fulltext_index: bool | None = None
    """Whether words are indexed as part of the write."""
    constraints_disabled: bool | None = None
    """Whether checks were turned off to make writes faster."""
    constraints_checked_by: Text | None = None
    """What checks instead."""
    denormalized: bool | None = None
    """Whether values of other tables are repeated in it."""
    copies_per_source_row: Factor | None = None
    """In how many rows one value of another table is repeated."""
    holds_blobs: bool | None = None
    """Whether file contents lie in its rows."""
    index_cost_noted: bool | None = None
    """Whether it is said what its indexes cost each write."""
    rows_per_parent: Count | None = None
    """How many rows belong to one row of another table, at the most."""
