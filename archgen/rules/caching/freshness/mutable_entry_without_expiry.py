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
- There is a ttl, or an invalidation other than `none`. Of an invalidation that does not say how, that is asked.
- Neither expiry nor invalidation nor whether entries change is stated in full: a warning, as the one that is not stated may be
  there. It is an error where all three are stated not to be.
"""

from collections.abc import Iterator
from datetime import timedelta

from archgen import Cache, Calls, Client, Database, Design, Invalidation, Reads, Requirements, Service, minutes
from archgen.plugin import Architecture, Edit, Estimate, Problem, Rule, Severity, agreeing, stated


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for cache in architecture.components(Cache):
        if not cache.immutable and cache.ttl in (None, False):
            taken_out = _taken_out(cache)
            if cache.invalidation and taken_out is None:
                yield _question(cache)
            elif not taken_out:
                yield _problem(architecture, cache, certain=(cache.ttl, taken_out, cache.immutable) == (False, False, False))


def _taken_out(cache: Cache) -> bool | None:
    """Whether a change takes the entry out; its age alone is the business of the ttl. None where that is not stated."""
    if cache.invalidation is None or cache.invalidation is False:
        return cache.invalidation
    return None if cache.invalidation.by is None else bool(set(cache.invalidation.by) - {"none", "ttl"})


def _problem(architecture: Architecture, cache: Cache, *, certain: bool) -> Problem:
    allowed = (cache.requirements or Requirements()).staleness or architecture.design.requirements.staleness
    kept = f"an entry of {cache.name} can stay wrong for ever: it neither expires nor is taken out when its value changes"
    its, is_ = agreeing(cache.name, "its"), agreeing(cache.name, "it is")
    open_to = "nothing says that it expires, is taken out when its value changes, or never changes"
    return Problem(
        cache,
        kept if certain else f"an entry of {cache.name} may stay wrong for ever: {open_to}",
        [stated(cache, "ttl"), stated(cache, "invalidation"), stated(cache, "immutable")],
        f"set a ttl on {cache.name}, or state {its} invalidation, or that {is_} immutable if {its} entries never change",
        severity=None if certain else Severity.WARNING,
        edits=[Edit(cache, "ttl", allowed)] if allowed else (),
        unsafe=cache.ttl is False,
    )


def _question(cache: Cache) -> Problem:
    return Problem(
        cache,
        f"an entry of {cache.name} is taken out when its value changes, and it is not said how",
        [stated(cache, "ttl"), stated(cache, "invalidation")],
        f"state by what an entry of {cache.name} is taken out",
        asks=True,
    )


def profiles(cache: Cache, staleness: timedelta | None = None) -> Design:
    app = Service("Profiles")
    parts = [Calls(Client("Browser"), app), Reads(app, cache), Reads(app, Database("Profile store"))]
    return Design("Profiles", parts, requirements=Requirements(staleness=staleness))


rule = Rule(
    "CA012",
    Severity.ERROR,
    check,
    flagged=[
        lambda: profiles(Cache("Cache", ttl=False, invalidation=False, immutable=False)),
        lambda: profiles(Cache("Cache", ttl=False, invalidation=Invalidation(["ttl"]), immutable=False)),
        lambda: profiles(Cache("Cache")),
        lambda: profiles(Cache("Cache", ttl=False, invalidation=False)),
        lambda: profiles(Cache("Cache", immutable=False, engine="Redis")),
        lambda: profiles(Cache("Cache", invalidation=Invalidation(versioned=True))),
        lambda: profiles(Cache("Cache"), minutes(5)),
        lambda: profiles(Cache("Cache", ttl=False), minutes(5)),
    ],
    accepted=[
        lambda: profiles(Cache("Cache", ttl=minutes(10))),
        lambda: profiles(Cache("Cache", invalidation=Invalidation(["event"]))),
        lambda: profiles(Cache("Cache", immutable=True)),
        lambda: profiles(Cache("Cache", ttl=False, invalidation=False, immutable=True)),
        lambda: profiles(Cache("Cache", ttl=False, invalidation=Invalidation(["delete"]), immutable=False)),
        lambda: profiles(Cache("Cache", ttl=minutes(10), invalidation=False, immutable=False)),
    ],
    see=["cache-at-small-scale"],
)
