"""Work goes through a queue, and its result is needed sooner than it can be there.

## Why it matters
The work takes 4 s, and whoever asks for it has to have the result in 300 ms. Where a rush comes, all that waits before it is
added: 1,000 jobs before workers that do ten a second are 100 s. No setting of the queue or of the client's polling changes that:
either the need is wrong, or the way.

## What to do
- Ask again what is needed: often that is an answer in 300 ms, not the result. Then answer 202 with an id.
- Make the work shorter, or do it beforehand and keep the result.
- Where the work is quick and only the rush is not, keep workers for what people wait for (a pool and a queue of its own), or let
  the service do it in the request.

## When it does not apply
- The result need not be in the answer: `result_in_response` is not stated, or says so. A `latency_p99` alone is the answer's.
- The service has other things to do in the request, and nothing says that it is this work which is submitted.
- The work, and what waits before it in a rush, is shorter than what is required.
- How long the work takes, or in which time it is needed, is not stated.
- The work alone is in time, and a rush is not, of what nobody waits for (`completion_time`): that is a finding of its own.
"""

from collections.abc import Iterator
from datetime import timedelta

from archgen import (
    Calls,
    Client,
    Consumes,
    Design,
    Publishes,
    Queue,
    Requirements,
    Service,
    Worker,
    hours,
    milliseconds,
    minutes,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Completion,
    Estimate,
    NeededResult,
    Problem,
    Quantity,
    Rule,
    Severity,
    TakenWork,
    agreeing,
    completion,
    derived,
    does,
    needed_results,
    readable,
    roughly,
    stated,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for queue, takers in TakenWork.by_queue(architecture).items():
        known = [(one.worker.task_duration, one.worker) for one in takers if one.worker.task_duration is not None]
        if len(known) < len(takers):
            continue
        takes, worker = min(known, key=lambda one: one[0])
        wait = estimate.of(queue, "burst_delay")
        for one in needed_results(architecture, queue):
            if one.within and takes + _lasting(wait) > one.within[0]:
                yield _needed(queue, worker, takes, wait, one)
        promise = completion(architecture, queue)
        if promise and takes > promise.time:
            yield _promised(queue, worker, takes, promise)


def _lasting(wait: Quantity | None) -> timedelta:
    return timedelta(seconds=min(wait.value, 365 * 86_400)) if wait else timedelta()


def _needed(queue: Queue, worker: Worker, takes: timedelta, wait: Quantity | None, one: NeededResult) -> Problem:
    limit, needs, attribute = one.within or (timedelta(), one.needs, "result_in_response")
    caller, late = one.call.source.name, wait if takes <= limit else None
    them = agreeing(caller, "it")
    why = f"{does(worker.name, 'works')} on it for {readable(takes)}"
    if late:
        why = f"in a rush it waits in {queue.name} for {readable(roughly(late.value))} before that"
    return Problem(
        queue,
        f"{does(caller, 'needs')} the result in {agreeing(caller, 'its')} answer within {readable(limit)}, and {why}",
        [
            stated(one.needs, "result_in_response"),
            stated(needs, attribute),
            stated(worker, "task_duration"),
            *([derived(queue, late)] if late else []),
        ],
        f"keep workers and a queue for what {does(caller, 'waits')} for, or let {one.service.name} do it in the request"
        if late
        else f"answer {caller} with 202 and an id, and let {them} ask for the result; or make the work shorter, "
        "or do it beforehand",
        also=[worker, one.call],
        asks=bool(late and late.assumptions),
    )


def _promised(queue: Queue, worker: Worker, takes: timedelta, promise: Completion) -> Problem:
    return Problem(
        queue,
        f"work of {queue.name} has to be done in {readable(promise.time)}, and {does(worker.name, 'works')} on it "
        f"for {readable(takes)}",
        [stated(promise.needs, "completion_time"), stated(worker, "task_duration")],
        f"make the work of {worker.name} shorter, do its parts side by side, or promise more than {readable(takes)}",
        also=[worker],
    )


def reports(
    takes: timedelta | None,
    within: timedelta | None,
    *,
    needed: bool | None = True,
    rush: int | None = None,
    promised: timedelta | None = None,
    replicas: int | None = 10,
) -> Design:
    api, queue = Service("API", overflow_status=429), Queue("Reports", dead_letter=Queue("Dead reports"), max_receives=5)
    longest = takes * 3 if takes else None
    worker = Worker(
        "Renderer",
        replicas=replicas,
        concurrency=1,
        task_duration=takes,
        max_runtime=longest,
        side_effect="email",
        idempotent=True,
    )
    ask = Calls(Client("App"), api, "report", mode="sync", timeout=minutes(30))
    parts = [ask, Publishes(api, queue, burst_size=rush), Consumes(worker, queue)]
    needs = Requirements(result_in_response=needed, latency_p99=within, completion_time=promised)
    return Design("Reports", parts, requirements=needs)


rule = Rule(
    "LT004",
    Severity.WARNING,
    check,
    flagged=[
        lambda: reports(seconds(4), milliseconds(300)),
        lambda: reports(seconds(1), seconds(5), rush=1_000),
        lambda: reports(minutes(3), None, needed=None, promised=minutes(1)),
        lambda: reports(seconds(1), seconds(5), rush=1_000, replicas=None),
    ],
    accepted=[
        lambda: reports(seconds(4), minutes(10)),
        lambda: reports(seconds(1), seconds(5), rush=20),
        lambda: reports(seconds(4), milliseconds(300), needed=None),
        lambda: reports(seconds(4), milliseconds(300), needed=False),
        lambda: reports(None, milliseconds(300)),
        lambda: reports(minutes(3), None, promised=hours(1)),
    ],
    see=["submit-and-poll", "synchronous-request", "dedicated-priority-pools", "burst-that-takes-longer-than-promised"],
)
