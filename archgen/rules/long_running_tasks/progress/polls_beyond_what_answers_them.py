"""All who wait ask more often together than the API, or the cache that it reads, can answer.

## Why it matters
A poll seems to cost nothing, and alone it does. A million people who wait, each asking every 2 s, are 500,000 requests a second,
where 20 replicas with 1,000 each serve 20,000. It grows with those who wait, so that it comes when work is slow: the queue is
long, more people wait, more polls come, the API that accepts new work has no time for it, and requests that time out are sent
again.

## What to do
In the order of effort:
- Lengthen the pause, or let the server say in `Retry-After` when to come again, the later the more there is to do.
- Answer polls from a cache or a key-value store, by one key, from replicas of their own that do nothing else.
- Let those who wait hold an event stream open, and call servers back. Then the load follows what happens, not who waits.

## When it does not apply
- The load is within the capacity, in the busiest time too; or polls alone would be, and all else would be too much without them.
- Databases that state how much they serve: another rule follows polls to them. Where it is not stated how many wait, they are
  counted here, one for each job that is under way.
- Capacity or load are not stated.
- How many replicas or nodes there are is not stated: then it is asked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from archgen import (
    Cache,
    Calls,
    Client,
    Component,
    Connection,
    Consumes,
    Database,
    Design,
    Publishes,
    Queue,
    Rate,
    Reads,
    Service,
    Worker,
    minutes,
    per_second,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Estimate,
    Fact,
    JobPoll,
    Problem,
    Rule,
    Server,
    Severity,
    agreeing,
    cache_before,
    derived,
    does,
    is_poll,
    job_polls,
    listed,
    number,
    polled,
    readable,
    stated,
)

SHOWN = 3
# A pause longer than this is no way to wait.
LONGEST = minutes(1)


@dataclass
class Asked:
    """How often polls come to something in a second; `unseen` is what the estimate lacks of that, as who waits is not stated."""

    rate: float = 0
    unseen: float = 0
    polls: list[Calls] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)

    def add(self, other: "Asked", share: float) -> None:
        """So much of others, too."""
        self.rate += other.rate * share
        self.unseen += other.unseen * share
        self.polls += other.polls[:SHOWN]
        self.facts += other.facts[:SHOWN]


Answering = dict[Component, Asked]


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    servers = _asked(architecture, estimate)
    for end, asked in servers.items():
        if isinstance(end, Server):
            yield from _judged(estimate, end, asked)
    for store, asked in _read(architecture, servers).items():
        if isinstance(store, Cache) or (isinstance(store, Database) and asked.unseen):
            yield from _judged(estimate, store, asked)


def _asked(architecture: Architecture, estimate: Estimate) -> Answering:
    """What answers polls, each with its part of them, spread evenly behind balancers."""
    found: Answering = {}
    for asked in _alike(architecture, estimate):
        ends = polled(architecture, asked.polls[0])
        for end in ends:
            found.setdefault(end, Asked()).add(asked, 1 / len(ends))
    return found


def _read(architecture: Architecture, servers: Answering) -> Answering:
    """What these read for it, where no cache stands before that."""
    found: Answering = {}
    for end, asked in servers.items():
        for read in architecture.out_of(end, Reads):
            if cache_before(architecture, read) is None:
                for store in architecture.members(read.target):
                    found.setdefault(store, Asked()).add(asked, read.per_request or 1)
    return found


def _alike(architecture: Architecture, estimate: Estimate) -> Sequence[Asked]:
    """Polls by what they ask, in which protocol."""
    of_jobs = {poll.call: poll for poll in job_polls(architecture)}
    found: dict[object, Asked] = {}
    for call in architecture.connections(Calls):
        if is_poll(call):
            rate = estimate.busiest(call, "rate")
            one = Asked(rate.value, 0, [call], [derived(call, rate)]) if rate else None
            one = one or (_by_jobs(estimate, of_jobs[call]) if call in of_jobs else None)
            if one:
                found.setdefault((call.target, call.protocol), Asked()).add(one, 1)
    return list(found.values())


def _by_jobs(estimate: Estimate, poll: JobPoll) -> Asked | None:
    """One who asks for each job that is under way."""
    pause = poll.call.poll_interval
    each = {worker: estimate.busiest(worker, "in_hand") for worker in poll.workers}
    hands = {worker: known for worker, known in each.items() if known}
    if not pause or not hands:
        return None
    rate = sum(one.value for one in hands.values()) / pause.total_seconds()
    facts = [stated(poll.call, "poll_interval"), *(derived(worker, one) for worker, one in hands.items())]
    return Asked(rate, rate, [poll.call], facts)


def _judged(estimate: Estimate, end: Component, asked: Asked) -> Iterator[Problem]:
    limit = _limit(estimate, end)
    known = estimate.busiest(end, "requests")
    total = max((known.value if known else 0) + asked.unseen, asked.rate)
    if limit and total > limit[0] and (asked.rate > limit[0] or total - asked.rate <= limit[0]):
        yield _problem(end, asked, limit, total - asked.rate, [derived(end, known)] if known else [])


def _limit(estimate: Estimate, end: Component) -> tuple[float, Fact, bool] | None:
    """What it serves in a second, what says so, and whether something had to be assumed for that."""
    if isinstance(end, Database):
        return (float(end.max_read_rate), stated(end, "max_read_rate"), False) if end.max_read_rate else None
    capacity = estimate.busiest(end, "capacity")
    return (capacity.value, derived(end, capacity), bool(capacity.assumptions)) if capacity and capacity.value else None


def _problem(end: Component, asked: Asked, limit: tuple[float, Fact, bool], others: float, load: Sequence[Fact]) -> Problem:
    jobs = ", if one waits for each job under way," if asked.unseen else ""
    who = listed(list(dict.fromkeys(call.source.name for call in asked.polls[:SHOWN])))
    besides = f", besides {number(others)} others" if others >= 1 else ""
    serves = does(end.name, "serves") if agreeing(end.name, "is") == "are" else "it serves"
    return Problem(
        end,
        f"polls of {who}{jobs} come to {end.name} {number(asked.rate)} times a second{besides}, and {serves} {number(limit[0])}",
        [*dict.fromkeys(asked.facts), *load, limit[1]],
        f"state how many there are of {end.name}" if limit[2] else _fix(end, asked, limit[0] - others),
        also=asked.polls[:SHOWN],
        asks=limit[2],
    )


def _fix(end: Component, asked: Asked, room: float) -> str:
    others = f"answer from a cache or from more of {end.name}, or tell those who wait by an event stream or a webhook"
    pauses = {call.poll_interval for call in asked.polls}
    pause = pauses.pop() if len(pauses) == 1 else None
    if pause and room > 0 and pause * (asked.rate / room) <= LONGEST:
        enough = seconds(-(-(pause * (asked.rate / room)) // seconds(1)))
        return f"ask every {readable(enough)}, {others}"
    return others


def waiting(
    pause: timedelta | None,
    each: Rate | None,
    *,
    devices: int | None = 1_000_000,
    replicas: int | None = 20,
    submits: Rate | None = None,
    cached: Rate | None = None,
) -> Design:
    app, api = Client("App", devices=devices), Service("API", replicas=replicas, capacity=each, returns_job_id=True)
    ask = Calls(
        app,
        api,
        "done?",
        purpose="status",
        poll_interval=pause,
        poll_jitter=0.2,
        keep_alive=minutes(1),
        max_poll_duration=minutes(30),
        timeout=seconds(2),
    )
    parts: list[Connection] = [ask]
    if submits:
        queue, worker = (
            Queue("Jobs", dead_letter=Queue("Dead jobs"), max_receives=5),
            Worker("Renderer", task_duration=minutes(3), max_runtime=minutes(9)),
        )
        parts += [Calls(app, api, "job", purpose="submit", rate=submits, timeout=seconds(2))]
        parts += [Publishes(api, queue, rate=submits), Consumes(worker, queue)]
    if cached:
        states = Cache("Job states", capacity=cached, nodes=3, ttl=minutes(60), replicas=2)
        parts += [Reads(api, states, purpose="status", per_request=1)]
    return Design("Reports", parts)


TWO, THOUSAND = seconds(2), per_second(1_000)

rule = Rule(
    "LT065",
    Severity.WARNING,
    check,
    flagged=[
        lambda: waiting(TWO, THOUSAND),
        lambda: waiting(TWO, per_second(100_000), devices=100_000, cached=per_second(10_000)),
        lambda: waiting(TWO, THOUSAND, devices=None, submits=per_second(500)),
        lambda: waiting(TWO, THOUSAND, replicas=None),
    ],
    accepted=[
        lambda: waiting(TWO, THOUSAND, devices=30_000),
        lambda: waiting(seconds(60), THOUSAND),
        lambda: waiting(TWO, per_second(100_000), devices=50_000, cached=per_second(10_000)),
        lambda: waiting(TWO, THOUSAND, devices=None, submits=per_second(100)),
        lambda: waiting(TWO, None),
        lambda: waiting(None, THOUSAND),
    ],
    see=["polling-notification", "redis-job-hash", "webhook-callback", "polling-load-over-store-capacity"],
)
