"""The numbers of walkthroughs: how long they take, and how much of the time they come to their end."""

from collections.abc import Iterator

from archgen.estimating.availability.counted import shares
from archgen.estimating.known import Known
from archgen.estimating.latency.measured import times
from archgen.model.architecture import Architecture
from archgen.model.estimate import Measure, Quantity, walkthrough_id


def of_walkthroughs(architecture: Architecture, known: Known) -> Iterator[tuple[tuple[str, Measure], Quantity]]:
    """Every number of every walkthrough, from what is known of the parts."""
    for walkthrough in architecture.design.walkthroughs:
        subject = walkthrough_id(walkthrough)
        for measure, quantity in times(architecture, known, walkthrough):
            yield (subject, measure), quantity
        for measure, quantity in shares(architecture, known, walkthrough):
            yield (subject, measure), quantity
