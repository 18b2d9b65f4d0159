"""Requests that are made again are told from streams, and failures that last from those that pass."""

import pytest

from archgen import Autoscaling, Calls, Client, Component, Database, Design, Function, Retry, Service, Worker
from archgen.model.link import link
from archgen.model.retried import Retried, fail_together, retried
from archgen.model.spec import Spec


def test_neither_streams_nor_polls_nor_single_attempts_are_requests_that_are_made_again() -> None:
    app, api, again = Client("App"), Service("API"), Retry(3)
    asked = Calls(app, api, retry=again, id="asked")
    others = [
        Calls(app, api, retry=again, protocol="websocket", id="socket"),
        Calls(app, api, retry=again, purpose="status", id="status"),
        Calls(app, api, retry=Retry(1), id="once"),
        Calls(app, api, retry=False, id="never"),
        Calls(app, api, id="unsaid"),
    ]
    assert [one.way for one in retried(link(Spec(Design("Asking", [asked, *others]))))] == [asked]


@pytest.mark.parametrize(
    ("retry", "lasting", "choosy"),
    [
        (Retry(retry_on=["503", "timeout"]), [], True),
        (Retry(retry_on=["503", "Not_Found", "422"]), ["Not_Found", "422"], False),
        (Retry(retry_on=["all"]), ["all"], False),
        (Retry(retry_on=["all"], never_on=["400"]), [], True),
        (Retry(), [], False),
    ],
)
def test_failures_that_last_are_told_by_their_names(retry: Retry, lasting: list[str], choosy: bool) -> None:
    found = Retried(Calls(Client("App"), Service("API")), retry)
    assert list(found.lasting) == lasting
    assert found.is_choosy is choosy


@pytest.mark.parametrize(
    ("component", "several"),
    [
        (Client("App"), True),
        (Client("App", devices=1), False),
        (Worker("A", replicas=3), True),
        (Worker("A", replicas=1, concurrency=10), True),
        (Worker("A", autoscaling=Autoscaling("queue_depth")), True),
        (Worker("A", replicas=1, concurrency=1), False),
        (Worker("A", replicas=1), None),
        (Function("A"), True),
        (Function("A", reserved_concurrency=1), False),
        (Database("A"), None),
    ],
)
def test_those_of_which_there_are_many_fail_together(component: Component, several: bool | None) -> None:
    assert fail_together([component]) is several
