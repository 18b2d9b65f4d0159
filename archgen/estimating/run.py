"""Estimating: every number that follows from what a design states, with its derivation."""

from archgen.estimating.busiest import LIMITING, at_peak
from archgen.estimating.capacities import capacity
from archgen.estimating.connections import held_connections
from archgen.estimating.full_pace import at_full_pace
from archgen.estimating.further import further
from archgen.estimating.known import Known
from archgen.estimating.load import carry
from archgen.estimating.margins.measured import with_margins
from archgen.estimating.margins.opened import opened
from archgen.estimating.utilisation import utilisation
from archgen.estimating.walkthroughs import of_walkthroughs
from archgen.model.architecture import Architecture
from archgen.model.by_measure import Named
from archgen.model.estimate import Estimate, subjects
from archgen.vocabulary.components.cache import Cache
from archgen.vocabulary.components.store import Store
from archgen.vocabulary.connections.downloads import Downloads
from archgen.vocabulary.connections.reads import Reads
from archgen.vocabulary.connections.uploads import Uploads
from archgen.vocabulary.connections.writes import Writes


def estimate(architecture: Architecture) -> Estimate:
    """Derive what can be derived; what is not stated leaves a number out, and never counts as zero.

    Where numbers are stated that are not known exactly, each that rests on them has a margin.
    """
    opens = opened(architecture)
    return with_margins(architecture, opens, likely) if opens else likely(architecture)


def likely(architecture: Architecture) -> Estimate:
    """Every number alone, by what is likely of what is not known exactly."""
    load = carry(architecture)
    numbers = Known()
    for connection in architecture.connections():
        numbers.tell(connection, "rate", load.rates.get(connection))
    for component in architecture.components():
        numbers.tell(component, "requests", load.arriving(component))
        if isinstance(component, (Cache, Store)):
            numbers.tell(component, "reads", load.arriving(component, (Reads, Downloads), "reads"))
            numbers.tell(component, "writes", load.arriving(component, (Writes, Uploads), "writes"))
    for endpoint, measure, held in held_connections(architecture):
        numbers.tell(endpoint, measure, held)
    for component in architecture.components():
        numbers.tell(component, "capacity", capacity(architecture, component))
    for component in architecture.components():
        known = {measure: quantity for measure in LIMITING if (quantity := numbers.of(component, measure))}
        numbers.tell(component, "utilisation", utilisation(component, known))
    numbers.take(at_peak(load, numbers))
    numbers.take(at_full_pace(load, numbers))
    further(load, numbers)
    numbers.take(dict(of_walkthroughs(architecture, numbers)))
    return Estimate(Named(numbers, subjects(architecture)))
