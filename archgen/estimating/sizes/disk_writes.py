"""How many writes to disk the writes to a store come to: rows, one more for each index, and all that for each copy."""

from collections.abc import Sequence
from dataclasses import replace

from archgen.dsl.readable import number
from archgen.estimating.known import Found, Known
from archgen.estimating.rates import added, plain
from archgen.estimating.sizes.found import derived
from archgen.model.architecture import Architecture
from archgen.model.estimate import Quantity
from archgen.vocabulary.components.store import Store
from archgen.vocabulary.connections.writes import Writes
from archgen.vocabulary.data.table import Table


def disk_writes(architecture: Architecture, known: Known) -> Found:
    """Of every store whose tables state their indexes: a lower bound, as logs and compaction come on top."""
    found: Found = {}
    for store in architecture.components(Store):
        each = [_of_write(store, write, known) for write in architecture.into(store, Writes)]
        parts = [one for one in each if one]
        if parts:
            copies = store.replicas or 1
            each_way = added(one.derivation.formula for one in parts)
            whole = f"({each_way})" if len(parts) > 1 else each_way
            formula = each_way if copies == 1 else f"{whole} × {copies:,} copies"
            value = sum(one.value for one in parts) * copies
            written = derived("writes of rows and indexes", value, "per second", formula, parts)
            found[store, "disk_writes"] = replace(written, partial=written.partial or None in each)
    return found


def _of_write(store: Store, write: Writes, known: Known) -> Quantity | None:
    """None where it is not known how many indexes it touches."""
    rate, tables = known.of(write, "rate"), _tables(store, write)
    counts = [len(table.indexes) for table in tables if table.indexes is not None]
    if not rate or not counts or len(counts) < len(tables):
        return None
    rows, indexes = write.rows or 1, sum(counts)
    told = [_counted(len(counts), "row", "rows"), *([_counted(indexes, "index", "indexes")] if indexes else [])]
    each = f" × ({' + '.join(told)})" if indexes else f" × {told[0]}" if len(counts) > 1 else ""
    formula = f"{plain(rate)}{each}" + (f" × {number(rows)} rows" if rows > 1 else "")
    return derived("writes of rows and indexes", rate.value * (len(counts) + indexes) * rows, "per second", formula, [rate])


def _counted(count: int, one: str, several: str) -> str:
    return f"{count} {one if count == 1 else several}"


def _tables(store: Store, write: Writes) -> Sequence[Table]:
    """Those that it names, else the only one that is held there."""
    named = [one for one in write.data or () if isinstance(one, Table)]
    held = [one for one in store.holds or () if isinstance(one, Table)]
    return named or (held if len(held) == 1 else [])
