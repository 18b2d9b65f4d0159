import pytest

from archgen import (
    Autoscaling,
    Cache,
    Calls,
    Cdn,
    Client,
    Database,
    Design,
    Group,
    LoadBalancer,
    Log,
    Monitoring,
    ObjectStore,
    Outbox,
    Queue,
    RateLimit,
    Replication,
    Service,
    Sharding,
    Topic,
    Worker,
    WorkflowEngine,
    days,
    milliseconds,
    minutes,
    per_second,
    vocabulary,
)
from archgen.documents.clauses import CHOICES, NO, VALUES, YES
from archgen.documents.portraits import portrait
from archgen.documents.solution import solution
from archgen.dsl.component import Component
from archgen.dsl.shape import shape
from archgen.model.dossier import Figure
from tests.documents.telling import told

DEAD = Queue("Dead", durable=True)


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (Client("Phone", devices=3000), "A client on 3,000 devices."),
        (
            Worker("Lone", replicas=3, concurrency=1),
            "A worker in 3 replicas, each at work on one piece at a time.",
        ),
        (Topic("News", replicas=3, partitions=1), "A topic in 3 copies. It is cut into 1 partition."),
        (
            Service("API", reason="it hides the others", replicas=12, capacity=per_second(150), task_duration=milliseconds(20)),
            "A service in 12 replicas, each good for 150/s; a request takes 20 ms. It hides the others.",
        ),
        (
            Worker("Sender", replicas=2, autoscaling=Autoscaling("queue_age", max_replicas=9), concurrency=5, idempotent=True),
            "A worker in 2 replicas (up to 9, by queue age), each at work on 5 at once. It may do a piece twice without harm.",
        ),
        (
            Database("Store", engine="PostgreSQL", replicas=3, replication=Replication("sync", failover="automatic")),
            "A database (PostgreSQL) in 3 copies. It confirms a write when all copies hold it and has another copy take over "
            "by itself.",
        ),
        (
            Database("Store", sharding=Sharding(8, key="user_id"), max_read_rate=per_second(900), retention=days(30)),
            "A database, split into 8 shards by user_id, good for 900 reads a second. It keeps what it holds for 30 days.",
        ),
        (
            Queue("Jobs", engine="SQS", managed=True, dead_letter=DEAD, max_receives=4, durable=True),
            "A queue (SQS, run by a provider). It moves what fails after 4 deliveries to Dead and keeps its messages "
            "over a restart.",
        ),
        (
            Cache("Copies", ttl=minutes(5), eviction="lru"),
            "A cache. It keeps an entry for 5 min and makes room by what was not used for longest.",
        ),
        (
            LoadBalancer("Edge", layer=7, health_checks=True),
            "A load balancer. It reads HTTP (layer 7) and leaves out servers that do not answer.",
        ),
        (Monitoring("Watch", watches=["errors"], alarms="page"), "It watches errors and wakes somebody."),
    ],
)
def test_a_component_is_told_in_sentences(part: Component, expected: str) -> None:
    assert portrait(told(Design("D", [part])), part) == expected


def test_how_full_it_is_follows_from_the_numbers() -> None:
    api = Service("API", replicas=2, capacity=per_second(100))
    assert "45% of that is taken." in portrait(told(Design("D", [Calls(Client("App"), api, rate=per_second(90))])), api)
    over = portrait(told(Design("D", [Calls(Client("App"), api, rate=per_second(300))])), api)
    assert "It gets more than it can serve: 300/s of 200/s." in over


def test_clauses_speak_of_attributes_that_there_are() -> None:
    known = {name for word in vocabulary.__all__ for name in shape(getattr(vocabulary, word))}
    assert {*VALUES, *YES, *NO, *CHOICES} <= known


def test_each_group_has_its_figure_and_its_components_and_the_rest_stands_beside() -> None:
    front = Group("Front")
    api, other, store = Service("API", group=front, replicas=2), Service("Other", group=front, replicas=2), Database("Store")
    whole, own = (
        Figure("components", "Shop: components, overview", "", ""),
        Figure("components-x", "Shop: components, Front", "", ""),
    )
    found = solution(told(Design("Shop", [Calls(api, other), store]), figures=[whole, own]))
    assert found.overview == (whole,)
    assert [(one.name, one.figures, [point.lead for point in one.points]) for one in found.places] == [
        ("Front", (own,), ["API and Other"]),
        ("Outside the groups", (), ["Store"]),
    ]
    assert found.places[0].points[0].text == "Each is a service in 2 replicas."
    assert found.places[1].points[0].text == "A database. Nothing more is stated of it"


def test_components_of_which_nothing_is_stated_share_a_line() -> None:
    parts = [Client("App"), Cdn("Pages"), Topic("News"), Service("API", replicas=2)]
    points = solution(told(Design("D", parts))).places[0].points
    assert [(one.lead, one.text) for one in points[1:]] == [
        ("App, Pages and News", "A client, a CDN and a topic. Nothing more is stated of them")
    ]
    alike = solution(told(Design("D", [Queue("Jobs"), Queue("Dead")]))).places[0].points
    assert [one.text for one in alike] == ["Each is a queue. Nothing more is stated of them"]


def test_a_short_note_stands_in_brackets_and_a_long_one_is_a_sentence() -> None:
    short, long = Worker("Counter", note="counts again", replicas=2), Worker("Other", note="it looks. Then it acts", replicas=2)
    points = solution(told(Design("D", [short, long, Monitoring("Watcher", watches=["errors"])]))).places[0].points
    assert [(one.lead, one.note) for one in points] == [("Counter", "counts again"), ("Other", ""), ("Watcher", "monitoring")]
    assert points[1].text.startswith("It looks. Then it acts. A worker")


def test_partitions_and_limits_are_told_with_what_they_are_of() -> None:
    log = telling(Log("Events", partitions=48, partition_key="ad_id"))
    assert "is cut into 48 partitions by ad_id." in log
    assert "lets 2 orders a second in for each user" in telling(
        Service("API", rate_limit=RateLimit(per_second(2), per="user", unit="orders"))
    )


def telling(part: Component) -> str:
    return portrait(told(Design("D", [part])), part)


def test_the_hash_that_finds_a_server_is_told_once() -> None:
    text = telling(Service("Owner", replicas=2, routing="consistent_hash", hash_key="lot_id"))
    assert "spreads what comes over its replicas by a consistent hash of lot_id" in text
    assert "finds the server" not in text
    assert "finds the server of a client by a hash of lot_id" in telling(Service("Owner", hash_key="lot_id"))


def test_what_is_done_before_something_else_stands_last_in_its_sentence() -> None:
    text = telling(Worker("Sender", graceful_stop=True, side_effect="notification"))
    assert "It sends notices and finishes what it has in hand before it stops." in text


def test_a_workflow_engine_keeps_runs() -> None:
    assert "keeps its runs over a restart" in telling(WorkflowEngine("Engine", durable=True))


def test_open_connections_are_what_is_full_where_they_are_the_limit() -> None:
    gateway = Service("Gateway", replicas=2, capacity=per_second(100), max_connections=1_000)
    text = portrait(told(Design("D", [Calls(Client("Phone", devices=1_000), gateway, protocol="websocket")])), gateway)
    assert "each good for 100/s. 50% of the connections that it can hold are open." in text


def test_a_write_is_confirmed_by_as_many_copies_as_is_stated() -> None:
    store = Database("Store", replicas=3, replication=Replication("sync", required_acks=2))
    assert "confirms a write when 2 of its copies hold it" in portrait(told(Design("D", [store])), store)


def test_figures_around_what_stands_in_no_group_stand_with_it() -> None:
    views = [Figure("components-around_edge", "D: components, Around Edge", "", "")]
    known = told(Design("D", [Service("API", group=Group("Core")), Client("App")]), figures=views)
    found = solution(known)
    assert [[one.title for one in place.figures] for place in found.places] == [[], ["D: components, Around Edge"]]
    assert found.overview == ()


def test_what_is_called_after_its_sort_is_not_told_so_again() -> None:
    cdn = Cdn("CDN", ttl=minutes(1))
    assert portrait(told(Design("D", [cdn])), cdn) == "It keeps an entry for 1 min."


def test_what_its_author_says_is_not_said_again() -> None:
    words = telling(Monitoring("Monitoring", reason="wakes somebody when a queue grows", watches=["errors"], alarms="page"))
    assert words == "Wakes somebody when a queue grows. It watches errors."


def test_a_clause_with_parts_of_its_own_stands_last_and_one_more_by_itself() -> None:
    store = ObjectStore("Store", lifecycle="deleted after a week, as is said", immutable_objects=True)
    assert telling(store).endswith("It never changes an object and has a rule for old objects: deleted after a week, as is said.")
    many = Service("API", validates=True, outbox=Outbox(relay=Service("Relay")))
    assert telling(many).endswith("from which Relay sends it. It checks what it is sent before it hands it on.")
