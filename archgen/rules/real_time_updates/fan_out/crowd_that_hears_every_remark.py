"""Everybody at an event hears every remark of everybody else, one by one.

## Why it matters
What is sent grows with the square of the audience: twice the people make twice the remarks, each shown to twice as many. A
million viewers of whom one in a thousand writes each second make 1,000 remarks a second and a thousand million deliveries: at
200 bytes each 200 GB a second. Nobody can read that: a screen shows perhaps ten lines a second.

## What to do
- Gather remarks for half a second and send them as one message: an aggregator or batcher before the broker, with its `window`.
- Show each viewer a sample, or counts instead of single likes.
- Gather in steps where there are many sources, and spread in steps where there are many viewers.

## When it does not apply
- Something gathers what clients are shown: it comes from an aggregator or batcher, or a server whose `task` is to aggregate.
- Deliveries to clients stay below a million a second, or what the option `deliveries` says.
- How much the largest room hears is not known. It follows from `hot_key_rate` of what is published and `max_fanout`. The rate
  over all rooms, or the `update_rate` of the clients' connection, tells it only where half of all clients and more are in that
  room.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archgen import (
    Aggregator,
    Batcher,
    Calls,
    Client,
    Component,
    Connection,
    Consumes,
    Design,
    Publishes,
    Rate,
    Requirements,
    Retry,
    Service,
    Topic,
    milliseconds,
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
    derived,
    does,
    live_brokers,
    live_servers,
    number,
    reaching,
    stated,
    updates,
)

MANY = per_second(1_000_000)
# Of so many brokers and servers it is looked at what comes to them.
FOLLOWED = 100


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    deliveries: Rate = MANY
    """From how many messages a second to clients on it is too much. Tool default."""


@dataclass(frozen=True)
class Heard:
    """How many messages a second all clients together are sent, and what tells that."""

    rate: float
    facts: Sequence[Fact]


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    heard = {part: one for part, one in _all_heard(architecture, estimate) if one.rate > options.deliveries}
    gathering = [one for one in architecture.components(Server) if _gathers(one)] if heard else []
    looked_at = list(heard)[:FOLLOWED]
    reached = reaching(architecture, gathering, looked_at) if gathering else {}
    gathered = {part for one in gathering for part in reached.get(one, ())}
    yield from (_problem(part, heard[part]) for part in looked_at if part not in gathered)


def _gathers(server: Server) -> bool:
    return isinstance(server, (Aggregator, Batcher)) or server.task == "aggregate"


def _all_heard(architecture: Architecture, estimate: Estimate) -> Iterator[tuple[Component, Heard]]:
    """What clients are sent by each server and from each broker, where that is known."""
    needs = architecture.design.requirements
    for server, first in live_servers(architecture).items() if _is_one_room(needs) else ():
        held = estimate.of(server, "connections")
        each, by = updates(architecture, first)
        if held and each is not None:
            facts = [stated(by, "update_rate"), derived(server, held), stated(needs, "max_fanout")]
            yield server, Heard(held.value * each, facts)
    for broker in live_brokers(architecture):
        puts = (_heard(architecture, estimate, put) for put in architecture.into(broker, Publishes))
        most = max((one for one in puts if one), key=lambda one: one.rate, default=None)
        if most:
            yield broker, most


def _is_one_room(needs: Requirements) -> bool:
    """Whether half of all clients and more hear the same."""
    return bool(needs.max_fanout and needs.concurrent_clients and 2 * needs.max_fanout >= needs.concurrent_clients)


def _heard(architecture: Architecture, estimate: Estimate, put: Publishes) -> Heard | None:
    needs = architecture.design.requirements
    if needs.max_fanout is None:
        return None
    if put.hot_key_rate is not None:
        return Heard(put.hot_key_rate * needs.max_fanout, [stated(put, "hot_key_rate"), stated(needs, "max_fanout")])
    rate = estimate.of(put, "rate")
    if rate is None or not _is_one_room(needs):
        return None
    facts = [derived(put, rate), stated(needs, "max_fanout"), stated(needs, "concurrent_clients")]
    return Heard(rate.value * needs.max_fanout, facts)


def _problem(subject: Component, heard: Heard) -> Problem:
    return Problem(
        subject,
        f"clients are sent {number(heard.rate)} messages a second one by one, which nobody can read and few can send",
        heard.facts,
        f"gather what comes in half a second into one message before {does(subject.name, 'passes')} it on, "
        "by an aggregator or batcher",
    )


def event(
    remarks: Rate | None,
    *,
    viewers: int = 1_000_000,
    busiest: Rate | None = None,
    room: int | None = None,
    each: Rate | None = None,
    through: Aggregator | Batcher | None = None,
) -> Design:
    shown, gateway, comments = Topic("Remarks", replicas=3, partitions=64), Service("Gateway", replicas=60), Service("Comments")
    again = Retry(backoff="exponential", jitter=True, initial=seconds(1))
    viewer = Client("Viewer")
    socket = Calls(viewer, gateway, protocol="websocket", heartbeat_interval=seconds(20), reconnect=again, update_rate=each)
    parts: list[Connection] = [socket, Consumes(gateway, shown)]
    parts += [Calls(comments, through, rate=remarks, timeout=seconds(1))] if through else []
    source = through or comments
    parts.append(Publishes(source, shown, rate=None if through else remarks, hot_key_rate=busiest))
    needs = Requirements(concurrent_clients=viewers, max_fanout=viewers if room is None else room)
    return Design("An event", parts, requirements=needs)


def counted_elsewhere() -> Design:
    """What is aggregated is not what viewers are sent."""
    design = event(per_second(1_000))
    comments = next(part.source for part in design.parts if isinstance(part, Publishes))
    count = Calls(comments, Aggregator("Remarks a minute", window=seconds(60)), timeout=seconds(1))
    return Design(design.name, [*design.parts, count], requirements=design.requirements)


rule = Rule(
    "RT068",
    Severity.WARNING,
    check,
    flagged=[
        lambda: event(per_second(1_000)),
        lambda: event(per_second(4_000), busiest=per_second(500), viewers=9_000_000, room=1_000_000),
        lambda: event(None, each=per_second(10)),
        counted_elsewhere,
    ],
    accepted=[
        lambda: event(per_second(1_000), through=Aggregator("Remarks of half a second", window=milliseconds(500))),
        lambda: event(per_second(1_000), through=Batcher("Batches of remarks")),
        lambda: event(per_second(1_000), viewers=900),
        lambda: event(per_second(4_000), viewers=9_000_000, room=1_000_000),
        lambda: event(None, each=per_second(0.5)),
        lambda: event(None, each=per_second(10), room=5_000),
    ],
    see=["update-batching", "celebrity-hierarchical-fanout", "pub-sub-broadcast", "update-handed-to-millions-one-by-one"],
    options=Options,
)
