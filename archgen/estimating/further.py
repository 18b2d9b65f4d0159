"""Every number that follows from the load besides: work in hand, bytes, copies, single keys, retries, what is usual."""

from collections.abc import Callable

from archgen.estimating.defaults.usual import by_default
from archgen.estimating.load import Load
from archgen.estimating.retries import storms
from archgen.estimating.sizes.at_work import at_work
from archgen.estimating.sizes.disk_writes import disk_writes
from archgen.estimating.sizes.found import Found, Known
from archgen.estimating.sizes.single_keys import single_keys
from archgen.estimating.sizes.storage import storage
from archgen.estimating.sizes.traffic import traffic
from archgen.model.architecture import Architecture

# Each may rest on those before it.
MEASURED: tuple[Callable[[Architecture, Known], Found], ...] = (at_work, traffic, storage, disk_writes, single_keys, by_default)


def further(load: Load, known: Known) -> Found:
    """All of them, from what is known of the load."""
    found: Found = {}
    for measured in MEASURED:
        found |= measured(load.architecture, {**known, **found})
    return found | storms(load, known)
