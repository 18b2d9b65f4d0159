"""A server waits for a system that others run, and nothing says for how long.

## Why it matters
Most libraries wait for ever unless they are told otherwise. A system that is down refuses at once and does no harm; one that
accepts the connection and then says nothing takes a place in every pool before it. At 20 calls a second and 100 places, all are
taken after 5 s, and from then on a component that is well answers nobody, whatever it was asked for.

## What to do
State a `timeout`: what the slowest hundredth takes and half as much again, and less than the caller's own caller waits. Decide
with it what follows when it is over: another attempt, an older value, a queue, an error.

## When it does not apply
- The caller is broken off itself: all its work has a `max_runtime`, a function its `timeout`, or the retry its `deadline`.
- Nobody stands still: the call is asynchronous, or the connection stays open.
- Balancers and gateways bring their own. Clients wait as long as people do.
- Calls to services of one's own: where the design states timeouts for some, those without one are asked for, at info.
"""

from collections.abc import Iterator, Sequence

from archgen import (
    ApiGateway,
    Calls,
    Client,
    Component,
    Connection,
    Consumes,
    Design,
    ExternalSystem,
    Function,
    Publishes,
    Queue,
    Retry,
    Service,
    System,
    Worker,
    minutes,
    per_second,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Estimate,
    Fact,
    Problem,
    Rule,
    Server,
    Severity,
    agreeing,
    derived,
    does,
    noun,
    number,
    readable,
    stated,
    waits,
)

# What takes longer than this, in seconds, to fill all places is seen before, as every call that stays is.
LONGEST = 86_400


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    calls = [call for call in architecture.connections(Calls) if waits(call) and _from_servers(architecture, call)]
    open_ended = [call for call in calls if call.timeout is None and not _broken_off(architecture, call)]
    own: list[Calls] = []
    for call in open_ended:
        if any(isinstance(end, ExternalSystem) for end in architecture.members(call.target)):
            yield _problem(estimate, call)
        elif all(isinstance(end, (Server, System)) for end in architecture.members(call.target)):
            own.append(call)
    stated_elsewhere = next((call for call in calls if call.timeout is not None), None)
    if own and stated_elsewhere:
        yield _question(own, stated_elsewhere)


def _from_servers(architecture: Architecture, call: Calls) -> bool:
    return all(isinstance(one, Server) and not isinstance(one, ApiGateway) for one in architecture.members(call.source))


def _broken_off(architecture: Architecture, call: Calls) -> bool:
    deadline = call.retry.deadline if call.retry else None
    return bool(deadline) or all(_ends(one) for one in architecture.members(call.source))


def _ends(caller: Component) -> bool:
    return (isinstance(caller, Server) and caller.max_runtime is not None) or (
        isinstance(caller, Function) and caller.timeout is not None
    )


def _problem(estimate: Estimate, call: Calls) -> Problem:
    rate = estimate.of(call, "rate")
    caller = call.source
    places = (caller.replicas or 0) * (caller.concurrency or 0) if isinstance(caller, Server) else 0
    facts = [stated(call, "timeout"), Fact(f"{does(call.target.name, 'is')} run by others", call.target)]
    silent = agreeing(call.target.name, "it falls silent")
    if rate and rate.value:
        facts.append(derived(call, rate))
    if rate and rate.value and places and places / rate.value <= LONGEST:
        taken = f"all {number(places)} places of {caller.name} are" if places > 1 else f"the one place of {caller.name} is"
        held = f"when {silent}, {taken} taken {_soon(places / rate.value)}"
        facts += [stated(caller, "replicas"), stated(caller, "concurrency")]
    else:
        held = f"when {silent}, every call stays"
    return Problem(
        call,
        f"{does(caller.name, 'waits')} for {call.target.name} without an end: {held}",
        facts,
        f"state the timeout of {noun(call)}, and on_failure for what follows then",
        also=[call.target],
    )


def _soon(after: float) -> str:
    return f"after {readable(seconds(round(after)))}" if after >= 1 else "in less than a second"


def _question(calls: Sequence[Calls], other: Calls) -> Problem:
    first, *others = calls
    more = f" and {len(others)} more" if others else ""
    return Problem(
        first,
        f"it is not said how long {does(first.source.name, 'waits')} for {first.target.name}{more}, though it is of other calls",
        [*(stated(call, "timeout") for call in calls), stated(other, "timeout")],
        "state their timeouts" if others else f"state the timeout of {noun(first)}",
        also=others,
        asks=True,
    )


def checkout(call: Calls, *parts: Connection) -> Design:
    return Design("Checkout", [Calls(Client("App"), call.source), call, *parts])


def bank() -> ExternalSystem:
    return ExternalSystem("Bank", provides="payment")


def worker(one: Worker) -> Design:
    queue = Queue("Charges", dead_letter=Queue("Failed charges"))
    return Design("Charges", [Publishes(Service("Shop"), queue), Consumes(one, queue), Calls(one, bank(), idempotent=True)])


def direct() -> Design:
    one = bank()
    return Design("Direct", [Calls(Client("App"), one), Calls(ApiGateway("Gateway"), one)])


def own(*timed: bool) -> Design:
    shop = Service("Shop")
    calls = [Calls(shop, Service(f"Side {index}"), timeout=seconds(1) if one else None) for index, one in enumerate(timed, 1)]
    return Design("Shop", [Calls(Client("App"), shop), *calls])


rule = Rule(
    "AR022",
    Severity.WARNING,
    check,
    flagged=[
        lambda: checkout(Calls(Service("Shop", replicas=2, concurrency=50), bank(), rate=per_second(20))),
        lambda: checkout(Calls(Service("Shop"), bank(), retry=Retry(2), idempotent=True)),
        lambda: worker(Worker("Charger")),
        lambda: own(True, False, False),
    ],
    accepted=[
        lambda: checkout(Calls(Service("Shop"), bank(), timeout=seconds(3))),
        lambda: checkout(Calls(Service("Shop"), bank(), mode="async")),
        lambda: checkout(Calls(Service("Shop"), bank(), retry=Retry(3, deadline=seconds(10)), idempotent=True)),
        lambda: worker(Worker("Charger", max_runtime=minutes(1))),
        lambda: worker(Function("Charger", timeout=minutes(1))),
        lambda: own(True, True),
        lambda: own(False, False),
        direct,
    ],
    see=["call-that-outlasts-its-caller", "timeout-shorter-than-the-answer-takes"],
)
