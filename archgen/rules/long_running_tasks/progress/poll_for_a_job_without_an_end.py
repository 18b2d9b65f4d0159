"""Somebody asks for the state of a job until it is done, and nothing ends that if it never is.

## Why it matters
A worker dies between two writes, and the job stays "processing". The tab in which somebody waits for it asks every 3 s,
overnight and over the weekend: 28,800 questions a day for one job that will never end, and the next such job adds its own. After
some months of forgotten tabs most of the load on the status endpoint is for jobs that nobody remembers, and nobody was ever told
that they failed.

## What to do
- Stop asking after about three times the longest job, and state that as `max_poll_duration`. Say then that a mail will come, or
  that it may be tried again.
- Give jobs an end that means failure, such as "dead" or "expired", which a sweep sets for what has not moved for too long, and
  let clients stop at it as they do at "complete".
- Do both: the state is what tells people, the limit is for the day on which the sweep does not run.

## When it does not apply
- The poll has an end of its own (`max_poll_duration`). How many times the longest job is proposed for it is the option `times`.
- States of the design have one that is terminal and says that something went wrong.
- No states are stated at all: then it is asked.
- What is asked for is no job: a score or a price never ends.
- Monitoring and schedules, which are meant to go on.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from archgen import (
    Calls,
    Client,
    Consumes,
    Database,
    Design,
    Publishes,
    Queue,
    Reads,
    Service,
    State,
    StateMachine,
    Transition,
    Worker,
    Writes,
    minutes,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Edit,
    Estimate,
    Fact,
    Factor,
    JobPoll,
    Problem,
    Rule,
    Severity,
    agreeing,
    does,
    job_polls,
    named,
    number,
    readable,
    stated,
)


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    times: Factor = 3
    """After how many times the longest job a client should stop to ask. Tool default: 3."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    endless = [poll for poll in job_polls(architecture) if poll.call.max_poll_duration is None]
    if not endless:
        return
    machines = [one for one in architecture.design.behaviours if isinstance(one, StateMachine)]
    if not any(state.terminal and state.failure for one in machines for state in one.states):
        for poll in endless:
            yield _problem(poll, machines, options.times)


def _problem(poll: JobPoll, machines: Sequence[StateMachine], times: float) -> Problem:
    call, longest, source = poll.call, poll.longest, poll.call.source.name
    asks = f"{does(source, 'asks')} {call.target.name}"
    facts = [stated(call, "max_poll_duration")]
    facts += [Fact(f"{named(one)}: no state is terminal and a failure", one, "states") for one in machines]
    facts += [stated(longest[1], longest[2])] if longest else []
    limit = _enough(longest[0] * times) if longest else None
    value = f" of {readable(limit)}" if limit else f", {number(times)} times as long as the longest job"
    if machines:
        message = f"{asks} until a job is done, and a job that dies has no state that ends that"
    else:
        message = f"{asks} for {agreeing(source, 'its')} job, and it is not said when {agreeing(source, 'it stops')}"
    return Problem(
        call,
        message,
        facts,
        f"state a max_poll_duration{value}, and let a job that fails for good end in a state that says so",
        also=[call.target],
        asks=not machines,
        edits=[Edit(call, "max_poll_duration", limit)] if limit else (),
    )


def _enough(limit: timedelta) -> timedelta:
    """That, in whole minutes."""
    return minutes(max(1, -(-limit // minutes(1))))


def reports(
    *ends: State, limit: timedelta | None = None, takes: timedelta | None = None, ids: bool | None = True, pause: bool = True
) -> Design:
    app, api, states = Client("App"), Service("API", returns_job_id=ids), Database("Job states")
    queue = Queue("Jobs", dead_letter=Queue("Dead jobs"), max_receives=5)
    worker = Worker("Renderer", task_duration=takes, max_runtime=takes * 2 if takes else None)
    ask = Calls(app, api, "how far?", poll_interval=seconds(3) if pause else None, max_poll_duration=limit, timeout=seconds(2))
    ways = [Transition("processing", one.name, "a worker" if one.name == "complete" else "too often") for one in ends]
    begun = [State("queued"), State("processing")]
    life = [StateMachine("A job", [*begun, *ends], [Transition("queued", "processing"), *ways])] if ends else []
    return Design(
        "Reports",
        [ask, Reads(api, states), Writes(worker, states, idempotent=True), Publishes(api, queue), Consumes(worker, queue)],
        behaviours=life,
    )


DONE, DEAD, FAILED = State("complete", terminal=True), State("dead", terminal=True, failure=True), State("failed", failure=True)

rule = Rule(
    "LT067",
    Severity.INFO,
    check,
    flagged=[
        lambda: reports(DONE),
        lambda: reports(DONE, FAILED, takes=minutes(3)),
        lambda: reports(takes=minutes(3)),
    ],
    accepted=[
        lambda: reports(DONE, DEAD),
        lambda: reports(limit=minutes(10)),
        lambda: reports(DONE, limit=minutes(10)),
        lambda: reports(ids=None),
        lambda: reports(pause=False),
    ],
    see=["polling-notification", "submit-and-poll", "job-state-machine", "stuck-task-timeout"],
    options=Options,
    beside=["LT014"],
)
