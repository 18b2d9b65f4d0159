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
  finding is a question, at info.
"""

from collections.abc import Iterator
from datetime import timedelta

from archgen import Consumes, Design, Publishes, Queue, Rate, Service, Worker, per_second, seconds
from archgen.plugin import Architecture, Estimate, Problem, Quantity, Rule, Severity, derived, number

TWO_SECONDS = seconds(2)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for queue in architecture.components(Queue):
        arrival = estimate.of(architecture.id(queue), "requests")
        drain = estimate.of(architecture.id(queue), "capacity")
        if arrival and drain and arrival.value > 0 and arrival.value >= drain.value:
            yield _problem(architecture, queue, arrival, drain)


def _problem(architecture: Architecture, queue: Queue, arrival: Quantity, drain: Quantity) -> Problem:
    sources = (one.source for one in architecture.out_of(queue, Consumes))
    consumers = list(dict.fromkeys(member for source in sources for member in architecture.members(source)))
    names = " and ".join(consumer.name for consumer in consumers)
    mend = f"raise replicas or concurrency of {names}, shorten the job, or refuse work while {queue.name} is deep"
    return Problem(
        queue,
        f"{number(arrival.value)} a second arrive at {queue.name}, but {names} can only do {number(drain.value)}",
        [derived(queue, arrival), derived(queue, drain)],
        f"state replicas and concurrency of {names}" if drain.assumptions else mend,
        also=consumers,
        severity=Severity.INFO if drain.assumptions else None,
    )


def jobs(
    arrival: Rate | None, *replicas: int | None, at_once: int | None = 1, duration: timedelta | None = TWO_SECONDS
) -> Design:
    queue = Queue("Jobs", dead_letter=Queue("Failed jobs"), max_receives=5)
    workers = [
        Worker(f"Worker {index}", replicas=count, concurrency=at_once, task_duration=duration)
        for index, count in enumerate(replicas, 1)
    ]
    return Design("Jobs", [Publishes(Service("API"), queue, rate=arrival), *(Consumes(worker, queue) for worker in workers)])


rule = Rule(
    "LT049",
    Severity.ERROR,
    check,
    flagged=[
        lambda: jobs(per_second(10), 5),
        lambda: jobs(per_second(10), 20),
        lambda: jobs(per_second(10), 5, 10),
        lambda: jobs(per_second(10), None),
    ],
    accepted=[
        lambda: jobs(per_second(10), 40),
        lambda: jobs(per_second(10), 5, 20),
        lambda: jobs(None, 5),
        lambda: jobs(per_second(10), 5, duration=None),
        lambda: jobs(per_second(10), 5, at_once=8),
    ],
    see=["message-queue", "queue-without-dead-letter"],
)
