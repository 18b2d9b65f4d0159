"""Which numbers answer the same question, and stand below one heading."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "Load": (
        "requests", "reads", "writes", "rate", "updates", "batches", "batch_wait", "deliveries", "redelivered",
    ),
    "What can be served, and how much of it is taken": (
        "capacity", "utilisation", "connections", "connections_per_replica", "memory_per_connection", "in_hand",
        "memory_used", "deliveries_used", "connections_used",
    ),
    "In the busiest time": (
        "peak_requests", "peak_reads", "peak_writes", "peak_rate", "peak_capacity", "peak_utilisation", "peak_in_hand",
    ),
    "What waits in queues": (
        "backlog_growth", "peak_backlog_growth", "time_to_full", "burst_depth", "burst_lost", "burst_delay", "recovery",
        "time_to_dead_letter", "let_through",
    ),
    "While work waits, at the full pace of all workers": ("full_requests", "full_rate", "full_utilisation"),
    "Bytes": (
        "bandwidth", "peak_bandwidth", "sent", "received", "bandwidth_used", "storage", "storage_growth", "disk_used",
        "storage_in_1_year", "storage_in_3_years", "disk_full_in",
    ),
    "Writes to disk, single keys and shards": (
        "disk_writes", "disk_iops_used", "disk_bandwidth", "disk_bandwidth_used", "hot_key", "hot_key_used", "per_shard",
        "shard_used",
    ),
    "If every attempt fails": ("worst_requests",),
    "Where no limit is stated, by what is usual": ("usual_utilisation",),
}  # fmt: skip
OTHERS = "Others"
PLACES: Mapping[str, str] = {measure: heading for heading, measures in HEADINGS.items() for measure in measures}


def by_heading(numbers: Iterable[T], measure: Callable[[T], str]) -> Mapping[str, Sequence[T]]:
    """The numbers of each heading that has some, in the order of the headings.

    >>> by_heading(["recovery", "rate", "requests"], str)
    {'Load': ['rate', 'requests'], 'What waits in queues': ['recovery']}
    """
    found: dict[str, list[T]] = {heading: [] for heading in (*HEADINGS, OTHERS)}
    for number in numbers:
        found[PLACES.get(measure(number), OTHERS)].append(number)
    return {heading: below for heading, below in found.items() if below}
