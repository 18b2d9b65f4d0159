"""Updates go to whoever follows something, and it is not said how many that may be.

## Why it matters
A room of 12 and an account with ten million followers are the same boxes and arrows. Which of the two it is decides whether an
update may be copied for each receiver, whether it has to be kept once and fetched, and how many servers stand between. Asked
late, the answer is that of the day on which somebody famous joins.

## What to do
State `max_fanout`: how many have to hear of one update at the most. Where nothing limits it, say the largest that is to be
borne, and refuse or treat apart what is larger.

## When it does not apply
- Nobody follows anything: servers take every update, as all clients see the same.
- There are fewer than a million clients or users, or it is not said how many: the answer would then change nothing. The option
  `fewest-clients` is another number.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from archgen import Calls, Client, Consumes, Design, Publishes, Queue, Requirements, Retry, Service, Topic, seconds
from archgen.plugin import Architecture, Broker, Count, Estimate, Problem, Rule, Severity, live_brokers, stated


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    fewest_clients: Count = 1_000_000
    """From how many clients or users on it is asked. Tool default."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    needs = architecture.design.requirements
    counted = next(
        (name for name in ("concurrent_clients", "users") if (getattr(needs, name) or 0) >= options.fewest_clients), None
    )
    if needs.max_fanout is not None or counted is None:
        return
    for broker, takes in live_brokers(architecture).items():
        attribute = _followed(broker)
        if attribute:
            yield Problem(
                broker,
                f"it is not said how many have to hear of one update that comes over {broker.name}",
                [stated(needs, "max_fanout"), stated(broker, attribute), stated(needs, counted)],
                "state max_fanout among the requirements",
                also=[takes.source],
                asks=True,
            )
            return


def _followed(broker: Broker) -> str | None:
    """The attribute that says that some follow what others do not."""
    if isinstance(broker, Topic) and broker.subscriptions == "by_topic":
        return "subscriptions"
    return "per_user" if isinstance(broker, Queue) and broker.per_user else None


def rooms(
    subscriptions: Literal["all", "by_topic"] | None, clients: int | None, fan_out: int | None = None, users: int | None = None
) -> Design:
    messages, gateway = (
        Topic("Messages", replicas=3, subscriptions=subscriptions),
        Service("Gateway", replicas=4, unsubscribes=True),
    )
    again = Retry(backoff="exponential", jitter=True, initial=seconds(1))
    socket = Calls(Client("Phone"), gateway, protocol="websocket", heartbeat_interval=seconds(20), reconnect=again)
    needs = Requirements(concurrent_clients=clients, max_fanout=fan_out, users=users)
    return Design("Rooms", [socket, Publishes(Service("Chat"), messages), Consumes(gateway, messages)], requirements=needs)


rule = Rule(
    "RT066",
    Severity.INFO,
    check,
    flagged=[
        lambda: rooms("by_topic", 2_000_000),
        lambda: rooms("by_topic", None, users=5_000_000),
    ],
    accepted=[
        lambda: rooms("by_topic", 2_000_000, 500),
        lambda: rooms("by_topic", 900_000),
        lambda: rooms("all", 2_000_000),
        lambda: rooms(None, 2_000_000),
        lambda: rooms("by_topic", None),
    ],
    see=["celebrity-hierarchical-fanout", "pub-sub-broadcast", "update-handed-to-millions-one-by-one"],
    options=Options,
)
