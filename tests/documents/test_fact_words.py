"""The words that there are for what is stated."""

import pytest

from archgen import (
    Calls,
    Client,
    Database,
    ExternalSystem,
    Notifies,
    Queue,
    RateLimit,
    Retry,
    Scheduler,
    Service,
    Worker,
    days,
    per_second,
)
from archgen.documents.fact_words import each_time
from archgen.documents.facts import fact
from archgen.dsl.word import Word

APP, API = Client("App"), Service("API")


@pytest.mark.parametrize(
    ("said", "name", "told"),
    [
        (Service("S", replicas=1), "replicas", "1 replica"),
        (Database("S", replicas=1), "replicas", "1 copy"),
        (Queue("Q", replicas=3), "replicas", "3 copies"),
        (Scheduler("S", interval=days(1)), "interval", "every day"),
        (ExternalSystem("S", idempotent=True), "idempotent", "the same request twice counts once"),
        (Worker("W", side_effect="payment"), "side_effect", "moves money"),
        (Calls(APP, API, idempotent=False), "idempotent", "does harm if it comes twice"),
        (Notifies(API, APP, dead_letter=False), "dead_letter", "nowhere for what cannot be delivered"),
        (Calls(APP, API, retry=Retry(2, jitter=True)), "retry", "tried twice, spread at random"),
        (Service("S", rate_limit=RateLimit(per_second(5), per="tenant")), "rate_limit", "5/s let through, for each tenant"),
        (Service("S"), "replicas", ""),
        (Worker("W", prefetch=2), "prefetch", "prefetch 2"),
    ],
)
def test_what_is_stated_is_told_in_words(said: Word, name: str, told: str) -> None:
    assert fact(said, name) == told


def test_one_is_told_as_one() -> None:
    assert each_time("11 replicas every 1 h") == "11 replicas every hour"
