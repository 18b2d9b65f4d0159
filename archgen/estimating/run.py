"""Estimating: every number that follows from what a design states, with its derivation."""

from archgen.dsl.word import Word
from archgen.estimating.busiest import LIMITING, at_peak
from archgen.estimating.capacities import capacity
from archgen.estimating.connections import held_connections
from archgen.estimating.full_pace import at_full_pace
from archgen.estimating.further import further
from archgen.estimating.load import carry
from archgen.estimating.margins.measured import with_margins
from archgen.estimating.margins.opened import opened
from archgen.estimating.utilisation import utilisation
from archgen.estimating.walkthroughs import of_walkthroughs
from archgen.model.architecture import Architecture
from archgen.model.estimate import Estimate, Measure, Quantity
from archgen.vocabulary.components.cache import Cache
from archgen.vocabulary.components.store import Store
from archgen.vocabulary.connections.downloads import Downloads
from archgen.vocabulary.connections.reads import Reads
from archgen.vocabulary.connections.uploads import Uploads
from archgen.vocabulary.connections.writes import Writes

Numbers = dict[tuple[Word, Measure], Quantity | None]


def estimate(architecture: Architecture) -> Estimate:
    """Derive what can be derived; what is not stated leaves a number out, and never counts as zero.

    Where numbers are stated that are not known exactly, each that rests on them has a margin.
    """
    opens = opened(architecture)
    return with_margins(architecture, opens, likely) if opens else likely(architecture)


def likely(architecture: Architecture) -> Estimate:
    """Every number alone, by what is likely of what is not known exactly."""
    load = carry(architecture)
    numbers: Numbers = {(one, "rate"): load.rates.get(one) for one in architecture.connections()}
    for component in architecture.components():
        numbers[component, "requests"] = load.arriving(component)
        if isinstance(component, (Cache, Store)):
            numbers[component, "reads"] = load.arriving(component, (Reads, Downloads), "reads")
            numbers[component, "writes"] = load.arriving(component, (Writes, Uploads), "writes")
    numbers |= {(endpoint, measure): quantity for endpoint, measure, quantity in held_connections(architecture)}
    numbers |= {(component, "capacity"): capacity(architecture, component) for component in architecture.components()}
    for component in architecture.components():
        known = {measure: quantity for measure in LIMITING if (quantity := numbers.get((component, measure)))}
        numbers[component, "utilisation"] = utilisation(component, known)
    numbers |= at_peak(load, numbers)
    numbers |= at_full_pace(load, numbers)
    numbers |= further(load, numbers)
    of_parts = {(architecture.id(part), measure): one for (part, measure), one in numbers.items() if one}
    return Estimate(of_parts | dict(of_walkthroughs(architecture, numbers)))
