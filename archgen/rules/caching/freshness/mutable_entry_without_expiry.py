"""A cached value may change, and nothing ever takes the old copy out of the cache.

## Why it matters
An entry without an expiry and without invalidation stays until memory runs short or the cache restarts. Until then readers get
a value that may be days old, and no error shows it. Often the fault is found only when a restart "repairs" it. Being pushed out
for lack of memory is no substitute: the entries that are read most are the last to go.

## What to do
- Set a `ttl` from the question how old the value may be when it is shown, which is the `staleness` that is required: minutes
  for a profile, half a minute for a feed or a search.
- Where that is too old, take the entry out when the value changes: `invalidation` by `delete`, `event`, `tag` or `version`.
  Keep a ttl as well, as a net for the message that gets lost.

Within the ttl a reader gets a copy, not the current value: what must be right when it is acted on, such as a balance or the
last seat, is read from the database in the transaction that acts.

## When it does not apply
- Entries never change: they are `immutable`. A resized image, or anything under a key that holds its version.
- There is a ttl, or an invalidation other than `none`.
"""

from collections.abc import Iterator
from datetime import timedelta

from archgen import Cache, Calls, Client, Database, Design, Invalidation, Reads, Requirements, Service, minutes
from archgen.plugin import Architecture, Edit, Estimate, Problem, Rule, Severity, stated


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for cache in architecture.components(Cache):
        allowed = (cache.requirements or Requirements()).staleness or architecture.design.requirements.staleness
        if not cache.immutable and cache.ttl in (None, False) and not _taken_out(cache):
            yield Problem(
                cache,
                f"an entry of {cache.name} can stay wrong for ever: it neither expires nor is taken out when its value changes",
                [stated(cache, "ttl"), stated(cache, "invalidation"), stated(cache, "immutable")],
                f"set a ttl on {cache.name}, or state its invalidation, or that it is immutable if its entries never change",
                edits=[Edit(cache, "ttl", allowed)] if allowed else (),
                unsafe=cache.ttl is False,
            )


def _taken_out(cache: Cache) -> bool:
    """Whether a change takes the entry out; its age alone is the business of the ttl."""
    return bool(cache.invalidation and set(cache.invalidation.by or ()) - {"none", "ttl"})


def profiles(cache: Cache, staleness: timedelta | None = None) -> Design:
    app = Service("Profiles")
    parts = [Calls(Client("Browser"), app), Reads(app, cache), Reads(app, Database("Profile store"))]
    return Design("Profiles", parts, requirements=Requirements(staleness=staleness))


rule = Rule(
    "CA012",
    Severity.ERROR,
    check,
    flagged=[
        lambda: profiles(Cache("Cache")),
        lambda: profiles(Cache("Cache", invalidation=False)),
        lambda: profiles(Cache("Cache", ttl=False, invalidation=Invalidation(["ttl"]))),
        lambda: profiles(Cache("Cache", immutable=False, engine="Redis")),
        lambda: profiles(Cache("Cache"), minutes(5)),
        lambda: profiles(Cache("Cache", ttl=False), minutes(5)),
    ],
    accepted=[
        lambda: profiles(Cache("Cache", ttl=minutes(10))),
        lambda: profiles(Cache("Cache", invalidation=Invalidation(["event"]))),
        lambda: profiles(Cache("Cache", immutable=True)),
        lambda: profiles(Cache("Cache", ttl=False, immutable=True)),
        lambda: profiles(Cache("Cache", ttl=False, invalidation=Invalidation(["delete"]))),
        lambda: profiles(Cache("Cache", ttl=minutes(10), invalidation=False)),
    ],
    see=["cache-at-small-scale"],
)
