"""The state of a job is asked of the worker that does it, or of the queue that it waits in.

## Why it matters
A worker is busy just when the question comes, and it is replaced by rollouts and scaling: then nobody knows the job any more. A
queue knows how many wait, not what became of one of them; what was taken is out of its sight, and to look at a message is to take
it. Clients get an error for a job that goes well.

## What to do
Let workers write each step of a job to a store, and an API read it there. The store answers while workers come and go, after the
job ended, and to thousands who ask at once.

## When it does not apply
- The question goes to a service, a gateway or a store.
- A function answers it: that is a service in all but name.
- Monitoring asks how long a queue is, or whether a worker is alive.
"""

from collections.abc import Iterator
from typing import Literal

from archgen import (
    Calls,
    Client,
    Component,
    Consumes,
    Database,
    Design,
    Function,
    Monitoring,
    Publishes,
    Queue,
    Reads,
    Service,
    Worker,
    Writes,
    seconds,
)
from archgen.plugin import Architecture, Estimate, Problem, Rule, Severity, agreeing, asks_how_far, does, stated


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for call in architecture.connections(Calls):
        if asks_how_far(call):
            asked = next((end for end in architecture.members(call.target) if _works(end)), None)
            if asked and not all(isinstance(end, Monitoring) for end in architecture.members(call.source)):
                yield _problem(call, asked)


def _works(end: Component) -> bool:
    return isinstance(end, Queue) or (isinstance(end, Worker) and not isinstance(end, Function))


def _problem(call: Calls, asked: Component) -> Problem:
    name = asked.name
    gone = f"{agreeing(name, 'is')} busy, or gone, when {agreeing(name, 'it is')} asked"
    knows = f"no longer {agreeing(name, 'knows')} a message that was taken" if isinstance(asked, Queue) else gone
    by = "purpose" if call.purpose else "protocol"
    return Problem(
        call,
        f"{does(call.source.name, 'asks')} {name} for the state of work, and {name} {knows}",
        [stated(call, by)],
        f"let workers write the state of each job to a store, and {call.source.name} ask a service that reads it there",
        also=[asked],
    )


def reports(asked: Literal["worker", "queue", "service", "function", "monitoring"]) -> Design:
    app, api, states = Client("App"), Service("API"), Database("Job states")
    worker = Function("Renderer") if asked == "function" else Worker("Renderer")
    queue = Queue("Jobs", dead_letter=Queue("Dead jobs"), max_receives=5)
    target: Component = {"worker": worker, "queue": queue, "service": api, "function": worker, "monitoring": worker}[asked]
    source = Monitoring("Watch") if asked == "monitoring" else app if asked in ("service", "function") else api
    look = Calls(source, target, "state", purpose="status", timeout=seconds(5), auth="token", tls=True)
    parts = [Calls(app, api, timeout=seconds(10)), Publishes(api, queue), Consumes(worker, queue)]
    return Design("Reports", [*parts, Writes(worker, states, idempotent=True), Reads(api, states), look])


rule = Rule(
    "LT010",
    Severity.WARNING,
    check,
    flagged=[lambda: reports("worker"), lambda: reports("queue")],
    accepted=[lambda: reports("service"), lambda: reports("function"), lambda: reports("monitoring")],
    see=["status-store", "submit-and-poll", "progress-tracking"],
)
