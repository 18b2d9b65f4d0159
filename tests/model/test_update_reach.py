"""How an update finds the server that holds a client's connection."""

import pytest

from archgen import (
    Autoscaling,
    Calls,
    Client,
    Connection,
    Consumes,
    Database,
    Design,
    LoadBalancer,
    Log,
    Publishes,
    Queue,
    Reads,
    Service,
    Topic,
    VersionCheck,
    Worker,
    Writes,
    per_second,
    seconds,
)
from archgen.model.architecture import Architecture
from archgen.model.link import link
from archgen.model.update_reach import (
    asks_for_updates,
    connected,
    is_hashed,
    is_reached,
    is_scattered,
    kept_elsewhere,
    left_open,
    shared_takes,
    told_by_others,
    transforms_anywhere,
)

APP, SERVER, STORE = Client("App"), Service("Gateway", routing="any"), Database("Store")
FIRST = Calls(APP, SERVER, protocol="websocket", payload_kind="text")
QUEUE, LOG, TOPIC = Queue("Queue"), Log("Log"), Topic("Topic")


def linked(*parts: Connection) -> Architecture:
    return link(Design("D", [FIRST, *parts]))


@pytest.mark.parametrize(
    ("parts", "reached"),
    [
        ([], False),
        ([Consumes(SERVER, TOPIC)], True),
        ([Consumes(SERVER, QUEUE)], False),
        ([Consumes(SERVER, LOG)], True),
        ([Consumes(SERVER, LOG, consumer_group="gateways")], False),
        ([Reads(SERVER, STORE, poll_interval=seconds(1))], True),
        ([Reads(SERVER, STORE)], False),
    ],
)
def test_an_update_gets_there_by_a_topic_a_poll_or_a_dispatcher(parts: list[Connection], reached: bool) -> None:
    assert is_reached(linked(*parts), SERVER) == reached


def test_a_dispatcher_behind_a_broker_calls_the_right_server() -> None:
    worker = Worker("Dispatcher")
    assert is_reached(linked(Consumes(worker, QUEUE), Calls(worker, SERVER)), SERVER)


def test_a_stream_of_its_own_is_as_good_as_a_poll() -> None:
    assert asks_for_updates(linked(Calls(SERVER, Service("Source"), protocol="grpc", update_rate=per_second(1))), SERVER)
    assert not asks_for_updates(linked(Calls(SERVER, Service("Source"))), SERVER)


def test_what_is_not_stated_may_be_the_way() -> None:
    assert list(left_open(linked(), FIRST, SERVER)) == []
    read = Reads(SERVER, STORE)
    assert [fact.attribute for fact in left_open(linked(read), FIRST, SERVER)] == ["poll_interval"]
    server = Service("Gateway")
    first = Calls(APP, server, protocol="websocket")
    architecture = link(Design("D", [first]))
    assert [fact.attribute for fact in left_open(architecture, first, server)] == ["routing", "payload_kind"]


@pytest.mark.parametrize(
    ("takes", "shared"),
    [
        (Consumes(SERVER, QUEUE), True),
        (Consumes(SERVER, QUEUE, fan_out=3), False),
        (Consumes(SERVER, LOG), False),
        (Consumes(SERVER, LOG, consumer_group="gateways"), True),
        (Consumes(SERVER, TOPIC, consumer_group="gateways"), False),
    ],
)
def test_a_queue_and_a_group_of_consumers_give_each_message_to_one(takes: Consumes, shared: bool) -> None:
    assert list(shared_takes(linked(takes), SERVER)) == ([takes] if shared else [])


def test_clients_and_balancers_are_no_company() -> None:
    edge, source = LoadBalancer("Edge"), Service("Source")
    ways = [Calls(APP, edge), Calls(edge, SERVER)]
    assert SERVER not in connected(linked(*ways))
    assert SERVER not in told_by_others(linked(*ways, Publishes(SERVER, TOPIC)))
    assert SERVER in connected(linked(*ways, Publishes(SERVER, TOPIC)))
    assert SERVER in told_by_others(linked(*ways, Consumes(SERVER, TOPIC)))
    assert SERVER in told_by_others(linked(*ways, Calls(source, SERVER)))
    assert SERVER not in connected(linked(Calls(SERVER, SERVER)))


@pytest.mark.parametrize(
    ("part", "kept"),
    [
        (Writes(SERVER, STORE), True),
        (Consumes(SERVER, LOG), True),
        (Publishes(SERVER, Queue("Queue", durable=True)), True),
        (Publishes(SERVER, TOPIC), False),
    ],
)
def test_a_store_a_log_and_a_durable_broker_keep_what_passes(part: Connection, kept: bool) -> None:
    assert (SERVER in kept_elsewhere(linked(part))) == kept


def test_servers_are_hashed_or_scattered_or_one() -> None:
    hashed, scattered, one = Service("A", routing="modulo", replicas=3), Service("B", replicas=3), Service("C", routing="any")
    assert [is_hashed(server) for server in (hashed, scattered, one)] == [True, False, False]
    assert [is_scattered(server) for server in (hashed, scattered, one)] == [False, True, False]
    assert is_scattered(Service("D", autoscaling=Autoscaling("cpu")))
    assert not is_hashed(QUEUE)


def test_edits_are_transformed_anywhere_unless_writers_take_turns() -> None:
    editor = Service("Editor", routing="any", replicas=3, conflict_resolution="ot")
    careful = Writes(editor, STORE, version_check=VersionCheck())
    assert transforms_anywhere(link(Design("Texts", [editor])), editor)
    assert not transforms_anywhere(link(Design("Texts", [careful])), editor)
