"""How long a walkthrough takes: its steps put together in the order in which they are waited for."""

from collections.abc import Iterator, Mapping, Sequence

from archgen.estimating.hits import hits
from archgen.estimating.latency.hop import Asked, hop, joined
from archgen.estimating.latency.misses import asked_cache, fetches, stretches
from archgen.estimating.latency.timed import Timed, at_once, missing
from archgen.model.course import Leg
from archgen.vocabulary.components.cache import Cache
from archgen.vocabulary.components.service import Service

Times = Mapping[Leg, Timed | None]


def walk(asked: Asked, legs: Sequence[Leg]) -> Times:
    """The time of each leg. From the last to the first: what is done within a leg comes behind it."""
    times: dict[Leg, Timed | None] = {}
    for leg in reversed(legs):
        times[leg] = hop(asked, leg, _within(asked, leg, times), first=leg is legs[0])
    return times


def in_order(asked: Asked, name: str, legs: Sequence[Leg], times: Times) -> Timed | None:
    """Legs one after another."""
    lacking = any(times[leg] is None and leg in asked.silent for leg in legs)
    return joined(name, list(_parts(asked, legs, times)), lacking=lacking)


def _within(asked: Asked, leg: Leg, times: Times) -> Timed | None:
    """What is done while the source waits."""
    target, cache = leg.along.destination, asked_cache(asked.architecture, leg.along)
    name = f"what {target.name} waits for"
    if cache:
        return None if isinstance(cache, Cache) and cache.miss_latency is not None else _on_a_miss(asked, leg, times)
    parts = list(_parts(asked, leg.inner, times))
    if len(parts) > 1 and isinstance(target, Service) and target.fetched_in_parallel:
        return at_once(f"what {target.name} fetches at once", parts)
    return in_order(asked, name, leg.inner, times)


def _on_a_miss(asked: Asked, leg: Leg, times: Times) -> Timed | None:
    """What a cache fetches itself, and what its reader fetches in another case of the step."""
    cache, others = asked_cache(asked.architecture, leg.along), fetches(asked.architecture, leg)
    answered = hits(asked.architecture, cache) if cache else None
    if cache is None or answered is None:
        return None
    name = f"a miss of {cache.name}"
    roots = [one for one in others if one.parent is None]
    parts = [*_parts(asked, leg.inner, times), *(_parts(asked, roots, walk(asked, others)) if others else ())]
    fetch = joined(f"the fetch behind {cache.name}", parts)
    return missing(name, answered, fetch, cache.name) if fetch else None


def _parts(asked: Asked, legs: Sequence[Leg], times: Times) -> Iterator[Timed]:
    for stretch in stretches(asked.architecture, legs):
        cache, known = stretch.cache, [time for leg in stretch.legs if (time := times[leg])]
        answered = hits(asked.architecture, cache) if cache else None
        if cache is None or answered is None:
            yield from known
        elif known and cache.miss_latency is None:
            fetch = joined(f"the fetch behind {cache.name}", known)
            if fetch:
                yield missing(f"a miss of {cache.name}", answered, fetch, cache.name)
