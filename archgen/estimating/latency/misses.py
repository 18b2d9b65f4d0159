"""Steps of a walkthrough that are done only where a cache has nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.estimating.hits import hits
from archgen.model.architecture import Architecture
from archgen.model.cached_read import cache_before
from archgen.model.course import Leg, course
from archgen.vocabulary.components.cache import Cache
from archgen.vocabulary.components.cdn import Cdn
from archgen.vocabulary.connections.calls import Calls
from archgen.vocabulary.connections.downloads import Downloads
from archgen.vocabulary.connections.reads import Reads
from archgen.vocabulary.connections.writes import Writes


@dataclass(frozen=True)
class Stretch:
    """Legs one after another that are always done, or only on a miss of `cache`."""

    legs: Sequence[Leg]
    cache: Cache | None = None


def asked_cache(architecture: Architecture, connection: Connection) -> Cache | Cdn | None:
    """The cache that the connection asks, where it is known how often that answers itself."""
    target = connection.target
    asks = isinstance(connection, (Reads, Downloads, Calls))
    return target if asks and isinstance(target, (Cache, Cdn)) and hits(architecture, target) is not None else None


def stretches(architecture: Architecture, legs: Sequence[Leg]) -> Iterator[Stretch]:
    """The legs in their order: what reads a store behind a cache that was asked before, and fills it then, counts as its miss."""
    asked: set[Component] = set()
    missed: list[Leg] = []
    cache: Cache | None = None
    for leg in legs:
        of = _missed(architecture, leg, asked, cache if missed else None)
        if missed and of is not cache:
            yield Stretch(missed, cache)
            missed = []
        cache = of
        if of:
            missed.append(leg)
        else:
            yield Stretch([leg])
        asked |= {one for one in [asked_cache(architecture, leg.along)] if one}
    if missed:
        yield Stretch(missed, cache)


def fetches(architecture: Architecture, leg: Leg) -> Sequence[Leg]:
    """The legs of another case of the step, in which its cache has nothing: the store behind it is read, then it goes on."""
    cache = asked_cache(architecture, leg.along)
    for case in leg.step.otherwise:
        reads = (cache_before(architecture, step.along) is cache for step in case.steps if not step.back)
        if isinstance(cache, Cache) and not case.ends and any(reads):
            return course(architecture, case.steps)
    return ()


def _missed(architecture: Architecture, leg: Leg, asked: set[Component], missing: Cache | None) -> Cache | None:
    """The cache on whose miss alone the leg is done."""
    if missing and isinstance(leg.along, Writes) and leg.along.target is missing:
        return missing
    before = cache_before(architecture, leg.along)
    return before if before in asked else None
