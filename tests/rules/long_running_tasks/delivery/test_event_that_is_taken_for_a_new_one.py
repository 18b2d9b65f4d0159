"""An event that comes twice is followed to whoever works on it, and told by one rule."""

import pytest

from archgen import (
    Calls,
    Connection,
    Consumes,
    Design,
    ExternalSystem,
    Function,
    LoadBalancer,
    Notifies,
    ObjectStore,
    Publishes,
    Queue,
    Topic,
    WebhookEndpoint,
    Worker,
)
from tests.rules.checked import checked


def told(*parts: Connection) -> list[tuple[str, str]]:
    found = checked(Design("Events", list(parts)))
    return [(one.code, one.message) for one in found if one.code in ("LT032", "LT074", "LT094") and not one.asks]


def test_it_is_followed_through_topics_and_queues_to_each_who_minds() -> None:
    store, news = ObjectStore("Uploads"), Topic("Arrived", engine="SNS")
    first, second = Queue("To resize"), Queue("To scan")
    ways = [Publishes(store, news), Publishes(news, first), Publishes(news, second)]
    workers = [Consumes(Worker("Resizer", idempotent=False), first), Consumes(Worker("Scanner", idempotent=True), second)]
    assert told(*ways, *workers) == [("LT094", "Uploads may report an event twice, and Resizer then does its work a second time")]


@pytest.mark.parametrize(
    ("worker", "acknowledge", "code"),
    [
        (Worker("Clerk", idempotent=False), None, "LT094"),
        (Worker("Clerk", idempotent=False, side_effect="payment"), None, "LT094"),
        (Worker("Clerk", idempotent=False, side_effect="payment"), "after", "LT032"),
    ],
)
def test_one_rule_tells_of_a_worker_that_acts_twice(worker: Worker, acknowledge: str | None, code: str) -> None:
    store, queue = ObjectStore("Uploads"), Queue("Arrived")
    takes = Consumes(worker, queue, acknowledge="after" if acknowledge else None)
    assert [found for found, _ in told(Publishes(store, queue), takes)] == [code]


def test_a_webhook_is_followed_behind_a_balancer_and_its_endpoint() -> None:
    edge, endpoint, queue = LoadBalancer("Edge"), WebhookEndpoint("Reports", signed="hmac"), Queue("Paid")
    report = Notifies(ExternalSystem("Bank"), edge, channel="webhook", signed="hmac", event_id=True)
    ways = [report, Calls(edge, endpoint), Publishes(endpoint, queue), Consumes(Worker("Clerk", idempotent=False), queue)]
    assert told(*ways) == [("LT094", "Bank may report an event twice, and Clerk then does its work a second time")]


def test_a_webhook_that_comes_straight_to_a_function_is_told_as_a_webhook() -> None:
    report = Notifies(
        ExternalSystem("Bank"), Function("Clerk", idempotent=False), channel="webhook", signed="hmac", event_id=True
    )
    assert [code for code, _ in told(report)] == ["LT074"]
