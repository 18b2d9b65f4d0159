"""A client that submits a job twice gets two jobs, since the key that should tell is made by the server.

## Why it matters
The answer to a submission is lost on a train, and the app sends it again, or the person presses the button once more. An id that
the server makes is new each time: two jobs, two reports, two charges. Such an id ties together what follows from one
submission, and cannot tell that two submissions are one.

## What to do
Let the client make the key before its first attempt and send the same one with each: a random id kept with the form. Or take it
from what must happen once: a hash of who, what and with which parameters. Insert it under a unique constraint, and answer a
second submission with the job that is already there.

## When it does not apply
- The client makes the key, or it follows from the content, and stays the same from attempt to attempt.
- Nothing is put on a queue for it.
- There is no key, or it is not said who makes it: of calls that are tried again another rule asks that.
"""

from collections.abc import Iterator
from typing import Literal

from archgen import Calls, Client, Consumes, Design, IdempotencyKey, Publishes, Queue, Retry, Service, Worker, minutes, seconds
from archgen.plugin import (
    Architecture,
    Estimate,
    Problem,
    Rule,
    Severity,
    agreeing,
    does,
    looks,
    queued_by,
    stated,
    taken_in_by,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for call in architecture.connections(Calls):
        key = call.idempotency
        anew = key and (key.made_by == "server" or key.per_attempt)
        if anew and not looks(call) and _is_client(architecture, call) and _queues(architecture, call):
            yield _problem(call)


def _is_client(architecture: Architecture, call: Calls) -> bool:
    return any(isinstance(end, Client) for end in architecture.members(call.source))


def _queues(architecture: Architecture, call: Calls) -> bool:
    """Whether a job is put on a queue by what is called."""
    return any(way for end in taken_in_by(architecture, call) for way in queued_by(architecture, end))


def _problem(call: Calls) -> Problem:
    app, api = call.source.name, call.target.name
    key = call.idempotency
    made = "changes with each attempt" if key and key.per_attempt else does(api, "makes anew for each submission")
    return Problem(
        call,
        f"a submission that {does(app, 'repeats')} becomes a second job, as its key {made}",
        [stated(call, "idempotency"), stated(call, "retry")],
        f"let {app} make the key before {agreeing(app, 'its')} first attempt, or take it from the content, and "
        "answer with the job that is there",
        also=[call.source],
    )


def reports(key: IdempotencyKey | None, *, queued: bool = True, purpose: Literal["submit", "status"] | None = "submit") -> Design:
    app, api = Client("App"), Service("API", returns_job_id=True)
    retry = Retry(2, backoff="exponential", jitter=True, max_interval=minutes(1))
    call = Calls(app, api, idempotency=key, retry=retry, timeout=seconds(5), purpose=purpose)
    queue = Queue("Jobs", dead_letter=Queue("Dead jobs"), max_receives=5)
    jobs = [Publishes(api, queue), Consumes(Worker("Renderer"), queue)] if queued else []
    look = Calls(app, api, "state", purpose="status", timeout=seconds(5))
    return Design("Reports", [call, look, *jobs])


rule = Rule(
    "LT035",
    Severity.WARNING,
    check,
    flagged=[
        lambda: reports(IdempotencyKey("job id", made_by="server")),
        lambda: reports(IdempotencyKey("time", made_by="client", per_attempt=True)),
    ],
    accepted=[
        lambda: reports(IdempotencyKey("request id", made_by="client")),
        lambda: reports(IdempotencyKey("user, action and parameters")),
        lambda: reports(IdempotencyKey("job id", made_by="server"), queued=False),
        lambda: reports(IdempotencyKey("job id", made_by="server"), purpose="status"),
        lambda: reports(None),
    ],
    see=["idempotency-key", "idempotency-key-generation", "retried-call-not-safe-to-repeat"],
)
