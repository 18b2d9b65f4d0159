"""A fault that two rules know of is told by one of them: the one that says more of it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Literal

import pytest

from archgen import (
    Calls,
    Client,
    Consumes,
    Design,
    ExternalSystem,
    Function,
    Log,
    Notifies,
    Publishes,
    Queue,
    Rate,
    RelationalDatabase,
    Requirements,
    Resumption,
    Retry,
    Service,
    WebhookEndpoint,
    Worker,
    Writes,
    megabytes,
    milliseconds,
    minutes,
    per_second,
    seconds,
)
from archgen.loading import library
from archgen.pipeline.rule_trial import Bench


def jobs(worker: Worker, engine: str | None = None, **said: str | timedelta | None) -> Design:
    queue = Queue("Jobs", engine=engine, dead_letter=Queue("Dead"), max_receives=5, **said)  # type: ignore[arg-type]
    publishes = Publishes(Service("API"), queue, rate=per_second(10), peak_rate=per_second(40))
    return Design("Jobs", [publishes, Consumes(worker, queue, acknowledge="after")])


def filling() -> Design:
    return jobs(Worker("Worker", replicas=1, concurrency=1, task_duration=milliseconds(40)), "Redis")


def function_of_sqs() -> Design:
    return jobs(Function("Resizer", timeout=minutes(5), task_duration=minutes(2)), "Amazon SQS", visibility_timeout=minutes(1))


def claimed_once() -> Design:
    return jobs(Worker("Clerk", side_effect="payment", idempotent=False), delivery="exactly_once")


def awaited() -> Design:
    api, queue = Service("API"), Queue("Jobs", dead_letter=Queue("Dead"))
    slow = Calls(api, Service("Previews", task_duration=seconds(10)), mode="sync")
    return Design("Previews", [Calls(Client("App"), api, mode="sync"), slow, Publishes(api, queue), Consumes(Worker("A"), queue)])


def large() -> Design:
    worker, jobs, results = Worker("Renderer"), Queue("Jobs", dead_letter=Queue("Dead")), Queue("Results")
    tells = Publishes(worker, results, payload=megabytes(20))
    return Design("Reports", [Publishes(Service("API"), jobs), Consumes(worker, jobs), tells])


def asked_itself() -> Design:
    queue, worker = Queue("Jobs", dead_letter=Queue("Dead")), Worker("Renderer")
    look = Calls(Client("App"), worker, purpose="status")
    return Design("Reports", [Publishes(Service("API"), queue), Consumes(worker, queue), look])


def late() -> Design:
    app, api, queue = Client("App"), Service("API", returns_job_id=True), Queue("Jobs", dead_letter=Queue("Dead"))
    look = Calls(app, api, protocol="poll", purpose="status", poll_interval=seconds(10))
    needs = Requirements(latency_budget=seconds(2), freshness=seconds(5))
    worker = Worker("Renderer", task_duration=minutes(5))
    return Design("Reports", [look, Publishes(api, queue), Consumes(worker, queue)], requirements=needs)


def unheard() -> Design:
    listen = Calls(Client("App"), Service("Updates", replicas=3), protocol="sse", heartbeat_interval=seconds(20))
    return Design("News", [listen, Writes(Service("Editors"), RelationalDatabase("Articles"))])


def socket(rate: Rate) -> Design:
    listen = Calls(Client("App"), Service("Scores"), protocol="websocket", send_rate=rate, heartbeat_interval=seconds(20))
    return Design("Scores", [listen], requirements=Requirements(latency_budget=seconds(10)))


def replayed() -> Design:
    server, events = Service("Feed"), Log("Events", engine="Redis Streams")
    listen = Calls(Client("App"), server, protocol="sse", resume=Resumption("last_event_id"), heartbeat_interval=seconds(20))
    parts = [listen, Consumes(server, events), Publishes(Service("Source"), events, rate=per_second(5))]
    return Design("Feed", parts, requirements=Requirements(max_offline=minutes(60)))


def reported(signed: Literal["none"] | None) -> Design:
    report = Notifies(ExternalSystem("Bank"), Service("Shop"), channel="webhook", auth=signed, signed=signed)
    return Design("Pay", [report])


def released() -> Design:
    shop = Service("Shop", role="business", deploys_per_day=10)
    listen = Calls(Client("App"), shop, protocol="websocket", heartbeat_interval=seconds(20))
    return Design("Shop", [listen, Writes(shop, RelationalDatabase("Orders"))])


def told(idempotent: Literal[False] | None = None) -> Design:
    shop, partner = Service("Shop"), ExternalSystem("Partner")
    tell = Notifies(shop, partner, channel="webhook", retry=Retry(3), event_id=False, idempotent=idempotent)
    return Design("Orders", [tell])


def hasty() -> Design:
    look = Calls(Client("App"), Service("API"), protocol="poll", poll_interval=seconds(0.5), update_rate=per_second(0.01))
    return Design("Orders", [look])


def editing() -> Design:
    server = Service("Editor", routing="any", replicas=3, connection_state="heavy", conflict_resolution="ot")
    return Design("Texts", [Calls(Client("App"), server, protocol="websocket", heartbeat_interval=seconds(20))])


def looked_up() -> Design:
    app, server = Client("App"), Service("Editor", routing="consistent_hash", replicas=4, virtual_nodes=100)
    listen = Calls(app, server, protocol="websocket", heartbeat_interval=seconds(20))
    find = Calls(app, Service("Directory", role="lookup", replicas=1))
    return Design("Texts", [listen, find], requirements=Requirements(availability=0.999))


def reconnecting() -> Design:
    app, chat = Client("App"), Service("Chat")
    listen = Calls(app, chat, protocol="websocket", heartbeat_interval=seconds(20), retry=Retry(backoff="fixed"))
    needs = Requirements(concurrent_clients=20_000)
    return Design("Chat", [listen, Writes(chat, RelationalDatabase("Messages"))], requirements=needs)


def refunds() -> Design:
    """An event that comes twice, on a queue of which nothing is said, to who may pay twice."""
    door, queue, clerk = (
        WebhookEndpoint("Door"),
        Queue("Refunds", dead_letter=Queue("Dead")),
        Worker("Clerk", side_effect="payment"),
    )
    return Design("Pay", [Notifies(ExternalSystem("Bank"), door, signed="hmac"), Publishes(door, queue), Consumes(clerk, queue)])


def recorded() -> Design:
    api, store, queue = Service("API", outbox=False), RelationalDatabase("Jobs"), Queue("To do", dead_letter=Queue("Dead"))
    parts = [
        Writes(api, store, order="store_first"),
        Publishes(api, queue, delivery="at_least_once"),
        Consumes(Worker("A"), queue),
    ]
    return Design("Reports", [Calls(Client("App"), api), *parts])


def in_one_order() -> Design:
    gateway, trades = Service("Gateway"), Log("Trades", partitions=1, max_publish_rate=per_second(2_000))
    socket = Calls(Client("Terminal"), gateway, protocol="websocket")
    parts = [socket, Publishes(Service("Matching"), trades, rate=per_second(5_000)), Consumes(gateway, trades)]
    return Design("Trades", parts, requirements=Requirements(ordering="total"))


@pytest.mark.parametrize(
    ("design", "tells", "silent"),
    [
        (filling, "LT048", {"AR060"}),
        (function_of_sqs, "LT088", {"LT036", "LT039"}),
        (claimed_once, "LT031", {"LT032"}),
        (awaited, "LT002", {"LT005"}),
        (large, "LT045", {"LT046"}),
        (asked_itself, "LT010", {"LT011"}),
        (late, "RT007", {"LT066"}),
        (unheard, "RT040", {"RT041"}),
        (lambda: socket(per_second(0)), "RT012", {"RT013"}),
        (lambda: socket(per_second(0.01)), "RT012", {"RT014"}),
        (replayed, "RT037", {"AR060", "RT036"}),
        (lambda: reported(None), "LT071", {"AR051"}),
        (lambda: reported("none"), "LT071", {"AR051"}),
        (told, "LT074", {"AR031"}),
        (lambda: told(False), "LT074", {"AR031"}),
        (released, "RT075", {"RT077"}),
        (hasty, "RT008", {"RT045"}),
        (editing, "RT087", {"RT047"}),
        (looked_up, "AR001", {"RT054"}),
        (reconnecting, "RT033", {"AR031"}),
        (refunds, "LT032", {"LT094"}),
        (recorded, "LT012", {"AR041"}),
        (in_one_order, "RT072", {"AR062"}),
    ],
)
def test_one_rule_leaves_it_to_the_other(design: Callable[[], Design], tells: str, silent: set[str]) -> None:
    codes = {one.code for one in Bench(library.rules()).judged(design()).findings}
    assert tells in codes
    assert not codes & silent
