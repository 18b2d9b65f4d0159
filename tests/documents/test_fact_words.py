"""The words that there are for what is stated."""

from collections.abc import Iterator, Mapping

import pytest

import archgen
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
from archgen.documents.component_words import COMPONENTS, Words
from archgen.documents.connection_words import CONNECTIONS
from archgen.documents.fact_words import each_time
from archgen.documents.facts import fact
from archgen.documents.policy_words import POLICIES
from archgen.dsl.shape import Choice, Plain, flattened, shape
from archgen.dsl.word import Word
from archgen.vocabulary import SORTS

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
        (Worker("W", replay=True), "replay", "replay"),
    ],
)
def test_what_is_stated_is_told_in_words(said: Word, name: str, told: str) -> None:
    assert fact(said, name) == told


def test_one_is_told_as_one() -> None:
    assert each_time("11 replicas every 1 h") == "11 replicas every hour"


@pytest.mark.parametrize("table", [COMPONENTS, CONNECTIONS, POLICIES])
def test_there_are_words_only_for_what_the_language_has(table: Mapping[str, Words]) -> None:
    known = [getattr(archgen, name) for names in SORTS.values() for name in names]
    for key, words in table.items():
        owner, _, name = key.removeprefix("no ").rpartition(".")
        having = [sort for sort in known if name in shape(sort) and owner in ("", *(each.__name__ for each in sort.__mro__))]
        assert having, key
        told = {one for one in words if not one.isdigit()} - {"*"} if isinstance(words, Mapping) else set()
        assert told <= {str(one) for sort in having for one in _choices(sort, name)}, key


def _choices(sort: type[Word], name: str) -> Iterator[object]:
    for form in flattened(shape(sort)[name].forms):
        yield from form.values if isinstance(form, Choice) else (True, False) if form == Plain("flag") else ()
