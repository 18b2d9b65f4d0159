"""A submission whose work is only on a queue is answered as if it were done.

## Why it matters
200 says that the work is done and its result is in the answer. A client, a proxy or a test that believes it shows "your report
is ready", keeps the answer, or goes on to the next step, minutes before there is a report. 202 says what is true: accepted, not
done.

## What to do
Answer 202 with the id of the job and the address under which its state can be asked for.

## When it does not apply
- The answer is 202, or 201 or 303 for a job that is a thing with an address of its own; or it is a refusal.
- It is not said that the call submits a job: what is put on the queue may be beside the point of the request, such as a mail that
  goes out after an order. Then its `purpose` is not submit, and the service does not return a job id.
- The status of the answer is not stated.
"""

from collections.abc import Iterator

from archgen import Calls, Client, Consumes, Design, LoadBalancer, Outbox, Publishes, Queue, Service, Worker, seconds
from archgen.plugin import Architecture, Edit, Estimate, Problem, Rule, Severity, does, queued_by, stated, taken_in_by

DONE = (200, 204)
ACCEPTED = 202


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for call in architecture.connections(Calls):
        if call.response_status in DONE:
            for service in taken_in_by(architecture, call):
                if isinstance(service, Service) and _submits(call, service) and any(queued_by(architecture, service)):
                    yield _problem(call, service)


def _submits(call: Calls, service: Service) -> bool:
    return call.purpose == "submit" or (call.purpose is None and service.returns_job_id is True)


def _problem(call: Calls, service: Service) -> Problem:
    return Problem(
        call,
        f"{does(service.name, 'answers')} {call.response_status} to {call.source.name} "
        "when the job is on a queue and nothing is done yet",
        [stated(call, "response_status"), stated(call, "purpose"), stated(service, "returns_job_id")],
        "answer 202 with the id of the job and where its state can be asked for",
        also=[service],
        edits=[Edit(call, "response_status", ACCEPTED)],
        unsafe=True,
    )


def reports(status: int | None, *, submits: bool = True, job_id: bool | None = True) -> Design:
    app, api = Client("App"), Service("API", returns_job_id=job_id)
    queue = Queue("Jobs", dead_letter=Queue("Dead jobs"), max_receives=5)
    submit = Calls(app, api, response_status=status, purpose="submit" if submits else None, timeout=seconds(10))
    look = Calls(app, api, "state", purpose="status", timeout=seconds(5))
    return Design("Reports", [submit, look, Publishes(api, queue), Consumes(Worker("Renderer"), queue)])


def relayed(status: int) -> Design:
    """The job is a row, which a relay puts on the queue; the call comes over a balancer."""
    door, relay, queue = LoadBalancer("Balancer"), Service("Relay"), Queue("Jobs", dead_letter=Queue("Dead jobs"), max_receives=5)
    app, api = Client("App"), Service("API", returns_job_id=True, outbox=Outbox(relay, reconciled=True))
    submit = Calls(app, door, response_status=status, purpose="submit", timeout=seconds(10))
    look = Calls(app, door, "state", purpose="status", timeout=seconds(5))
    work = [Publishes(relay, queue), Consumes(Worker("Renderer"), queue)]
    return Design("Reports", [submit, look, Calls(door, api, timeout=seconds(5)), *work])


rule = Rule(
    "LT006",
    Severity.INFO,
    check,
    flagged=[lambda: reports(200), lambda: reports(204, submits=False), lambda: relayed(200)],
    accepted=[
        lambda: reports(202),
        lambda: reports(201),
        lambda: relayed(202),
        lambda: reports(503),
        lambda: reports(None),
        lambda: reports(200, submits=False, job_id=None),
    ],
    see=["submit-and-poll", "async-offload"],
)
