"""Webhooks are told from other connections, with who gets them and what is tried again."""

from datetime import timedelta

import pytest

from archgen import (
    Calls,
    Client,
    Consumes,
    Database,
    Design,
    Event,
    ExternalSystem,
    Group,
    LoadBalancer,
    Log,
    Notifies,
    Publishes,
    Queue,
    Retry,
    Service,
    Topic,
    WebhookEndpoint,
    Worker,
    hours,
    minutes,
    seconds,
)
from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.model.link import link
from archgen.model.webhooks import Webhook, webhooks

PARTNER = ExternalSystem("Partner")


def found(*parts: Component | Connection) -> list[Webhook]:
    return list(webhooks(link(Design("Hooks", list(parts)))))


def hook(retry: Retry | None = None, *parts: Component | Connection, sender: Worker | None = None) -> Webhook:
    [only] = found(*parts, Notifies(sender or Worker("Sender"), PARTNER, channel="webhook", retry=retry))
    return only


def test_what_says_that_it_is_one_is_one_and_so_is_a_call_of_an_endpoint() -> None:
    bank, shop, endpoint = ExternalSystem("Bank"), Service("Shop"), WebhookEndpoint("Reports")
    ways = [
        Notifies(shop, PARTNER, channel="webhook"),
        Calls(shop, PARTNER, purpose="webhook"),
        Calls(bank, endpoint),
        Notifies(bank, endpoint),
        Notifies(shop, PARTNER),
        Notifies(shop, PARTNER, channel="email"),
        Calls(bank, endpoint, purpose="status"),
    ]
    assert [one.way for one in found(*ways)] == ways[:4]
    assert [one.is_ours for one in found(*ways)] == [True, True, False, False]


def test_neither_a_device_nor_what_passes_on_sends_or_gets_one() -> None:
    app, balancer, endpoint = Client("App"), LoadBalancer("Balancer"), WebhookEndpoint("Reports")
    ways = [Notifies(Service("Shop"), app, channel="webhook"), Calls(app, endpoint), Calls(balancer, endpoint)]
    assert found(*ways) == []


def test_endpoints_behind_balancers_get_what_is_sent_to_them() -> None:
    outer, inner, endpoint = LoadBalancer("Outer"), LoadBalancer("Inner"), WebhookEndpoint("Reports")
    ways = [Calls(outer, inner), Calls(inner, outer), Calls(inner, endpoint)]
    [one] = found(Notifies(ExternalSystem("Bank"), outer, channel="webhook"), *ways)
    assert (one.receivers, one.endpoints) == ((endpoint,), [endpoint])
    [other] = found(Notifies(ExternalSystem("Bank"), LoadBalancer("Balancer"), channel="webhook"))
    assert ([end.name for end in other.receivers], other.endpoints) == (["Balancer"], [])


def test_a_failed_one_comes_again_by_its_retry_or_by_the_queue_that_its_senders_take_from() -> None:
    assert hook(Retry(3)).comes_again
    assert hook().comes_again is None
    assert hook(Retry(1)).comes_again is False
    sender, queue = Worker("Sender"), Queue("Notices", dead_letter=Queue("Undelivered"))
    takes = Consumes(sender, queue)
    fed = hook(None, takes, sender=sender)
    assert (fed.comes_again, fed.handed_out_again, fed.set_aside) == (True, [takes], [takes])


@pytest.mark.parametrize(
    "takes",
    [
        Consumes(Worker("Sender"), Queue("Notices"), acknowledge="before"),
        Consumes(Worker("Sender"), Queue("Notices", delivery="at_most_once")),
        Consumes(Worker("Sender"), Queue("Notices", max_receives=1)),
        Consumes(Worker("Sender"), Topic("Notices")),
        Consumes(Worker("Sender"), Database("Notices")),
    ],
)
def test_not_every_queue_hands_out_again(takes: Consumes) -> None:
    sender = takes.source
    assert isinstance(sender, Worker)
    assert hook(None, takes, sender=sender).comes_again is None


@pytest.mark.parametrize(
    "takes",
    [
        Consumes(Worker("Sender"), Log("Events")),
        Consumes(Worker("Sender"), Topic("Events"), acknowledge="after"),
        Consumes(Worker("Sender"), Topic("Events", delivery="at_least_once")),
    ],
)
def test_logs_hand_out_again_and_topics_that_say_so(takes: Consumes) -> None:
    assert isinstance(takes.source, Worker)
    assert hook(None, takes, sender=takes.source).comes_again


def test_of_a_group_of_senders_all_must_be_fed() -> None:
    pool, log = Group("Pool"), Log("Events", dead_letter=Log("Dead events"))
    one, other = Worker("One", group=pool), Worker("Other", group=pool)
    way = Notifies(pool, PARTNER, channel="webhook")
    [half] = found(one, other, way, Consumes(one, log))
    assert (list(half.handed_out_again), list(half.set_aside)) == ([], [])
    [both] = found(one, other, way, Consumes(pool, log))
    assert len(both.handed_out_again) == len(both.set_aside) == 2


def test_what_repairs_dead_letters_is_fed_by_no_retry() -> None:
    sender, dead = Worker("Sender"), Queue("Undelivered")
    queue = Queue("Notices", dead_letter=dead)
    assert hook(None, Publishes(Service("Shop"), queue), Consumes(sender, dead), sender=sender).comes_again is None


@pytest.mark.parametrize(
    ("retry", "lasts"),
    [
        (Retry(4, backoff="exponential", initial=seconds(1)), seconds(7)),
        (Retry(4, backoff="exponential", initial=seconds(1), multiplier=10), seconds(111)),
        (Retry(4, backoff="exponential", initial=seconds(1), max_interval=seconds(2)), seconds(5)),
        (Retry(4, backoff="linear", initial=seconds(1)), seconds(6)),
        (Retry(4, backoff="fixed", initial=seconds(1)), seconds(3)),
        (Retry(4, initial=minutes(1), deadline=minutes(2)), minutes(2)),
        (Retry(1001, backoff="fixed", initial=minutes(6)), hours(100)),
        (Retry(4, backoff="none", initial=minutes(6)), seconds(0)),
        (Retry(1, initial=minutes(6)), seconds(0)),
        (Retry(4), None),
        (Retry("unlimited", initial=seconds(1)), None),
        (Retry(1_000_000, backoff="exponential", initial=seconds(1)), timedelta(days=365)),
    ],
)
def test_how_long_attempts_last_is_the_sum_of_their_pauses(retry: Retry, lasts: timedelta | None) -> None:
    assert hook(retry).tries_for == lasts


def test_without_a_retry_nothing_lasts() -> None:
    assert hook().tries_for is None


def test_what_is_told_says_whether_it_carries_an_id_or_an_event_in_it_does() -> None:
    shop, partner, event = Service("Shop"), ExternalSystem("Partner"), Event("Paid", event_id=True)
    [said] = found(Notifies(shop, partner, channel="webhook", event_id=False, data=[event]))
    assert said.on_ids(says=True) == [event]
    assert said.on_ids(says=False) == [said.way]
    [unsaid] = found(Notifies(shop, partner, channel="webhook"))
    assert not unsaid.on_ids(says=True)
    assert not unsaid.on_ids(says=False)
