"""Work that needs a graphics processor is given to a function that has none.

## Why it matters
AWS Lambda, Azure Functions and their kind run on shared machines with processors and memory alone. A model that answers in 200 ms
on a graphics card takes half a minute without one, if its libraries load at all; a transcode of 10 min becomes one of hours, past
the end of any function. It shows on the first day that it runs, after the rest has been built around it.

## What to do
Let the queue stay and put other workers behind it: machines or containers with a graphics card, their number by the depth of the
queue. They start in minutes, not in milliseconds, so keep one ready where people wait. What needs no card, such as thumbnails,
can stay on functions.

## When it does not apply
- The work needs none, or runs on machines or in containers.
- The provider has functions with graphics cards, which some do: of those that are not named here nothing is known.
- Whose function it is, is not stated: a warning, as most have none.
"""

from collections.abc import Iterator
from typing import Literal

from archgen import Consumes, Design, Function, Publishes, Queue, Service, Worker, minutes
from archgen.plugin import (
    Architecture,
    Estimate,
    FunctionHost,
    Problem,
    Rule,
    Server,
    Severity,
    agreeing,
    does,
    is_function,
    stated,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for server in architecture.components(Server):
        if server.needs_gpu and is_function(server):
            has_graphics = FunctionHost(server).has_graphics
            if not has_graphics:
                yield _problem(server, sure=has_graphics is False)


def _problem(server: Server, *, sure: bool) -> Problem:
    whose = "provider" if isinstance(server, Function) else "runtime"
    where = f"a function of {server.provider}" if isinstance(server, Function) and sure else "a function"
    first = "" if sure or whose == "runtime" else f"state whose {does(server.name, 'is')}, if there are such functions, or "
    return Problem(
        server,
        f"{does(server.name, 'needs')} a graphics processor and {agreeing(server.name, 'is')} {where}, "
        f"which has none{'' if sure else ' as a rule'}",
        [stated(server, "needs_gpu"), stated(server, whose)],
        f"{first}run {server.name} on machines or in containers with a graphics card",
        severity=None if sure else Severity.WARNING,
    )


def captions(worker: Worker) -> Design:
    queue = Queue("Jobs", dead_letter=Queue("Dead jobs"), max_receives=5)
    return Design("Captions", [Publishes(Service("API"), queue), Consumes(worker, queue)])


def model(provider: str | None, *, needs: bool | None = True) -> Function:
    return Function("Captioner", provider=provider, needs_gpu=needs, task_duration=minutes(2), max_runtime=minutes(5))


def worker(runtime: Literal["vm", "container", "function"] | None) -> Worker:
    return Worker("Captioner", runtime=runtime, needs_gpu=True, task_duration=minutes(2), max_runtime=minutes(5))


rule = Rule(
    "LT089",
    Severity.ERROR,
    check,
    flagged=[
        lambda: captions(model("AWS Lambda")),
        lambda: captions(model(None)),
        lambda: captions(worker("function")),
    ],
    accepted=[
        lambda: captions(worker("vm")),
        lambda: captions(worker("container")),
        lambda: captions(worker(None)),
        lambda: captions(model("AWS Lambda", needs=False)),
        lambda: captions(model("AWS Lambda", needs=None)),
        lambda: captions(model("Modal")),
        lambda: captions(model("Azure Container Apps")),
    ],
    see=["gpu-worker-pool", "sqs-lambda", "job-longer-than-a-function-runs"],
)
