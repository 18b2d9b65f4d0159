"""A component goes on trying for longer than anybody waits for it.

## Why it matters
When a caller gives up, it does not tell those behind it. They go on: a thread, a connection and a place in a pool stay taken for
an answer that nobody reads. The caller has told its own caller that it failed, and as a rule tries again, so that the same work
is now done twice. Timeouts that grow on the way inwards turn one slow store into an outage of everything before it.

## What to do
- Let timeouts shrink on the way inwards: what a component spends on one call, all attempts and pauses together, stays below what
  its own caller waits. With 2 s outside, 2 attempts of 800 ms and a pause of 200 ms fit.
- Or retry at one layer only, the outermost that can, and give the inner ones one attempt.
- Better still, pass on the time that is left: state it as the `deadline` of the retry.

## When it does not apply
- Somebody may wait longer: a caller without a stated timeout, a worker that took a message, a schedule, an open stream. Then the
  longest wait counts, and nothing is said where it has no end.
- The timeout of the inner call is not stated, or its attempts have no end, which is another finding.
- Calls whose source does not wait. Equal timeouts pass: the outer one simply fires first.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from operator import attrgetter

from archgen import (
    Calls,
    Client,
    Component,
    Connection,
    Consumes,
    Database,
    Design,
    LoadBalancer,
    Queue,
    Reads,
    Retry,
    Service,
    Worker,
    milliseconds,
    seconds,
)
from archgen.plugin import (
    A_YEAR,
    Architecture,
    Estimate,
    Interaction,
    Problem,
    Rule,
    Severity,
    Wait,
    agreeing,
    all_pauses,
    does,
    longest_waits,
    noun,
    readable,
    stated,
    waited_for,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    limits = longest_waits(architecture)
    waited = waited_for(architecture)
    for connection in architecture.connections(Interaction):
        spends = _longest(connection) if connection in waited else None
        wait = _longest_wait(limits, architecture.members(connection.source)) if spends else None
        if spends and wait and spends > wait.limit:
            yield _problem(connection, spends, wait)


def _longest_wait(limits: Mapping[Component, Wait], sources: Sequence[Component]) -> Wait | None:
    """For how long anybody waits for these; None where somebody may wait without an end for one of them."""
    if len(sources) == 1:
        return limits.get(sources[0])
    known = [limits[one] for one in sources if one in limits]
    return max(known, key=attrgetter("limit"), default=None) if len(known) == len(sources) else None


def _longest(call: Interaction) -> timedelta | None:
    """How long the source may be at it: every attempt to its timeout, and every pause at its longest."""
    if call.timeout is None:
        return None
    retry = call.retry
    if not retry:
        return min(call.timeout, A_YEAR)
    attempts = retry.attempts if isinstance(retry.attempts, int) else 1
    waited = all_pauses(retry, retry.initial or timedelta(0), attempts - 1)
    spent = min(timedelta(seconds=min(call.timeout.total_seconds() * attempts, A_YEAR.total_seconds())) + waited, A_YEAR)
    return min(spent, retry.deadline) if retry.deadline else spent


def _problem(call: Interaction, spends: timedelta, wait: Wait) -> Problem:
    facts = [stated(call, "timeout"), *([stated(call, "retry")] if call.retry else []), stated(wait.by, "timeout")]
    how = " over all attempts" if call.retry else ""
    it = agreeing(call.source.name, "it")
    return Problem(
        call,
        f"{call.source.name} may wait {readable(spends)} for {call.target.name}{how}, but "
        f"{does(wait.by.source.name, 'waits')} for {it} no longer than {readable(wait.limit)}",
        facts,
        f"keep timeout and retry of {noun(call)} within {readable(wait.limit)}, or let {noun(wait.by)} take longer",
        also=[wait.by],
    )


def chain(
    outer: timedelta | None, inner: timedelta | None, retry: Retry | None = None, *, hop: timedelta | None = None
) -> Design:
    app, edge, api = Client("App"), LoadBalancer("Balancer"), Service("API")
    ask = Calls(api, Service("Prices"), timeout=inner, retry=retry, idempotent=True)
    return Design("Prices", [Calls(app, edge, timeout=outer), Calls(edge, api, timeout=hop), ask])


def two_callers(patient: timedelta | None) -> Design:
    api, store = Service("API"), Database("Store")
    parts = [Calls(Client("App"), api, timeout=seconds(1)), Calls(Service("Nightly report"), api, timeout=patient)]
    return Design("Prices", [*parts, Reads(api, store, timeout=seconds(3))])


def worker() -> Design:
    queue, one = Queue("Jobs", dead_letter=Queue("Failed jobs")), Worker("Worker")
    parts: list[Connection] = [Calls(Service("API"), one, timeout=seconds(1)), Consumes(one, queue)]
    return Design("Jobs", [*parts, Calls(one, Service("Renderer"), timeout=seconds(30))])


rule = Rule(
    "AR020",
    Severity.WARNING,
    check,
    flagged=[
        lambda: chain(seconds(2), seconds(5)),
        lambda: chain(seconds(2), seconds(1), Retry(3, initial=milliseconds(100))),
        lambda: chain(seconds(10), seconds(3), hop=seconds(2)),
        lambda: two_callers(seconds(2)),
    ],
    accepted=[
        lambda: chain(seconds(2), seconds(2)),
        lambda: chain(seconds(2), milliseconds(800), Retry(2, initial=milliseconds(200))),
        lambda: chain(seconds(2), seconds(5), Retry(3, deadline=seconds(2))),
        lambda: chain(None, seconds(30)),
        lambda: chain(seconds(2), None),
        lambda: two_callers(seconds(5)),
        lambda: two_callers(None),
        worker,
    ],
    see=["retries-at-several-layers", "timeout-shorter-than-the-answer-takes", "job-longer-than-request"],
)
