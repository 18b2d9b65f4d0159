"""More work arrives at a queue, on average, than all its workers together can do.

## Why it matters
A queue evens out bursts: what comes in the busy hour is done in the quiet one. It adds no capacity. If ten jobs a second arrive
and the workers do two and a half, seven and a half a second stay, 27,000 after an hour, and each new job waits longer than the
one before. The queue hides that at first, then its limit or its retention decides which jobs are lost.

## What to do
Bring the drain above the arrival, with room to catch up after a pause:
- more replicas or more pieces at once, as far as what the workers call can bear it: beyond that limit further workers make
  matters worse;
- a shorter job, or several done in one go;
- fewer jobs: refuse some at the door (429) while the queue is deep.

## When it does not apply
- The rate is a short peak and the average is lower: state the average.
- Arrival, duration or replicas are not stated. Where the drain rests on an assumption, one replica or one piece at once, the
  finding is a question, at info. Where only the arrival does, such as one job for each request as its `per_request` is not
  stated, it is a warning.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from math import floor

from archgen import (
    Calls,
    Client,
    Component,
    Connection,
    Consumes,
    Design,
    Publishes,
    Queue,
    Rate,
    Service,
    Worker,
    per_second,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Estimate,
    Problem,
    Quantity,
    Rule,
    Severity,
    agreeing,
    derived,
    listed,
    number,
    takers,
)

TWO_SECONDS = seconds(2)
UNITS = (("a second", 1), ("a minute", 60), ("an hour", 3600), ("a day", 86_400))


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for queue in architecture.components(Queue):
        arrival = estimate.of(queue, "requests")
        drain = estimate.of(queue, "capacity")
        if arrival and drain and arrival.value > 0 and arrival.value >= drain.value:
            yield _problem(architecture, queue, arrival, drain)


def _problem(architecture: Architecture, queue: Queue, arrival: Quantity, drain: Quantity) -> Problem:
    consumers = takers(architecture, queue)
    names = listed([consumer.name for consumer in consumers])
    otherwise = f"shorten the job, or refuse work while much waits in {queue.name}"
    first = f"state what was assumed of what arrives at {queue.name}, or " if arrival.assumptions else ""
    return Problem(
        queue,
        _message(queue, names, arrival, drain),
        [derived(queue, arrival), derived(queue, drain)],
        _unstated(consumers) if drain.assumptions else f"{first}{_more(consumers, arrival, drain)}, {otherwise}",
        also=consumers,
        severity=Severity.WARNING if arrival.assumptions else None,
        asks=bool(drain.assumptions),
    )


def _message(queue: Queue, names: str, arrival: Quantity, drain: Quantity) -> str:
    """Both rates in a unit in which the smaller is not a fraction."""
    unit, seconds_in_it = next((one for one in UNITS if drain.value * one[1] >= 1), UNITS[-1])
    arriving, doing = number(arrival.value * seconds_in_it), number(drain.value * seconds_in_it)
    if drain.assumptions:
        return f"{arriving} {unit} arrive at {queue.name}, and by what is stated {names} can do {doing}"
    arrives = f"{arriving} {unit} arrive at {queue.name}{', by what is assumed' if arrival.assumptions else ''}"
    if arriving == doing:
        return f"{arrives}, which is all that {names} can do: what waits after a pause waits for ever"
    return f"{arrives}, but {names} can only do {doing}: the rest piles up"


def _more(consumers: Sequence[Component], arrival: Quantity, drain: Quantity) -> str:
    """More of those that take the work; of how many, where it is one worker that says all it does."""
    first = consumers[0]
    if len(consumers) == 1 and isinstance(first, Worker) and first.replicas and first.drain_rate is None:
        enough = floor(arrival.value * first.replicas / drain.value) + 1
        return f"run {number(enough)} or more replicas of {first.name}, or let each do more at once"
    return f"raise replicas or concurrency of {listed([one.name for one in consumers])}"


def _unstated(consumers: Sequence[Component]) -> str:
    """What the consumers do not say of how much they can do."""
    wanted = []
    for worker in consumers:
        missing = [name for name in ("replicas", "concurrency") if isinstance(worker, Worker) and getattr(worker, name) is None]
        wanted += [f"the {' and '.join(missing)} of {worker.name}"] if missing else []
    return f"state {listed(wanted) or _how_much(consumers)}"


def _how_much(consumers: Sequence[Component]) -> str:
    """The other way to state it."""
    name = consumers[0].name
    if len(consumers) == 1:
        return f"how much {agreeing(name, 'it can')} do, as {agreeing(name, 'its')} drain_rate"
    return "how much they can do, as their drain_rate"


def jobs(
    arrival: Rate | None, *replicas: int | None, at_once: int | None = 1, duration: timedelta | None = TWO_SECONDS
) -> Design:
    queue = Queue("Jobs", dead_letter=Queue("Failed jobs"), max_receives=5)
    workers = [
        Worker(f"Worker {index}", replicas=count, concurrency=at_once, task_duration=duration)
        for index, count in enumerate(replicas, 1)
    ]
    return Design("Jobs", [Publishes(Service("API"), queue, rate=arrival), *(Consumes(worker, queue) for worker in workers)])


def uploads(per_request: float | None) -> Design:
    api, queue = Service("API"), Queue("Jobs", dead_letter=Queue("Failed jobs"), max_receives=5)
    worker = Worker("Worker", replicas=5, concurrency=1, task_duration=TWO_SECONDS)
    parts: list[Connection] = [Calls(Client("App"), api, rate=per_second(10)), Publishes(api, queue, per_request=per_request)]
    return Design("Uploads", [*parts, Consumes(worker, queue)])


rule = Rule(
    "LT049",
    Severity.ERROR,
    check,
    flagged=[
        lambda: jobs(per_second(10), 5),
        lambda: jobs(per_second(10), 20),
        lambda: jobs(per_second(10), 5, 10),
        lambda: jobs(per_second(10), None),
        lambda: uploads(1),
        lambda: uploads(None),
    ],
    accepted=[
        lambda: jobs(per_second(10), 40),
        lambda: jobs(per_second(10), 5, 20),
        lambda: jobs(None, 5),
        lambda: jobs(per_second(10), 5, duration=None),
        lambda: jobs(per_second(10), 5, at_once=8),
        lambda: uploads(0.1),
    ],
    see=["message-queue", "queue-without-dead-letter"],
)
