"""The data of a design as lists: what each kind is and where it is kept, columns and indexes of tables, how reads look it up."""

from archgen.documents.data import access_rows, data_rows, tables
from archgen.documents.point import Point
from archgen.documents.rounded import rounded
from archgen.model.architecture import Architecture
from archgen.values import dataclass


@dataclass(frozen=True)
class Listed:
    """A table: a point for each column and each index."""

    name: str
    columns: tuple[Point, ...]
    indexes: tuple[Point, ...]
    without_index: bool


@dataclass(frozen=True)
class Kept:
    """All data of a design."""

    kinds: tuple[Point, ...]
    tables: tuple[Listed, ...]
    access: tuple[Point, ...]


def kept(architecture: Architecture) -> Kept:
    """Everything that is stated; empty where the design speaks of no data."""
    kinds = tuple(Point(name, _kind(sort, where, stated)) for name, sort, where, stated in data_rows(architecture))
    listed = tuple(
        Listed(
            one.name,
            tuple(Point(name, "; ".join(filter(None, (held, stated)))) for name, held, stated in one.columns),
            tuple(Point(columns, stated) for columns, stated in one.indexes),
            one.without_index,
        )
        for one in tables(architecture)
    )
    access = tuple(Point(name, f"({label}): {by}" if label else f"by {by}") for name, label, by in access_rows(architecture))
    return Kept(kinds, listed, access)


def _kind(sort: str, where: str, stated: str) -> str:
    kept_in = f", kept in {where}" if where else ""
    return rounded(f"({sort}){kept_in}{f': {stated}' if stated else ''}")
