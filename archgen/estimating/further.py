"""Every number that follows from the load besides: work in hand, bytes, copies, single keys, retries, what is usual."""

from collections.abc import Callable

from archgen.estimating.defaults.usual import by_default
from archgen.estimating.known import Found, Known
from archgen.estimating.load import Load
from archgen.estimating.retries import storms
from archgen.estimating.sizes.at_work import at_work
from archgen.estimating.sizes.batches import batches
from archgen.estimating.sizes.deliveries import deliveries
from archgen.estimating.sizes.disk_writes import disk_writes
from archgen.estimating.sizes.disks import disks
from archgen.estimating.sizes.redelivery import redelivery
from archgen.estimating.sizes.single_keys import single_keys
from archgen.estimating.sizes.storage import storage
from archgen.estimating.sizes.traffic import traffic
from archgen.estimating.sizes.updates import updates
from archgen.estimating.sizes.workflows import workflows
from archgen.estimating.sizes.years import years
from archgen.model.architecture import Architecture

# Each may rest on those before it.
MEASURED: tuple[Callable[[Architecture, Known], Found], ...] = (
    at_work,
    traffic,
    storage,
    years,
    disk_writes,
    disks,
    single_keys,
    batches,
    redelivery,
    deliveries,
    updates,
    workflows,
    by_default,
)


def further(load: Load, known: Known) -> None:
    """Tell all of them, from what is known of the load."""
    for measured in MEASURED:
        known.take(measured(load.architecture, known))
    known.take(storms(load, known))
