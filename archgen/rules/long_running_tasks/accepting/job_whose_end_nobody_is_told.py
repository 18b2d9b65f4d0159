"""A client submits work, a worker does it, and nothing leads the news back.

## Why it matters
The report lies finished in a store, and the person who asked for it looks at a spinner. They try again, which makes a second
report, and then write to support. Failed work is worse: it looks exactly like work that is slow.

## What to do
- Let the client ask: an address for the state of a job, asked every few seconds with growing pauses, or held open as a long poll.
- Or tell it: over a connection that it holds open, by a webhook where it is a server, by mail or a push where the work takes long
  and people do something else meanwhile.
- Draw that way back, so that it is designed: what it reads, and what becomes of it when the job failed.

## When it does not apply
- The client asks for the state, holds a connection open, or makes any other call from which it could learn it.
- Something notifies or pushes to it, or the worker itself sends a mail or a notice.
- It is not said that the call submits a job (`purpose` submit), or it is said that nobody waits for the worker (`user_facing`).
  Where that is not stated, it is a warning.
"""

from collections.abc import Iterator
from typing import Literal

from archgen import (
    Calls,
    Client,
    Consumes,
    Database,
    Design,
    Notifies,
    Publishes,
    Pushes,
    Queue,
    Reads,
    Service,
    Worker,
    Writes,
    seconds,
)
from archgen.plugin import (
    OPEN,
    Architecture,
    Estimate,
    Fact,
    Problem,
    Rule,
    Severity,
    TakenWork,
    agreeing,
    does,
    named,
    only_tells,
    stated,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    told = {
        end
        for way in (*architecture.connections(Notifies), *architecture.connections(Pushes))
        for end in architecture.members(way.target)
    }
    by_mail = any(way.channel in ("email", "push", "webhook", "sms") for way in architecture.connections(Notifies))
    for client in architecture.components(Client):
        calls = list(architecture.out_of(client, Calls))
        if client in told or by_mail or len(calls) != 1 or calls[0].purpose != "submit" or calls[0].protocol in OPEN:
            continue
        found = _work(architecture, calls[0])
        if found and found.worker.user_facing is not False and not only_tells(found.worker):
            yield _problem(client, calls[0], found)


def _work(architecture: Architecture, call: Calls) -> TakenWork | None:
    """What a worker does for what is submitted, behind the service that is called."""
    by_queue = TakenWork.by_queue(architecture)
    ways = (way for end in architecture.members(call.target) for way in architecture.out_of(end, Publishes) if not way.final)
    return next((taken for way in ways if isinstance(way.target, Queue) for taken in by_queue.get(way.target, ())), None)


def _problem(client: Client, call: Calls, taken: TakenWork) -> Problem:
    its = agreeing(client.name, "its")
    them = agreeing(client.name, "it")
    return Problem(
        client,
        f"{does(client.name, 'submits')} work that {does(taken.worker.name, 'does')}, and nothing tells {them} how that ended",
        [
            stated(call, "purpose"),
            stated(taken.worker, "user_facing"),
            Fact(f"{named(client)}: {agreeing(client.name, 'it makes')} no other call, and nothing notifies {them}", client),
        ],
        f"let {client.name} ask for the state of {its} job, or tell {them} by an open connection, a webhook, a push or mail",
        also=[call, taken.queue, taken.worker],
        severity=None if taken.worker.user_facing else Severity.WARNING,
    )


Back = Literal["status", "push", "mail"]


def reports(back: Back | None, *, facing: bool | None = True, submits: bool = True) -> Design:
    app, api, states = Client("App"), Service("API", returns_job_id=True), Database("Job states")
    queue, worker = Queue("Jobs", dead_letter=Queue("Dead jobs"), max_receives=5), Worker("Renderer", user_facing=facing)
    submit = Calls(app, api, purpose="submit" if submits else None, timeout=seconds(10))
    parts = [submit, Publishes(api, queue), Consumes(worker, queue), Writes(worker, states, idempotent=True), Reads(api, states)]
    ways = {
        "status": Calls(app, api, "state", purpose="status", timeout=seconds(5)),
        "push": Pushes(api, app),
        "mail": Notifies(worker, app, channel="email"),
    }
    return Design("Reports", [*parts, *([ways[back]] if back else [])])


rule = Rule(
    "LT008",
    Severity.ERROR,
    check,
    flagged=[lambda: reports(None), lambda: reports(None, facing=None)],
    accepted=[
        lambda: reports("status"),
        lambda: reports("push"),
        lambda: reports("mail"),
        lambda: reports(None, facing=False),
        lambda: reports(None, facing=None, submits=False),
    ],
    see=["submit-and-poll", "polling-notification", "webhook-callback", "email-notification"],
)
