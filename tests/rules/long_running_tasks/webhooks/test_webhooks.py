"""What is wrong with a webhook is said once, with what it costs."""

from typing import Any

import pytest

from archgen import (
    Calls,
    Component,
    Consumes,
    Design,
    ExternalSystem,
    LoadBalancer,
    Notifies,
    Publishes,
    Queue,
    Retry,
    Service,
    WebhookEndpoint,
    Worker,
    hours,
    minutes,
    per_second,
    seconds,
)
from tests.rules.checked import checked, finding

FAMILY = ("LT071", "LT072", "LT073", "LT074", "LT075", "LT076")
SOUND: dict[str, Any] = {
    "channel": "webhook",
    "signed": "hmac",
    "event_id": True,
    "idempotent": True,
    "tls": True,
    "timeout": seconds(10),
}


def tries(attempts: int, **more: Any) -> Retry:
    return Retry(attempts, **{"backoff": "exponential", "jitter": True, "initial": seconds(1), **more})


def told(**more: Any) -> Design:
    partner = ExternalSystem("Partner", longest_outage=more.pop("away", None))
    sender = more.pop("sender", None) or Worker("Sender", idempotent=True)
    return Design("Notices", [Notifies(sender, partner, **{**SOUND, **more})])


def fed(dead: Queue | None, **more: Any) -> Design:
    sender, queue = Worker("Sender", idempotent=True), Queue("Notices", dead_letter=dead, max_receives=8)
    return Design("Notices", [Publishes(Service("API"), queue), Consumes(sender, queue), *told(sender=sender, **more).parts])


def codes(design: Design) -> list[str]:
    return [one.code for one in checked(design) if one.code in (*FAMILY, "LT017", "LT021", "LT023", "AR031")]


@pytest.mark.parametrize(
    ("design", "found"),
    [
        (told(retry=tries(5), dead_letter=Queue("Undelivered")), []),
        (told(retry=False), ["LT072"]),
        (told(), ["LT072"]),
        (told(retry=tries(5)), ["LT073"]),
        (told(retry=tries(5), away=hours(1), dead_letter=Queue("Undelivered")), ["LT072"]),
        (told(retry=tries(5, backoff="none", initial=None), dead_letter=Queue("Undelivered")), ["LT023"]),
        (told(retry=Retry("unlimited", max_interval=minutes(1)), dead_letter=False), ["LT021"]),
        (fed(Queue("Undelivered")), []),
        (fed(None), ["LT017"]),
        (fed(None, retry=tries(3)), ["LT017"]),
        (told(retry=tries(5), dead_letter=Queue("Undelivered"), idempotent=None), ["AR031"]),
        (fed(Queue("Undelivered"), idempotent=None, event_id=None), ["LT074"]),
    ],
)
def test_each_fault_is_found_by_one_rule(design: Design, found: list[str]) -> None:
    assert codes(design) == found


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"retry": tries(5)}, "Sender gives up after 15 s, Partner may be away for 1 h: all notices are lost"),
        (
            {"retry": tries(5), "rate": per_second(2)},
            "Sender gives up after 15 s, Partner may be away for 1 h: up to 7,200 notices are lost",
        ),
        (
            {"retry": tries(3, initial=minutes(5)), "dead_letter": Queue("Undelivered")},
            "Sender gives up after 15 min, Partner may be away for 1 h: all notices have to be sent again from Undelivered",
        ),
    ],
)
def test_what_an_outage_leaves_is_counted(more: dict[str, Any], says: str) -> None:
    assert finding(told(away=hours(1), **more), "LT072").message == says


def test_attempts_that_last_longer_than_an_outage_are_let_pass() -> None:
    assert codes(told(retry=tries(7, initial=minutes(1)), away=hours(1), dead_letter=Queue("Undelivered"))) == []


def test_how_long_a_receiver_holds_a_worker_is_the_sum_of_its_attempts_and_pauses() -> None:
    def held(**more: Any) -> str:
        worker = Worker("Encoder", idempotent=True, task_duration=minutes(10), max_runtime=hours(1))
        queue = Queue("Videos", dead_letter=Queue("Dead"), max_receives=5)
        parts = [Publishes(Service("API"), queue), Consumes(worker, queue), *told(sender=worker, **more).parts]
        return finding(Design("Videos", parts), "LT076").message.split(": ")[1].split(", ")[0]

    assert held(retry=tries(3)) == "a slow answer holds it for up to 33 s"
    assert held(retry=False) == "a slow answer holds it for up to 10 s"
    assert held(retry=tries(3), timeout=None) == "a slow answer holds it"


def test_several_that_do_not_say_how_they_are_signed_are_one_question() -> None:
    sender, partners = Worker("Sender"), [ExternalSystem("One"), ExternalSystem("Two"), ExternalSystem("Three")]
    design = Design("Notices", [Notifies(sender, one, **{**SOUND, "signed": None}) for one in partners])
    found = finding(design, "LT071")
    assert (found.asks, found.message) == (
        True,
        "it is not said how One knows that it is Sender, where Sender notifies One, and of 2 more webhooks",
    )


@pytest.mark.parametrize(("checks", "found"), [("hmac", []), ("none", ["LT071"])])
def test_what_an_endpoint_behind_a_balancer_checks_counts(checks: Any, found: list[str]) -> None:
    balancer, endpoint = LoadBalancer("Balancer"), WebhookEndpoint("Reports", signed=checks, idempotent=True)
    report = Notifies(ExternalSystem("Bank"), balancer, channel="webhook", auth="none", tls=True, event_id=True)
    assert [one for one in codes(Design("Payments", [report, Calls(balancer, endpoint)])) if one in FAMILY] == found


@pytest.mark.parametrize("sender", [ExternalSystem("Bank"), ExternalSystem("Bank", idempotent=True)])
def test_how_others_send_is_their_business(sender: Component) -> None:
    report = Notifies(sender, WebhookEndpoint("Reports", signed="hmac", idempotent=True), channel="webhook", retry=False)
    assert codes(Design("Payments", [report])) == []
