"""A phone or browser puts messages on a queue itself, or calls a worker.

## Why it matters
Whoever can put messages on a queue can put any: a job for another's account, a million of them, one that no worker can read. What
a service would do first, to check who asks and what, to write the job down, to count and to refuse, does not happen. And the
queue's keys are in an app that anybody can take apart.

## What to do
Put a service in front that checks, records, enqueues and answers with an id. It is a small one; what it calls can stay as it is.

## When it does not apply
- The client is one of our own machines (`trusted`). Where that is not stated, it is a warning; devices that people do not hold in
  their hands may speak to a broker made for that.
- Functions that are called over HTTP have a door of their own.
- Clients that take from a queue which is theirs.
- It only asks how far work is, which is a finding of its own.
"""

from collections.abc import Iterator
from typing import Literal

from archgen import Calls, Client, Component, Connection, Consumes, Design, Function, Publishes, Queue, Service, Worker, seconds
from archgen.plugin import Architecture, Estimate, Problem, Rule, Severity, agreeing, asks_how_far, does, stated


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for client in architecture.components(Client):
        if client.trusted or client.platform == "device":
            continue
        for way in architecture.out_of(client):
            behind = next((end for end in architecture.members(way.target) if _is_behind(way, end)), None)
            if behind:
                yield _problem(client, way, behind)


def _is_behind(way: Connection, end: Component) -> bool:
    if isinstance(way, Publishes):
        return isinstance(end, Queue)
    work = isinstance(end, (Worker, Queue)) and not isinstance(end, Function)
    return work and isinstance(way, Calls) and not asks_how_far(way)


def _problem(client: Client, way: Connection, behind: Component) -> Problem:
    asks = agreeing(client.name, "it asks")
    itself = agreeing(client.name, "itself")
    reaches = "puts messages on" if isinstance(behind, Queue) else "calls"
    return Problem(
        way,
        f"{does(client.name, reaches)} {behind.name} {itself}, and nothing checks or records what {asks} for",
        [stated(client, "trusted"), stated(client, "platform")],
        f"put a service between {client.name} and {behind.name} that checks, records, enqueues and answers with an id",
        also=[client, behind],
        severity=None if client.trusted is False else Severity.WARNING,
    )


Way = Literal["queue", "worker", "function", "service"]


def reports(way: Way, client: Client) -> Design:
    queue, worker, api = Queue("Jobs", dead_letter=Queue("Dead jobs"), max_receives=5), Worker("Renderer"), Service("API")
    ways: dict[Way, Connection] = {
        "queue": Publishes(client, queue, auth="token", tls=True),
        "worker": Calls(client, worker, auth="token", tls=True, timeout=seconds(10)),
        "function": Calls(client, Function("Thumbnails"), auth="token", tls=True, timeout=seconds(10)),
        "service": Calls(client, api, auth="token", tls=True, timeout=seconds(10)),
    }
    return Design("Reports", [ways[way], Publishes(api, queue), Consumes(worker, queue)])


rule = Rule(
    "LT011",
    Severity.ERROR,
    check,
    flagged=[
        lambda: reports("queue", Client("Browser", trusted=False)),
        lambda: reports("worker", Client("Browser", trusted=False)),
        lambda: reports("queue", Client("Browser", platform="web")),
    ],
    accepted=[
        lambda: reports("service", Client("Browser", trusted=False)),
        lambda: reports("queue", Client("Till", trusted=True)),
        lambda: reports("queue", Client("Meter", platform="device")),
        lambda: reports("function", Client("Browser", trusted=False)),
    ],
    see=["async-offload", "submit-and-poll", "message-queue"],
)
