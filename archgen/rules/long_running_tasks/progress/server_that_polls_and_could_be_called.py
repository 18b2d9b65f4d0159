"""A server asks again and again whether its job is done, though it has an address that could be called.

## Why it matters
A partner asks every 10 s for a job of an hour: 360 questions, where one call would do, and still hears of the end 5 s late on
average. A thousand such jobs are 100 requests a second that carry nothing. Browsers have to do that, as nobody can call them. A
server with an address does not.

## What to do
Take an address with the submit, and call it when the job has ended: with attempts over hours, a signature, and an id by which a
second call is recognised. Keep the address to ask as well, for the day on which all attempts failed; asked once an hour it costs
nothing.

## When it does not apply
- It is told as well, by a webhook or a message, and asks only for what it may have missed.
- It has no address that can be called (`public_endpoint`); where that is not stated, it is asked.
- It asks hardly more than once for each job: the pause is half as long as the job or longer, by what is stated. The option
  `few-polls` is another number.
- Clients ask, and monitoring does.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from archgen import (
    Calls,
    Client,
    Component,
    Connection,
    Consumes,
    Design,
    ExternalSystem,
    Notifies,
    Publishes,
    Pushes,
    Queue,
    Retry,
    Service,
    Topic,
    Worker,
    hours,
    minutes,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Estimate,
    Fact,
    Factor,
    Interaction,
    JobPoll,
    Problem,
    Rule,
    Severity,
    agreeing,
    derived,
    does,
    job_polls,
    named,
    number,
    readable,
    stated,
    webhooks,
)


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    few_polls: Factor = 2
    """Up to how many questions for a job nobody minds. Tool default: 2."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    polls = [poll for poll in job_polls(architecture) if poll.workers and not _asks_little(poll, options.few_polls)]
    told = _told(architecture) if polls else ()
    for poll in polls:
        callers = architecture.members(poll.call.source)
        if all(_can_be_called(one, poll) for one in callers) and not any(one in told for one in callers):
            yield _problem(architecture, estimate, poll)


def _asks_little(poll: JobPoll, few: float) -> bool:
    pause, longest = poll.call.poll_interval, poll.longest
    return pause is not None and longest is not None and longest[0] <= pause * few


def _can_be_called(caller: Component, poll: JobPoll) -> bool:
    """Others if they may have an address, our own services if they ask by themselves."""
    if isinstance(caller, ExternalSystem):
        return caller.public_endpoint is not False
    return isinstance(caller, Service) and poll.call.poll_interval is not None


def _told(architecture: Architecture) -> Collection[Component]:
    """All that hear of what happens otherwise: by a webhook, a notice, or a message that they take."""
    ways: list[Interaction] = [way for kind in (Notifies, Pushes) for way in architecture.connections(kind)]
    found = {end for way in ways for end in architecture.members(way.target)}
    found |= {end for hook in webhooks(architecture) for end in hook.receivers}
    return found | {end for way in architecture.connections(Consumes) for end in architecture.members(way.source)}


def _problem(architecture: Architecture, estimate: Estimate, poll: JobPoll) -> Problem:
    call, longest = poll.call, poll.longest
    caller, load = architecture.members(call.source)[0], estimate.of(poll.call, "rate")
    pause = f" every {readable(call.poll_interval)}" if call.poll_interval else ""
    times = f", {number(round(longest[0] / call.poll_interval))} times a job" if longest and call.poll_interval else ""
    asks = isinstance(caller, ExternalSystem) and caller.public_endpoint is None
    could = (
        f"and it is not said whether {agreeing(caller.name, 'it could')} be called instead"
        if asks
        else "and could be called when it is done"
    )
    facts = [stated(call, "poll_interval"), *([stated(longest[1], longest[2])] if longest else [])]
    facts += [derived(call, load)] if load and not load.assumptions else []
    said = (
        stated(caller, "public_endpoint")
        if isinstance(caller, ExternalSystem)
        else Fact(f"{named(caller)}: our own, so that {agreeing(caller.name, 'it can')} be called", caller)
    )
    return Problem(
        call,
        f"{does(caller.name, 'asks')} {call.target.name}{pause} for {agreeing(caller.name, 'its')} job{times}, {could}",
        [*facts, said],
        f"state whether {does(caller.name, 'has')} a public_endpoint"
        if asks
        else f"let {call.target.name} call {caller.name} back, and ask only for what may have been missed",
        also=[caller],
        asks=asks,
    )


def reports(
    caller: Component,
    pause: timedelta | None = None,
    takes: timedelta | None = None,
    *,
    told: Literal["webhook", "message"] | None = None,
) -> Design:
    api, queue = Service("API", returns_job_id=True), Queue("Jobs", dead_letter=Queue("Dead jobs"), max_receives=5)
    worker = Worker("Renderer", task_duration=takes, max_runtime=takes * 2 if takes else None)
    every = pause or seconds(10)
    ask = Calls(
        caller, api, "done?", poll_interval=every, purpose="status", max_poll_duration=hours(6), auth="api_key", timeout=every
    )
    parts = [ask, Publishes(api, queue), Consumes(worker, queue)]
    ends = Topic("Ends", replicas=3)
    again = Retry(8, backoff="exponential", jitter=True, initial=minutes(1), max_interval=hours(8), reason="away for a night")
    hook = Notifies(
        worker,
        caller,
        channel="webhook",
        signed="hmac",
        event_id=True,
        retry=again,
        idempotent=True,
        dead_letter=Queue("Undelivered", alarm="ticket"),
    )
    ways: dict[str, list[Connection]] = {"webhook": [hook], "message": [Publishes(worker, ends), Consumes(caller, ends)]}
    return Design("Reports", [*parts, *(ways[told] if told else [])])


def partner(public: bool | None = True) -> ExternalSystem:
    return ExternalSystem("Partner", public_endpoint=public, idempotent=True)


rule = Rule(
    "LT070",
    Severity.INFO,
    check,
    flagged=[
        lambda: reports(partner(), seconds(10), hours(1)),
        lambda: reports(Service("Shop")),
        lambda: reports(partner(None), seconds(10), hours(1)),
    ],
    accepted=[
        lambda: reports(partner(), seconds(10), hours(1), told="webhook"),
        lambda: reports(Service("Shop"), told="message"),
        lambda: reports(partner(False), seconds(10), hours(1)),
        lambda: reports(partner(), minutes(30), hours(1)),
        lambda: reports(Client("Browser")),
    ],
    see=["webhook-callback", "polling-notification", "outcome-told-by-webhook-alone"],
    options=Options,
)
