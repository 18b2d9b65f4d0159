"""The data of a design: what is stated of each kind, the columns and indexes of tables, and how reads look them up."""

from collections.abc import Iterator
from dataclasses import dataclass

from archgen.documents.data_clauses import access_clauses, column_clauses, data_clauses
from archgen.documents.facts import facts, joined, value
from archgen.dsl.data import Data
from archgen.dsl.naming import kind
from archgen.dsl.readable import named
from archgen.model.architecture import Architecture
from archgen.vocabulary.connections.reads import Reads
from archgen.vocabulary.data.access_path import AccessPath
from archgen.vocabulary.data.table import Table

WITH_TABLES = ("columns", "indexes")


@dataclass(frozen=True)
class Columns:
    """A table with rows of its columns (name, what it holds, what else is stated) and of its indexes (columns, stated)."""

    name: str
    columns: tuple[tuple[str, str, str], ...]
    indexes: tuple[tuple[str, str], ...]
    without_index: bool


def data_rows(architecture: Architecture) -> Iterator[tuple[str, str, str, str]]:
    """Name, kind, where it is kept, and what is stated of each kind of data."""
    for one in architecture.data():
        sort = kind(type(one)).replace("_", " ")
        yield (
            one.name,
            sort,
            _kept(architecture, one),
            "; ".join(data_clauses(one, WITH_TABLES if isinstance(one, Table) else ())),
        )


def tables(architecture: Architecture) -> Iterator[Columns]:
    """Every table that columns or indexes are stated of."""
    for one in architecture.data(Table):
        if one.columns or one.indexes is not None:
            columns = tuple((column.name, value(column, "type"), column_clauses(column)) for column in one.columns or ())
            indexes = tuple((", ".join(index.columns), facts(index, ("columns",))) for index in one.indexes or ())
            yield Columns(one.name, columns, indexes, one.indexes is not None and not one.indexes)


def access_rows(architecture: Architecture) -> Iterator[tuple[str, str, str]]:
    """Which reads say how they look something up: the read, what it is called, and by what it looks."""
    for read in architecture.connections(Reads):
        if isinstance(read.access, AccessPath):
            yield named(read), read.label or "", access_clauses(read.access)


def _kept(architecture: Architecture, data: Data) -> str:
    holding = [part.name for part in architecture.components() if data in (getattr(part, "holds", None) or ())]
    return joined(holding)
