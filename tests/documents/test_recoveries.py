from archgen import Calls, Database, Reads, Replication, Resumption, Retry, per_second
from tests.documents.test_failures import API, APP, outages


def test_copies_of_which_none_is_said_to_take_over_are_told_so() -> None:
    found = outages(Reads(API, Database("Store", replicas=2, replication=Replication("async"))), Calls(APP, API))
    assert found["Store"][2] == "There are 2 copies; which takes over is not stated"


def test_replicas_that_are_too_few_as_it_is_are_told_so() -> None:
    assert outages(Calls(APP, API, rate=per_second(900)))["API"][2] == "Its 4 replicas are too few as it is"


def test_clients_that_connect_again_by_themselves_are_said_to() -> None:
    again, resume = Retry("unlimited", backoff="exponential"), Resumption(by="sequence")
    watch = Calls(APP, API, protocol="websocket", reconnect=again, resume=resume)
    assert outages(watch)["API"][2].startswith("App connects again where it broke off")
