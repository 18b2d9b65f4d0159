"""The numbers of walkthroughs: how long they take, and how much of the time they come to their end."""

from collections.abc import Iterator

from archgen.dsl.word import Word
from archgen.estimating.availability.counted import shares
from archgen.estimating.known import Known
from archgen.estimating.latency.measured import times
from archgen.model.architecture import Architecture
from archgen.model.estimate import Measure, Quantity


def of_walkthroughs(architecture: Architecture, known: Known) -> Iterator[tuple[tuple[Word, Measure], Quantity]]:
    """Every number of every walkthrough, from what is known of the parts."""
    for walkthrough in architecture.design.walkthroughs:
        for measure, quantity in times(architecture, known, walkthrough):
            yield (walkthrough, measure), quantity
        for measure, quantity in shares(architecture, known, walkthrough):
            yield (walkthrough, measure), quantity
