"""Which of the things that arrive set off which of those that leave."""

from archgen import (
    Cache,
    Calls,
    Client,
    Connection,
    Consumes,
    Database,
    Design,
    Downloads,
    LoadBalancer,
    ObjectStore,
    Publishes,
    Queue,
    Reads,
    Service,
    Topic,
    Uploads,
    Worker,
    Writes,
    seconds,
)
from archgen.estimating.set_off import abreast, sets_off
from archgen.model.link import link

APP, API, STORE, HOT = Client("App"), Service("API"), Database("Store"), Cache("Hot")
TOPIC, QUEUE = Topic("Rooms"), Queue("Jobs")


def follows(arriving: Connection, leaving: Connection, *others: Connection, loops: tuple[Connection, ...] = ()) -> bool:
    (end,) = link(Design("D", [arriving])).members(arriving.destination)
    return sets_off(link(Design("D", [arriving, leaving, *others])), end, arriving, leaving, set(loops))


def test_what_arrives_at_a_service_sets_off_what_leaves_it() -> None:
    assert follows(Calls(APP, API), Reads(API, STORE))


def test_who_only_looks_sets_off_nothing_that_is_sent_or_written_unless_it_is_said_how_much() -> None:
    for look in (Calls(APP, API, poll_interval=seconds(1)), Calls(APP, API, purpose="status"), Calls(APP, API, protocol="poll")):
        assert not follows(look, Publishes(API, QUEUE))
        assert not follows(look, Writes(API, STORE))
        assert follows(look, Writes(API, STORE, per_request=1))
        assert follows(look, Reads(API, STORE))
        assert follows(look, Calls(API, Service("Jobs")))
    assert follows(Calls(APP, API, purpose="submit"), Publishes(API, QUEUE))


def test_what_closes_a_loop_sets_off_nothing() -> None:
    back = Calls(APP, API)
    assert not follows(back, Reads(API, STORE), loops=(back,))


def test_a_balancer_that_calls_on_in_the_protocols_it_is_called_in_keeps_them_apart() -> None:
    edge = LoadBalancer("Edge")
    bid, watch = Calls(APP, edge, protocol="http"), Calls(APP, edge, protocol="sse")
    bids, streams = Calls(edge, API, protocol="http"), Calls(edge, Service("Streams"), protocol="sse")
    assert follows(bid, bids, watch, streams)
    assert not follows(bid, streams, watch, bids)
    assert not follows(watch, bids, bid, streams)


def test_a_balancer_that_calls_on_in_another_protocol_passes_on_all() -> None:
    edge = LoadBalancer("Edge")
    ask, socket = Calls(APP, edge, protocol="http"), Calls(APP, edge, protocol="websocket")
    assert follows(ask, Calls(edge, API, protocol="tcp"), socket)
    assert follows(socket, Calls(edge, API, protocol="tcp"), ask)
    assert follows(ask, Calls(edge, API, protocol="http"), Calls(edge, Service("Search")))


def test_those_of_one_protocol_share_what_arrives_in_it() -> None:
    edge, other = LoadBalancer("Edge"), Service("Search")
    arriving = [Calls(APP, edge, protocol="http"), Calls(APP, edge, protocol="sse")]
    bids, search, streams = (
        Calls(edge, API, protocol="http"),
        Calls(edge, other, protocol="http"),
        Calls(edge, Service("Streams"), protocol="sse"),
    )
    architecture = link(Design("D", [*arriving, bids, search, streams]))
    assert [list(abreast(architecture, one)) for one in (bids, search, streams)] == [[bids, search], [bids, search], [streams]]


def test_reads_of_a_cache_set_off_reads_and_writes_set_off_writes() -> None:
    assert follows(Reads(API, HOT), Reads(HOT, STORE))
    assert follows(Writes(API, HOT), Writes(HOT, STORE))
    assert not follows(Writes(API, HOT), Reads(HOT, STORE))
    assert not follows(Reads(API, HOT), Writes(HOT, STORE))


def test_an_object_store_tells_of_what_was_sent_to_it_and_not_of_what_was_fetched() -> None:
    files = ObjectStore("Files")
    assert follows(Uploads(APP, files), Publishes(files, QUEUE))
    assert not follows(Downloads(APP, files), Publishes(files, QUEUE))


def test_what_a_service_takes_from_a_topic_is_for_its_clients() -> None:
    assert not follows(Consumes(API, TOPIC), Reads(API, STORE), Calls(APP, API))


def test_a_service_with_no_other_work_works_on_what_it_takes_from_a_topic() -> None:
    assert follows(Consumes(API, TOPIC), Reads(API, STORE))


def test_work_from_a_queue_is_worked_on() -> None:
    worker = Worker("Worker")
    assert follows(Consumes(worker, QUEUE), Writes(worker, STORE))
    assert follows(Publishes(API, QUEUE), Consumes(worker, QUEUE))
