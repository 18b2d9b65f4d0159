"""Clients that ask again and again read more from a store than it can serve.

## Why it matters
Polling costs the same whether there is news or not: a million clients that ask every 10 s are 100,000 reads a second, most of
them answered with "nothing new". The load grows with the audience and not with the news, so it comes on top exactly when many
people watch. A store that is asked for more than it serves does not slow down a little; its queue grows until requests time
out, and then the polls are repeated.

## What to do
In the order of effort:
- Lengthen the interval. Twice the interval is half the load; 2 to 5 s is for people who wait, up to 30 s for a dashboard.
- Answer from a cache. All clients ask for the same thing, so that the store sees one read per entry and expiry: state its
  `hit_rate`.
- Tell clients when there is something to fetch: push through a topic.

## When it does not apply
The load is the number of those who ask, times what each asks for, over the interval. A hundred servers that poll once a second
are 100 reads a second, which any database serves: the count of servers is not the problem. Nothing is said where devices,
interval or limit are not stated, and behind a cache whose hit rate is not known; only from 100,000 reads a second on is a store
without a stated limit worth a warning. It is a warning too where the load rests on an assumption, such as one read for each
request as its `per_request` is not stated.

Of a design in which more than a hundred databases are read more than they serve, the hundred are looked at that are the
furthest beyond their limits.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from archgen import (
    Cache,
    Calls,
    Client,
    Component,
    Connection,
    Database,
    Design,
    Rate,
    Reads,
    Requirements,
    Service,
    per_second,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Estimate,
    Fact,
    Problem,
    Quantity,
    Rule,
    Severity,
    agreeing,
    derived,
    is_poll,
    number,
    reaching,
    stated,
)

# From here on a store that states no limit is expected to have trouble.
MANY = per_second(100_000)
# So many databases are followed, and so many polls of each are told.
FOLLOWED, SHOWN = 100, 5


@dataclass(frozen=True)
class Alike:
    """Polls that lead to the same databases, with their rate together."""

    polls: Sequence[Connection]
    rate: float


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    polls = (one for one in architecture.connections() if is_poll(one))
    rates = {poll: rate for poll in polls if (rate := estimate.of(poll, "rate"))}
    places = {poll: place for place, poll in enumerate(rates)}
    asked = _overloaded(architecture, estimate, sum(rate.value for rate in rates.values())) if rates else {}
    for store, leading in _leading_to(architecture, rates, list(asked)).items():
        if _polling_is_to_blame(asked[store].value, sum(alike.rate for alike in leading), _limit(store)):
            facts = [*_told(store, leading, rates, places), derived(store, asked[store]), stated(store, "max_read_rate")]
            yield _problem(store, asked[store], facts)


def _told(
    store: Database, leading: Sequence[Alike], rates: Mapping[Connection, Quantity], places: Mapping[Connection, int]
) -> Iterator[Fact]:
    """The first polls in the order of the design, and how many more there are."""
    first = [poll for alike in leading for poll in alike.polls[:SHOWN]]
    shown = sorted(first, key=places.__getitem__)[:SHOWN]
    yield from (derived(poll, rates[poll]) for poll in shown)
    more = sum(len(alike.polls) for alike in leading) - len(shown)
    if more:
        yield Fact(f"{more} more polls lead to {store.name}")


def _limit(store: Database) -> Rate:
    return MANY if store.max_read_rate is None else store.max_read_rate


def _overloaded(architecture: Architecture, estimate: Estimate, polled: float) -> Mapping[Database, Quantity]:
    """Databases with more reads than they serve, where all polls of the design would explain that; of very many, the worst."""
    known = ((store, estimate.of(store, "reads")) for store in architecture.components(Database))
    found = {store: reads for store, reads in known if reads and _polling_is_to_blame(reads.value, polled, _limit(store))}
    worst = sorted(found, key=lambda store: _limit(store) / found[store].value)[:FOLLOWED]
    return {store: found[store] for store in worst}


def _leading_to(
    architecture: Architecture, rates: Mapping[Connection, Quantity], stores: Sequence[Database]
) -> Mapping[Database, Sequence[Alike]]:
    """The polls from which something flows to each of the stores."""
    starts = (end for poll in rates for end in architecture.members(poll.destination))
    reached = reaching(architecture, starts, stores) if stores else {}
    sorts: dict[tuple[int, ...], list[Connection]] = {}
    for poll in rates:
        sort = tuple(id(reached[end]) for end in architecture.members(poll.destination) if end in reached)
        sorts.setdefault(sort, []).append(poll)
    found: dict[Component, list[Alike]] = {store: [] for store in stores}
    for polls in sorts.values():
        alike = Alike(polls, sum(rates[poll].value for poll in polls))
        for store in {one for end in architecture.members(polls[0].destination) for one in reached.get(end, ())}:
            found[store].append(alike)
    return {store: found[store] for store in stores if found[store]}


def _polling_is_to_blame(reads: float, polled: float, limit: Rate) -> bool:
    """Whether polls alone go beyond the limit, or all would fit without them."""
    return reads > limit and (polled > limit or reads - polled <= limit)


def _problem(store: Database, reads: Quantity, facts: Sequence[Fact]) -> Problem:
    unsaid, serves = agreeing(store.name, "it does"), agreeing(store.name, "it serves")
    fix = "lengthen the interval, answer from a cache, or push what is new through a topic"
    if store.max_read_rate is None:
        message = f"polling reads {store.name} {number(reads.value)} times a second; {unsaid} not state what {serves}"
        return Problem(store, message, facts, f"state max_read_rate of {store.name}, or {fix}", severity=Severity.WARNING)
    times = number(round(reads.value / store.max_read_rate, 1))
    served = f"and {serves} {number(store.max_read_rate)}" if times == "1" else f"{times} times what {serves}"
    message = f"polling reads {store.name} {number(reads.value)} times a second, {served}"
    if reads.assumptions:
        first = f"state what was assumed of what reads {store.name}, or {fix}"
        return Problem(store, f"by what is assumed, {message}", facts, first, severity=Severity.WARNING)
    return Problem(store, message, facts, fix)


def scores(
    clients: int, limit: Rate | None, hit_rate: float | None = None, *, cached: bool = False, each: float | None = 1
) -> Design:
    app, api, store = Client("App"), Service("API"), Database("Scores", max_read_rate=limit)
    look = Reads(api, store, per_request=None if cached else each)
    parts: list[Connection] = [Calls(app, api, protocol="poll", poll_interval=seconds(10)), look]
    if cached:
        parts.append(Reads(api, Cache("Cache", ttl=seconds(5), hit_rate=hit_rate)))
    return Design("Scores", parts, requirements=Requirements(concurrent_clients=clients))


def servers(replicas: int) -> Design:
    poll = Reads(
        Service("Gateway", replicas=replicas), Database("Scores", max_read_rate=per_second(500)), poll_interval=seconds(1)
    )
    return Design("Servers that poll", [poll])


rule = Rule(
    "RT009",
    Severity.ERROR,
    check,
    flagged=[
        lambda: scores(1_000_000, per_second(20_000)),
        lambda: servers(501),
        lambda: scores(1_000_000, per_second(900), 0.99, cached=True),
        lambda: scores(1_000_000, per_second(20_000), each=None),
        lambda: scores(2_000_000, None),
    ],
    accepted=[
        lambda: scores(1_000, per_second(20_000)),
        lambda: scores(200_000, per_second(20_000)),
        lambda: scores(1_000_000, per_second(20_000), each=0.1),
        lambda: servers(100),
        lambda: scores(1_000_000, per_second(20_000), 0.99, cached=True),
        lambda: scores(1_000_000, per_second(20_000), cached=True),
        lambda: scores(500_000, None),
    ],
    see=["simple-polling", "pull-polling", "push-where-polling-would-do", "polls-beyond-what-answers-them"],
)
