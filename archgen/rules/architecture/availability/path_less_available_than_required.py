"""What a request cannot do without is away more often, taken together, than the request may fail.

## Why it matters
A request that needs three parts at once is answered only while all three are there, so that their shares multiply: three times
99.9 % are 99.7 %, and 43.2 min a month become 2.16 h. No part has broken its promise, and the whole breaks its own every month.
Nothing that is added behind a part mends that; only fewer parts on the way, better ones, or callers that go on without.

## What to do
- Take parts off the way: what need not be known for the answer can follow through a queue.
- Let the caller go on without the weakest: with an older value, a default, a later attempt. State that as its `on_failure`.
- Raise the weakest share first. Two copies that fail apart turn 99.5 % into 99.9975 %.
- Or require no more than the parts give.

## When it does not apply
- The parts that state an `availability` come to what is required. Those that state none are taken to be there always, so that
  what is found can only be worse in truth.
- Only one chain of connections is counted, the worst, and of a walkthrough what its own steps come to: parts that no single
  request needs together are not added up.
- What is reached through a broker, asynchronously, or by a connection whose `on_failure` lets its source go on.
- Members of a group that is called as one: they can stand in for one another.

Of a chain of more than twenty parts the first twenty are told. A walkthrough is compared with the thousand parts of a chain
that follow on its first one.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise, takewhile
from math import exp, inf, log, prod
from typing import TypeGuard

from archgen import (
    Calls,
    Client,
    Component,
    Connection,
    Consumes,
    Database,
    Design,
    ExternalSystem,
    Group,
    Publishes,
    Queue,
    Reads,
    Requirements,
    Service,
    Step,
    Walkthrough,
    Worker,
    seconds,
)
from archgen.plugin import (
    Architecture,
    AvailabilityNeed,
    Estimate,
    Fact,
    Interaction,
    Problem,
    Rule,
    Severity,
    Stops,
    agreeing,
    availability_needs,
    away,
    heaviest_chains,
    listed,
    percent,
    relying,
    walked,
)

# What the arithmetic of fractions may be off by.
EXACT = 1e-12
# So many parts of a chain are told, and looked at for a walkthrough.
SHOWN, LOOKED_AT = 20, 1_000


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    needs = [need for need in availability_needs(architecture) if need.passed_on]
    stops = _stops(architecture, needs)
    told: set[Component] = set()
    for need in needs:
        chain = _worst(need, stops)
        # The rest of a chain that was told needs no word more: all that is counted from its first part on is on that chain.
        if chain and chain.parts[0] not in told and chain.together < need.share - EXACT:
            told.update(takewhile(lambda part: part not in told, filter(_counts, stops.along(chain.parts[0]))))
            yield _problem(need, chain)
    yield from _of_walkthroughs(architecture, stops, told)


@dataclass(frozen=True)
class Chain:
    """Parts that are needed one after another, how many there are behind these, and which share of the time all are there."""

    parts: Sequence[Component]
    more: int
    together: float


def _stops(architecture: Architecture, needs: Sequence[AvailabilityNeed]) -> Stops:
    """Of each need that is passed on, what counts of the chain that is away most."""
    relied = relying(architecture)
    single = {one for one in architecture.connections(Interaction) if one in relied and _single(architecture, one)}
    along = architecture.leaving(single)
    starts = (start for need in needs for start in need.starts)
    missing: dict[Component | Connection, float] = {one: _missing(one) for one in architecture.components() if _counts(one)}
    return heaviest_chains(architecture, starts, along, lambda link: missing.get(link, 0.0)).stops(missing.__contains__)


def _counts(link: Component | Connection) -> TypeGuard[Component]:
    return isinstance(link, Component) and link.availability is not None and not isinstance(link, Client)


def _worst(need: AvailabilityNeed, stops: Stops) -> Chain | None:
    weights = stops.chains.weights
    worst = max(need.starts, key=lambda start: weights[start], default=None)
    parts = [*islice(filter(_counts, stops.along(worst)), SHOWN)] if worst is not None else []
    if worst is None or not parts:
        return None
    more = stops.number(worst) - len(parts)
    return Chain(parts, more, exp(-weights[worst]) if more else _together(parts))


def _together(parts: Sequence[Component]) -> float:
    return prod(part.availability or 0 for part in parts)


def _of_walkthroughs(architecture: Architecture, stops: Stops, told: Collection[Component]) -> Iterator[Problem]:
    found: list[set[Component]] = []
    for need, way in _walkthroughs(architecture):
        parts = [part for part in way if _counts(part)]
        chain = Chain(parts[:SHOWN], max(0, len(parts) - SHOWN), _together(parts))
        known = parts and (_lies_on(parts, stops, told) or any(set(parts) <= one for one in found))
        if chain.together < need.share - EXACT and not known:
            found.append(set(parts))
            yield _problem(need, chain)


def _lies_on(parts: Sequence[Component], stops: Stops, told: Collection[Component]) -> bool:
    """Whether all stand on one chain that was told."""
    first = max(parts, key=stops.number)
    if first not in told:
        return False
    return set(parts) <= set(islice(stops.along(first), LOOKED_AT))


def _walkthroughs(architecture: Architecture) -> Iterator[tuple[AvailabilityNeed, Sequence[Component]]]:
    whole = architecture.design.requirements
    for walkthrough in architecture.design.walkthroughs:
        own = walkthrough.requirements
        needs = own if own and own.availability is not None else whole
        if needs.availability is not None:
            way = walked(architecture, walkthrough)
            yield AvailabilityNeed(needs.availability, needs, f'"{walkthrough.name}"', way), list(way)


def _single(architecture: Architecture, connection: Connection) -> bool:
    return len(architecture.members(connection.destination)) == 1


def _missing(part: Component) -> float:
    """What adds up where shares multiply."""
    return -log(part.availability) if part.availability else inf


def _problem(need: AvailabilityNeed, chain: Chain) -> Problem:
    parts, together = chain.parts, chain.together
    weakest = min(parts, key=lambda part: part.availability or 0)
    factors = " × ".join([*(percent(part.availability or 0) for part in parts), *(["..."] if chain.more else [])])
    alone = f"{agreeing(weakest.name, 'is')} there {percent(together)}"
    sum_of = f"are there together {factors} = {percent(together)}" if len(parts) > 1 else alone
    names = listed([*(part.name for part in parts), *([f"{chain.more} more"] if chain.more else [])])
    it, its = agreeing(weakest.name, "it"), agreeing(weakest.name, "its")
    return Problem(
        weakest,
        f"{names} {sum_of} of the time and away {away(together)}, where {percent(need.share)} of {need.who} allow "
        f"{away(need.share)}",
        [
            Fact(f"{percent(need.share)} are required of {need.who}", need.requirements, "availability"),
            *(Fact(f"{part.name}: availability = {percent(part.availability or 0)}", part, "availability") for part in parts),
        ],
        f"let callers of {weakest.name} go on without {it} and state that as on_failure, raise {its} availability, or require "
        "less",
        also=[part for part in parts if part is not weakest],
    )


def checkout(share: float | None, provider: float | None, *, api: float | None = None, softened: bool = False) -> Design:
    shop, pay = Service("Shop", availability=api), ExternalSystem("Payments", availability=provider)
    call = Calls(shop, pay, on_failure="queue" if softened else "fail", timeout=seconds(3))
    return Design("Checkout", [Calls(Client("App"), shop), call], requirements=Requirements(availability=share))


def chain(*shares: float, required: float = 0.999) -> Design:
    ends: list[Component] = [Client("App"), *(Service(f"Hop {index}", availability=one) for index, one in enumerate(shares, 1))]
    parts = [Calls(*pair) for pair in pairwise(ends)]
    return Design("Chain", parts, requirements=Requirements(availability=required))


def fork(*shares: float) -> Design:
    """Two kinds of request, each of which needs one part."""
    app, api = Client("App"), Service("API")
    parts = [Calls(api, Service(f"Side {index}", availability=one)) for index, one in enumerate(shares, 1)]
    return Design("Fork", [Calls(app, api), *parts], requirements=Requirements(availability=0.999))


def both(*shares: float) -> Design:
    """One scenario that needs both."""
    design = fork(*shares)
    steps = [Step(part) for part in design.parts if isinstance(part, Calls)]
    return Design("Both", design.parts, requirements=design.requirements, walkthroughs=[Walkthrough("Buy", steps)])


def circle() -> Design:
    one, two = Service("One", availability=0.9995), Service("Two", availability=0.9995)
    parts = [Calls(Client("App"), one), Calls(one, two), Calls(two, one)]
    return Design("Circle", parts, requirements=Requirements(availability=0.9989))


def behind_queue(share: float) -> Design:
    api, jobs = Service("API"), Queue("Jobs", dead_letter=Queue("Failed jobs"))
    worker, mail = Worker("Mailer"), ExternalSystem("Mail", availability=share)
    parts = [Calls(Client("App"), api), Publishes(api, jobs), Consumes(worker, jobs), Calls(worker, mail)]
    return Design("Mail", parts, requirements=Requirements(availability=0.999))


def group(*shares: float) -> Design:
    api, copies = Service("API"), Group("Copies")
    stores = [Database(f"Copy {index}", availability=one, group=copies) for index, one in enumerate(shares, 1)]
    parts = [Calls(Client("App"), api), Reads(api, copies)]
    return Design("Copies", [*stores, *parts], requirements=Requirements(availability=0.999))


rule = Rule(
    "AR002",
    Severity.WARNING,
    check,
    flagged=[
        lambda: checkout(0.999, 0.995),
        lambda: checkout(0.999, 0.9995, api=0.999),
        lambda: chain(0.9999, 0.9995, 0.9995),
        lambda: both(0.9995, 0.9994),
    ],
    accepted=[
        lambda: checkout(0.999, 0.9995),
        lambda: checkout(0.999, 0.999),
        lambda: checkout(0.999, 0.995, softened=True),
        lambda: checkout(0.999, None, api=0.999),
        lambda: checkout(None, 0.9),
        lambda: fork(0.9995, 0.9994),
        circle,
        lambda: behind_queue(0.99),
        lambda: group(0.99, 0.99),
    ],
    see=["single-point-of-failure"],
)
