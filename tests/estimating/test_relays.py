"""Relays of outboxes."""

from archgen import (
    Calls,
    Client,
    Consumes,
    Database,
    Design,
    Outbox,
    Publishes,
    Queue,
    Reads,
    Requirements,
    Service,
    Topic,
    TransactionalOutbox,
    Worker,
    Writes,
    per_second,
    seconds,
)
from archgen.estimating.relays import relayed, relays_of
from archgen.model.link import link
from tests.estimating.numbers import numbers, shown

STORE, NEWS = Database("Store"), Topic("News")


def test_a_relay_that_polls_sends_on_what_was_written() -> None:
    relay = Worker("Relay", replicas=1)
    orders = Service("Orders", outbox=Outbox(relay, polls=seconds(1)))
    derived = numbers(
        Calls(Client("App"), orders, rate=per_second(40)),
        Writes(orders, STORE, per_request=0.5),
        Reads(relay, STORE, poll_interval=seconds(1)),
        Publishes(relay, NEWS),
        Consumes(Worker("Mailer"), NEWS),
        requirements=Requirements(peak_factor=2),
    )
    assert shown(derived, "relay-reads-store", "rate") == ("1/s", "1 replicas / 1 s")
    assert shown(derived, "relay-publishes-news", "rate") == ("20/s", "20/s × 1 a request")
    assert shown(derived, "mailer-consumes-news", "rate") == ("20/s", "20/s")
    assert shown(derived, "mailer-consumes-news", "peak_rate") == ("40/s", "40/s")


def test_the_pattern_names_its_relay() -> None:
    orders, relay, queue = Service("Orders"), Worker("Relay"), Queue("Jobs")
    pattern = TransactionalOutbox(orders, STORE, relay, queue, interval=seconds(1))
    derived = numbers(pattern, Calls(Client("App"), orders, rate=per_second(40)))  # type: ignore[arg-type]
    assert shown(derived, "jobs", "requests") == ("40/s", "40/s Relay publishes Jobs")


def test_a_relay_that_is_told_of_work_is_set_off_by_that() -> None:
    relay = Worker("Relay")
    orders = Service("Orders", outbox=Outbox(relay))
    parts = [Writes(orders, STORE), Reads(relay, STORE), Consumes(relay, Queue("Jobs"))]
    assert relayed(link(Design("D", parts))) == {}


def test_what_comes_back_to_the_writer_by_its_relay_closes_the_loop() -> None:
    relay = Worker("Relay")
    orders = Service("Orders", outbox=Outbox(relay))
    write = Writes(orders, STORE)
    parts = [
        Publishes(relay, NEWS),
        Reads(relay, STORE),
        write,
        Consumes(orders, NEWS),
        Calls(Client("A"), orders, rate=per_second(4)),
    ]
    assert relays_of(link(Design("D", parts))) == {orders: [(write, relay)]}
    assert shown(numbers(*parts), "news", "requests") == ("4/s", "4/s Relay publishes News")
