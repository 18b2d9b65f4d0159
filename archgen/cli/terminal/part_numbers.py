"""The numbers of components and connections as text, those that answer the same question below one heading."""

from collections.abc import Iterable, Mapping, Sequence

from archgen.cli.terminal.walkthroughs import columns

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archgen.model.estimate import Quantity

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "Load": ("requests", "reads", "writes", "rate"),
    "What can be served, and how much of it is taken": (
        "capacity", "utilisation", "connections", "connections_per_replica", "memory_per_connection", "in_hand",
    ),
    "In the busiest time": (
        "peak_requests", "peak_reads", "peak_writes", "peak_rate", "peak_capacity", "peak_utilisation", "peak_in_hand",
    ),
    "What waits in queues": (
        "backlog_growth", "peak_backlog_growth", "time_to_full", "burst_depth", "burst_lost", "burst_delay", "recovery",
    ),
    "Bytes": (
        "bandwidth", "peak_bandwidth", "sent", "received", "bandwidth_used", "storage", "storage_growth", "disk_used",
    ),
    "Writes to disk, single keys and shards": ("disk_writes", "hot_key", "hot_key_used", "per_shard"),
    "If every attempt fails": ("worst_requests",),
}  # fmt: skip
OTHERS = "Others"
PLACES = {measure: heading for heading, measures in HEADINGS.items() for measure in measures}


def part_tables(numbers: Iterable[tuple[str, str, "Quantity"]]) -> Sequence[str]:
    """A table for each heading that has numbers, in the order of the headings."""
    blocks: dict[str, list[tuple[str, str, str]]] = {heading: [] for heading in (*HEADINGS, OTHERS)}
    for id, measure, quantity in numbers:
        blocks[PLACES.get(measure, OTHERS)].append((f"  {id}", quantity.name, str(quantity)))
    return ["\n".join([heading, *columns(rows)]) for heading, rows in blocks.items() if rows]
