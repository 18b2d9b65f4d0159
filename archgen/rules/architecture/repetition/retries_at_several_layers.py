"""Several layers of one path try again, so that their attempts multiply where it fails.

## Why it matters
Three attempts at each of three layers are 3 × 3 × 3 = 27 requests to the innermost, for one that a person made. That happens
just when the innermost cannot keep up: what was a short overload becomes one that does not end, since the attempts alone are
more than it can serve. The person has given up long before the last of them.

## What to do
- Try again at one layer: next to what fails, where the cause is known, or outermost, where it is known whether anybody still
  waits. The others pass the failure on.
- Or let a `circuit_breaker` end the attempts of an inner layer while the other side keeps failing.
- Or cap them in all: a `deadline` that is passed on, or a budget of attempts, such as a tenth of all requests.

## When it does not apply
- The attempts come to 6 or fewer: twice and three times is what a person makes worse by reloading.
- An inner connection has a circuit breaker, or its source does not wait: behind a queue the pace is that of the workers.
- Connections that are made anew after a break are no attempts at a request. Messages that a queue hands out again come after a
  pause, and are counted by its `max_receives`.

Of more than twenty layers on one path the first twenty are multiplied and told.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from math import inf, log, prod

from archgen import (
    Calls,
    CircuitBreaker,
    Client,
    Component,
    Connection,
    Consumes,
    Database,
    Design,
    LoadBalancer,
    Publishes,
    Queue,
    Reads,
    Retry,
    Service,
    Worker,
    per_second,
)
from archgen.plugin import (
    Architecture,
    Estimate,
    Interaction,
    Problem,
    Rule,
    Severity,
    agreeing,
    derived,
    heaviest_chains,
    noun,
    number,
    stated,
    waited_for,
    waited_ways,
)

TOLERABLE = 6
# What a retry without a number of attempts is counted as at the least.
AGAIN = 2
# So many layers are told.
SHOWN = 20


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    waited = waited_for(architecture)
    retried = [one for one in architecture.connections(Interaction) if one.retry and one in waited and _attempts(one) > 1]
    if len(retried) < 2:
        return
    attempts: dict[Component | Connection, float] = {call: _attempts(call) for call in retried}
    inner = _behind_a_retry(architecture, retried)
    outermost = [call for call in retried if any(one not in inner for one in architecture.members(call.source))]
    weights = {call: log(min(count, 1e9)) for call, count in attempts.items()}
    starts = [end for call in outermost for end in architecture.members(call.source)]
    chains = heaviest_chains(architecture, starts, waited_ways(architecture), lambda link: weights.get(link, 0.0))
    layered = chains.stops(attempts.__contains__)
    for call in outermost:
        layers = [one for one in islice(layered.along(call), SHOWN) if isinstance(one, Interaction)]
        count = prod((attempts[one] for one in layers), start=1.0)
        if len(layers) > 1 and count > TOLERABLE:
            yield _problem(estimate, layers, count, more=layered.number(call) - len(layers))


def _attempts(call: Interaction) -> float:
    """How often it is tried in all; a circuit breaker ends attempts at what keeps failing."""
    if not call.retry or call.circuit_breaker:
        return 1
    attempts = call.retry.attempts
    return inf if attempts == "unlimited" else attempts or AGAIN


def _behind_a_retry(architecture: Architecture, retried: Sequence[Interaction]) -> Collection[Component]:
    """Everything that is reached by a connection that tries again: the outermost of a path is the one that is not."""
    found: dict[Component, None] = dict.fromkeys(end for call in retried for end in architecture.members(call.target))
    waiting, ways = list(found), waited_ways(architecture)
    grouped, ahead = architecture.from_groups, set(architecture.from_groups)
    while waiting:
        for call in ways.get(waiting.pop(), ()):
            if call not in grouped or call in ahead:
                ahead.discard(call)
                for end in architecture.members(call.destination):
                    if end not in found:
                        found[end] = None
                        waiting.append(end)
    return found


def _problem(estimate: Estimate, layers: Sequence[Interaction], count: float, *, more: int) -> Problem:
    innermost = layers[-1]
    product = " × ".join(_shown(layer) for layer in layers)
    rate = estimate.of(innermost, "rate")
    sum_of = f"{product} = {number(count)}" if count != inf else product
    its = agreeing(innermost.target.name, "its")
    load = f", and {its} {number(rate.value)} a second become {number(rate.value * count)}" if rate and count != inf else ""
    return Problem(
        innermost,
        f"{len(layers) + more} layers try again: one request may become {sum_of} to {innermost.target.name}{load}",
        [*(stated(layer, "retry") for layer in layers), *([derived(innermost, rate)] if rate else [])],
        f"try again at one layer only: take the retry off {noun(layers[0])} or off {noun(innermost)}",
        also=layers[:-1],
    )


def _shown(layer: Interaction) -> str:
    attempts = layer.retry.attempts if layer.retry else None
    return "without end" if attempts == "unlimited" else str(attempts or f"at least {AGAIN}")


def chain(*retries: Retry | None, breaker: bool = False, asynchronous: bool = False) -> Design:
    names: list[Component] = [Client("App"), LoadBalancer("Balancer"), Service("API"), Service("Prices"), Service("Rates")]
    broken = CircuitBreaker() if breaker else None
    calls: list[Connection] = []
    for index, retry in enumerate(retries):
        last = index == len(retries) - 1
        calls.append(
            Calls(
                names[index],
                names[index + 1],
                rate=per_second(10) if not index else None,
                retry=retry,
                idempotent=True,
                circuit_breaker=broken if last else None,
                mode="async" if asynchronous and last else None,
            )
        )
    return Design("Prices", calls)


def behind_queue() -> Design:
    api, queue, worker = Service("API"), Queue("Jobs", dead_letter=Queue("Failed jobs"), max_receives=5), Worker("Worker")
    submit = Calls(Client("App"), api, retry=Retry(3), idempotent=True)
    look = Reads(worker, Database("Store"), retry=Retry(3))
    return Design("Jobs", [submit, Publishes(api, queue), Consumes(worker, queue), look])


def socket() -> Design:
    app, gateway = Client("App"), Service("Gateway")
    connect = Calls(app, gateway, protocol="websocket", retry=Retry(10), idempotent=True, heartbeat_interval=None)
    return Design("Chat", [connect, Calls(gateway, Service("Chat"), retry=Retry(2), idempotent=True)])


def apart() -> Design:
    """Two paths, each with one layer that tries again."""
    app = Client("App")
    return Design("Apart", [Calls(app, Service(name), retry=Retry(5), idempotent=True) for name in ("One", "Two")])


rule = Rule(
    "AR030",
    Severity.WARNING,
    check,
    flagged=[
        lambda: chain(Retry(3), Retry(3), Retry(3)),
        lambda: chain(Retry(3), None, Retry(3)),
        lambda: chain(Retry("unlimited"), Retry(3)),
        lambda: chain(Retry(4), Retry(backoff="exponential")),
    ],
    accepted=[
        lambda: chain(Retry(3), Retry(2)),
        lambda: chain(Retry(10), None, Retry(1)),
        lambda: chain(Retry(3), None, Retry(3), breaker=True),
        lambda: chain(Retry(3), None, Retry(3), asynchronous=True),
        behind_queue,
        socket,
        apart,
    ],
    beside=["LT021"],
    see=["call-that-outlasts-its-caller", "retried-call-not-safe-to-repeat"],
)
