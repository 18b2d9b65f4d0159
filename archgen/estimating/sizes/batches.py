"""What goes in batches: how many of these there are, and how long the first of one waits."""

from collections.abc import Iterator

from archgen.dsl.readable import number, readable
from archgen.estimating.known import Found, Known
from archgen.estimating.rates import plain
from archgen.estimating.sizes.found import derived
from archgen.model.architecture import Architecture
from archgen.model.estimate import Measure, Quantity
from archgen.vocabulary.components.batcher import Batcher
from archgen.vocabulary.components.cache import Cache
from archgen.vocabulary.components.database import Database
from archgen.vocabulary.connections.consumes import Consumes
from archgen.vocabulary.connections.writes import Writes
from archgen.vocabulary.policies.batching import Batching


def batches(architecture: Architecture, known: Known) -> Found:
    """Of connections that take or write several at once, of components that gather, and of commits that take several along."""
    found: Found = {}
    for connection in architecture.connections():
        rate = known.of(connection, "rate") if isinstance(connection, (Consumes, Writes)) else None
        if rate and isinstance(connection, (Consumes, Writes)):
            found |= {(connection, measure): one for measure, one in _along(connection, rate)}
    gathering: list[Batcher | Cache] = [*architecture.components(Batcher), *architecture.components(Cache)]
    for part in gathering:
        writes = known.of(part, "writes") or known.of(part, "requests")
        if part.batching and writes:
            found |= {(part, measure): one for measure, one in _gathered(part.batching, writes)}
    for database in architecture.components(Database):
        writes = known.of(database, "writes")
        if database.write_batch and writes:
            found[database, "batches"] = _of_size(writes, database.write_batch, "commits", "writes each")
    return found


def _along(connection: Consumes | Writes, rate: Quantity) -> Iterator[tuple[Measure, Quantity]]:
    if connection.batch_size:
        yield "batches", _of_size(rate, connection.batch_size, "batches", "at once")
    elif isinstance(connection, Writes) and connection.batching:
        yield from _gathered(connection.batching, rate)


def _of_size(rate: Quantity, size: int, name: str, each: str) -> Quantity:
    return derived(name, rate.value / size, "per second", f"{plain(rate)} / {number(size)} {each}", [rate])


def _gathered(batching: Batching, rate: Quantity) -> Iterator[tuple[Measure, Quantity]]:
    """A batch goes when it is full or its time is up, whichever comes first."""
    size, pause = batching.max_size, batching.max_wait.total_seconds() if batching.max_wait else None
    filling = size / rate.value if size and rate.value else None
    if filling is not None and size and (pause is None or filling <= pause):
        yield "batches", _of_size(rate, size, "batches", "at once")
        yield "batch_wait", derived("wait of the first of a batch", filling, "seconds", f"{number(size)} / {plain(rate)}", [rate])
    elif pause and batching.max_wait and rate.value:
        yield (
            "batches",
            derived("batches", min(rate.value, 1 / pause), "per second", f"one every {readable(batching.max_wait)}", [rate]),
        )
        more = f", before {number(size)} have come" if size else ""
        yield (
            "batch_wait",
            derived("wait of the first of a batch", pause, "seconds", f"{readable(batching.max_wait)}{more}", [rate]),
        )
