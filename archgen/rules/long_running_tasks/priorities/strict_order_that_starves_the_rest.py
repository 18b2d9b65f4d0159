"""Workers always take the most important work first, and what is less important waits for as long as there is any.

## Why it matters
Strict order has no floor. While the upper level alone can fill the workers, the lowest is not served slowly, it is not served at
all: a campaign that makes urgent mails for six hours stops all reports for six hours, and those wait in a queue whose age nobody
watches, as it is the unimportant one. Retries of a failing upper level do the same without any campaign.

## What to do
- Share by weight, as 6 : 3 : 1, so that each level moves on whatever happens above it.
- Or keep some workers for the lowest level alone: 2 of 10 are enough for it to go on.
- Or let age count, so that what has waited for ten minutes rises by a level.
- Alert on the age of the oldest message of each level, not of the upper one alone.

## When it does not apply
- The order is weighted or fair, or each of the queues has a weight. Where levels are stated and nothing says how they share,
  that is asked.
- Other workers take from the lower level, for it alone or by weight.
- The estimate says that even in the busiest time the upper levels take no more than 70 % of the workers' time, or than the
  option `upper-share` says: then the line above does end, again and again.
- The least important work may stand still (`low_must_progress` among the requirements says no).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from archgen import Consumes, Design, Publishes, Queue, Rate, Requirements, Service, Worker, per_second, seconds
from archgen.plugin import (
    Architecture,
    Estimate,
    Fact,
    Problem,
    Quantity,
    Rule,
    Severity,
    Share,
    TakenWork,
    agreeing,
    derived,
    does,
    listed,
    percent,
    shares_fairly,
    stated,
    taken_work,
)

# Words for levels that need no explanation, from the lowest to the highest.
LEVELS = (
    ("low", "lowest", "bulk", "batch", "nightly", "background"),
    ("normal", "medium", "default", "standard"),
    ("high", "highest", "urgent", "critical", "interactive"),
)
RANKS = {name: rank for rank, names in enumerate(LEVELS) for name in names}


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    upper_share: Share = 0.7
    """Which share of the workers' time the upper levels may take in the busiest time. Tool default: 70 %."""


@dataclass(frozen=True, eq=False)
class Line:
    """A queue whose workers serve others too: what it is for, how much comes, and who looks after it in any case."""

    queue: Queue
    names: frozenset[str]
    guards: Sequence[Worker]
    arriving: Quantity | None
    drain: Quantity | None

    @property
    def rank(self) -> int | None:
        """How important its work is, by words that are plain."""
        return max((RANKS[name.lower()] for name in self.names if name.lower() in RANKS), default=None)


@dataclass(frozen=True)
class Upper:
    """Which share of the workers' time all but the lowest level take, and the numbers that it follows from."""

    share: float
    facts: Sequence[Fact]


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    if architecture.design.requirements.low_must_progress is False:
        return
    for queue in architecture.components(Queue):
        if (queue.priorities or 1) > 1 and not shares_fairly(queue):
            upper = _within(architecture, estimate, queue)
            if upper is None or upper.share > options.upper_share:
                yield _problem(queue, "what is less important", [], upper)
    shared = _shared(architecture)
    lines = {one: _line(architecture, estimate, one) for takes in shared.values() for one in takes}
    for worker, takes in shared.items():
        served = [lines[one] for one in takes]
        left = _left_behind(worker, served)
        upper = _among(served, left) if left else None
        if left and (upper is None or upper.share > options.upper_share):
            yield _problem(worker, _told(served, left), [one.queue for one in left], upper)


def _shared(architecture: Architecture) -> Mapping[Worker, Mapping[Queue, Consumes]]:
    """The workers that take from several queues, and do not share their time by weight."""
    takes: dict[Worker, dict[Queue, Consumes]] = {}
    for taken in taken_work(architecture):
        takes.setdefault(taken.worker, {})[taken.queue] = taken.consumes
    return {
        worker: each
        for worker, each in takes.items()
        if len(each) > 1 and not shares_fairly(worker) and not all(one.weight for one in each.values())
    }


def _line(architecture: Architecture, estimate: Estimate, queue: Queue) -> Line:
    published = (way.priority for way in architecture.into(queue, Publishes) if way.priority is not None)
    guards = [taken.worker for taken in TakenWork.by_queue(architecture)[queue] if _guards(architecture, taken)]
    arriving = estimate.busiest(queue, "requests")
    drain = estimate.busiest(queue, "capacity")
    return Line(queue, frozenset(queue.urgencies or published), guards, arriving, drain)


def _guards(architecture: Architecture, taken: TakenWork) -> bool:
    """Whether the worker looks after the queue whatever there is in others."""
    alone = sum(1 for _ in architecture.into(taken.worker, Consumes)) == 1
    return alone or shares_fairly(taken.worker) or bool(taken.consumes.weight)


def _left_behind(worker: Worker, lines: Sequence[Line]) -> Sequence[Line]:
    """Those that nobody else looks after and that are not the highest, as far as that is known."""
    if worker.scheduling is None and len({one.names for one in lines if one.names}) < 2:
        return ()
    alone = [one for one in lines if all(guard is worker for guard in one.guards[:2])]
    highest = max((one.rank for one in lines if one.rank is not None), default=0)
    lower = [one for one in alone if one.rank is not None and one.rank < highest]
    return lower if lower or len(alone) < 2 or _are_ranked(lines) else alone


def _are_ranked(lines: Sequence[Line]) -> bool:
    return len({one.rank for one in lines}) > 1 and all(one.rank is not None for one in lines)


def _within(architecture: Architecture, estimate: Estimate, queue: Queue) -> Upper | None:
    """Of one queue, by what is published in each level; whichever is the lowest, the others are no more than that."""
    levels = dict[str | None, float]()
    drain = estimate.busiest(queue, "capacity")
    rates = dict[Publishes, Quantity]()
    for way in architecture.into(queue, Publishes):
        rate = estimate.busiest(way, "rate")
        if not rate or rate.partial:
            return None
        rates[way], levels[way.priority] = rate, levels.get(way.priority, 0) + rate.value
    if not drain or not drain.value or len(levels) < 2:
        return None
    facts = [*(derived(way, rate) for way, rate in rates.items()), derived(queue, drain)]
    return Upper((sum(levels.values()) - min(levels.values())) / drain.value, facts)


def _among(lines: Sequence[Line], left: Sequence[Line]) -> Upper | None:
    """Of several queues: all but the lowest, or but the one with the least work where that is not known."""
    loads = {one: one.arriving for one in lines if one.arriving and not one.arriving.partial}
    if len(loads) < len(lines):
        return None
    certain = _are_ranked(lines)
    lowest = min(left if certain else loads, key=lambda one: (one.rank or 0) if certain else loads[one].value)
    upper = [one for one in lines if one is not lowest]
    drains = {one: one.drain for one in upper if one.drain and one.drain.value}
    if len(drains) < len(upper):
        return None
    most = max(drains, key=lambda one: drains[one].value)
    share = sum(loads[one].value for one in upper) / drains[most].value
    return Upper(share, [*(derived(one.queue, loads[one]) for one in upper), derived(most.queue, drains[most])])


def _told(lines: Sequence[Line], left: Sequence[Line]) -> str:
    names = [one.queue.name for one in left]
    each = listed(names)
    return each if len(names) == 1 or _are_ranked(lines) else f"the lower of {each}"


def _problem(part: Queue | Worker, rest: str, left: Sequence[Queue], upper: Upper | None) -> Problem:
    most = "what is more important" if isinstance(part, Worker) else "the upper ones"
    taken = f": {most} can take {percent(upper.share)} of the workers' time" if upper else ""
    facts = [stated(part, "scheduling"), *(upper.facts if upper else ())]
    facts += [stated(part, "priorities")] if isinstance(part, Queue) else [stated(one, "urgencies") for one in left]
    if part.scheduling is None:
        its, takes = agreeing(part.name, "its"), agreeing(part.name, "it takes from")
        levels = f"{its} {part.priorities} levels" if isinstance(part, Queue) else f"the queues that {takes}"
        return Problem(
            part,
            f"{does(part.name, 'does not say')} how {levels} share the workers; in strict order {rest} may wait for ever",
            facts,
            f"state the scheduling of {part.name}",
            also=left,
            asks=True,
        )
    takes = agreeing(part.name, "hands out" if isinstance(part, Queue) else "takes")
    return Problem(
        part,
        f"{part.name} always {takes} the most important first, and {rest} must wait for as long as there is any{taken}",
        facts,
        f"let {part.name} share by weight, or keep some workers for the lowest level alone",
        also=left,
    )


Order = Literal["strict", "weighted"]


def within(order: Order | None, *rates: Rate, needs: bool | None = None) -> Design:
    queue = Queue(
        "Jobs",
        engine="RabbitMQ",
        priorities=2,
        scheduling=order,
        urgencies=["interactive", "nightly"],
        dead_letter=Queue("Dead jobs"),
        max_receives=5,
    )
    each = list(zip(("high", "low"), rates or (None, None), strict=True))
    sent = [Publishes(Service(f"API {level}"), queue, priority=level, rate=rate) for level, rate in each]
    worker = Worker("Worker", replicas=10, concurrency=1, task_duration=seconds(1), max_runtime=seconds(20))
    return Design("Jobs", [*sent, Consumes(worker, queue)], requirements=Requirements(low_must_progress=needs))


def among(
    order: Order | None,
    *rates: Rate,
    spare: Literal["high", "low"] | None = None,
    weights: bool = False,
    urgencies: tuple[str, str] | None = ("interactive", "nightly"),
) -> Design:
    api, dead = Service("API"), Queue("Dead jobs")
    said = urgencies or (None, None)
    high, low = (
        Queue(name, urgencies=[one] if one else None, dead_letter=dead, max_receives=5)
        for name, one in zip(("High", "Low"), said, strict=True)
    )
    worker = Worker("Worker", replicas=10, concurrency=1, task_duration=seconds(1), max_runtime=seconds(20), scheduling=order)
    sent = [Publishes(api, one, rate=rate) for one, rate in zip((high, low), rates or (None, None), strict=True)]
    takes = [Consumes(worker, one, weight=0.5 if weights else None) for one in (high, low)]
    own = Worker("Own worker", replicas=2, concurrency=1, task_duration=seconds(1), max_runtime=seconds(20))
    extra = [Consumes(own, high if spare == "high" else low)] if spare else []
    return Design("Jobs", [*sent, *takes, *extra])


FEW, SOME, MANY = per_second(0.5), per_second(2), per_second(9)

rule = Rule(
    "LT059",
    Severity.WARNING,
    check,
    flagged=[
        lambda: among("strict"),
        lambda: among("strict", MANY, FEW),
        lambda: among("strict", spare="high"),
        lambda: among("strict", urgencies=None),
        lambda: within("strict"),
        lambda: within("strict", MANY, FEW),
        lambda: within(None),
        lambda: among(None),
    ],
    accepted=[
        lambda: among("weighted"),
        lambda: among("strict", weights=True),
        lambda: among("strict", spare="low"),
        lambda: among("strict", SOME, SOME),
        lambda: among(None, urgencies=None),
        lambda: within("weighted"),
        lambda: within("strict", SOME, SOME),
        lambda: within("strict", needs=False),
    ],
    see=["weighted-fair-scheduling", "dedicated-priority-pools", "priority-queues", "urgent-and-bulk-work-in-one-line"],
    options=Options,
)
