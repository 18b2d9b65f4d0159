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

from archgen import Calls, Client, Consumes, Design, Publishes, Queue, Service, Worker, seconds
from archgen.plugin import Architecture, Edit, Estimate, Problem, Rule, Severity, stated

DONE = (200, 204)
ACCEPTED = 202


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for call in architecture.connections(Calls):
        if call.response_status in DONE:
            for service in architecture.members(call.target):
                if isinstance(service, Service) and _submits(call, service) and _enqueues(architecture, service):
                    yield _problem(call, service)


def _submits(call: Calls, service: Service) -> bool:
    return call.purpose == "submit" or (call.purpose is None and service.returns_job_id is True)


def _enqueues(architecture: Architecture, service: Service) -> bool:
    return any(isinstance(one.target, Queue) for one in architecture.out_of(service, Publishes))


def _problem(call: Calls, service: Service) -> Problem:
    return Problem(
        call,
        f"{service.name} answers {call.response_status} to {call.source.name} when the job is on a queue and nothing is done yet",
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


rule = Rule(
    "LT006",
    Severity.INFO,
    check,
    flagged=[lambda: reports(200), lambda: reports(204, submits=False)],
    accepted=[
        lambda: reports(202),
        lambda: reports(201),
        lambda: reports(503),
        lambda: reports(None),
        lambda: reports(200, submits=False, job_id=None),
    ],
    see=["submit-and-poll", "async-offload"],
)
