"""What a number is in a design whose estimate does not have it: nothing waits, it is as on average, or it never comes."""

from collections.abc import Mapping
from math import inf

from archgen.model.estimate import Estimate, Measure

# What is not told where it is none.
NONE: tuple[Measure, ...] = ("backlog_growth", "peak_backlog_growth", "burst_depth", "burst_lost", "burst_delay")
# What is told of the busiest time only where it differs from the average.
USUAL: Mapping[Measure, Measure] = {
    "peak_rate": "rate",
    "peak_requests": "requests",
    "peak_reads": "reads",
    "peak_writes": "writes",
    "peak_capacity": "capacity",
    "peak_utilisation": "utilisation",
    "peak_in_hand": "in_hand",
    "peak_bandwidth": "bandwidth",
    "worst_requests": "requests",
}


def value(estimate: Estimate, subject: str, measure: Measure) -> float | None:
    """The number, what stands for it, or None where it is not known."""
    found = estimate.of(subject, measure) or estimate.of(subject, USUAL.get(measure, measure))
    if found:
        return found.value
    if measure in NONE:
        return 0.0
    if measure == "time_to_full":
        return inf
    if measure == "recovery":
        return inf if estimate.of(subject, "burst_depth") or estimate.of(subject, "backlog_growth") else 0.0
    return None
