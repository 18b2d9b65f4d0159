"""A cache stands before a database that could serve all reads by itself, twice over.

## Why it matters
A cache has a price that does not show in a diagram: copies that are out of date, code that must not forget to take them out,
one more system that can fail, and a database that is never tested with the load it gets when the cache is empty. A database
that is used to less than half of what it serves has room for that load, and for its growth. A read by an index takes it a few
milliseconds.

## What to do
Leave the cache out until measurements ask for it. Check the indexes first: a missing one is cured by an index, not by a cache.

## When it does not apply
- Reads, at their peak, reach half of what the database serves: `max_read_rate` over two. The option `spare` is another share.
- Others than its readers write to the cache: then it holds data of its own, such as presence.
- Either of these is not stated, or the derived load is only a lower bound.
- The cache is there for latency and not for load, or holds what is costly to compute rather than to read. Then waive this with
  the number that it is to meet.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from archgen import Cache, Calls, Client, Database, Design, Rate, Reads, Requirements, Service, Writes, minutes, per_second
from archgen.plugin import (
    Architecture,
    Derivation,
    Estimate,
    Problem,
    Quantity,
    Rule,
    Severity,
    Share,
    agreeing,
    derived,
    does,
    number,
    stated,
    stores_behind,
)


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    spare: Share = 0.5
    """Up to which share of what a database serves it needs no cache. Tool default: half, which leaves room to double."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    for cache in architecture.components(Cache):
        it = agreeing(cache.name, "it")
        load = _load(architecture, estimate, cache)
        for store in stores_behind(architecture, cache):
            limit = store.max_read_rate
            if load and limit and load.value < options.spare * limit:
                yield Problem(
                    cache,
                    f"{does(cache.name, 'is')} asked {number(load.value)} times a second, and {store.name} alone "
                    f"{agreeing(store.name, 'serves')} {number(limit)}",
                    [derived(cache, load), stated(store, "max_read_rate")],
                    f"leave {cache.name} out until measurements ask for {it}, or waive this with the latency that "
                    f"{agreeing(cache.name, 'it is')} for",
                    also=[store],
                )


def _load(architecture: Architecture, estimate: Estimate, cache: Cache) -> Quantity | None:
    """All reads at their peak, as if the cache were not there; None where they are not known in full."""
    needs = architecture.design.requirements
    required = needs.read_rate
    reads = estimate.of(cache, "reads")
    if required is not None:
        reads = Quantity("reads", float(required), "per second", Derivation("required"))
    if reads is None or reads.partial or needs.peak_factor is None:
        return None if reads is None or reads.partial else reads
    formula = f"{reads} × {number(needs.peak_factor)} at the peak"
    return Quantity("reads", reads.value * needs.peak_factor, "per second", Derivation(formula, (reads,)))


def catalogue(limit: Rate | None, reads: Rate | None, *, peak: float | None = None) -> Design:
    app, cache, store = Service("Catalogue"), Cache("Cache", ttl=minutes(5)), Database("Store", max_read_rate=limit)
    needs = Requirements(read_rate=reads, peak_factor=peak)
    return Design("Catalogue", [Calls(Client("Browser"), app), Reads(app, cache), Reads(app, store)], requirements=needs)


def uncached() -> Design:
    store = Database("Store", max_read_rate=per_second(10_000))
    return Design("Catalogue without a cache", [Reads(Service("Catalogue"), store, rate=per_second(20))])


def loading_itself(reads: Rate) -> Design:
    cache, store = Cache("Cache", ttl=minutes(5)), Database("Store", max_read_rate=per_second(10_000))
    return Design("Read-through", [Reads(Service("Catalogue"), cache, rate=reads), Reads(cache, store)])


def of_its_own(reads: Rate) -> Design:
    """Presence is written by those who hold the connections: it is no copy of the members that its reader also looks up."""
    chat, presence = Service("Chat"), Cache("Presence", ttl=minutes(1))
    members = Database("Members", max_read_rate=per_second(10_000))
    parts = [Writes(Service("Gateway"), presence), Reads(chat, presence, rate=reads), Reads(chat, members, rate=reads)]
    return Design("Presence", parts)


rule = Rule(
    "CA002",
    Severity.INFO,
    check,
    flagged=[
        lambda: catalogue(per_second(10_000), per_second(200)),
        lambda: catalogue(per_second(10_000), per_second(4_999)),
        lambda: loading_itself(per_second(200)),
    ],
    accepted=[
        lambda: catalogue(per_second(10_000), per_second(5_000)),
        lambda: catalogue(per_second(10_000), per_second(2_000), peak=4),
        lambda: catalogue(None, per_second(200)),
        lambda: catalogue(per_second(10_000), None),
        lambda: loading_itself(per_second(40_000)),
        lambda: of_its_own(per_second(200)),
        uncached,
    ],
    see=["mutable-entry-without-expiry"],
    options=Options,
)
