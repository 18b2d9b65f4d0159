from archgen import (
    Cache,
    Calls,
    Client,
    Connection,
    Consumes,
    Database,
    Design,
    LoadBalancer,
    Publishes,
    Queue,
    Rate,
    Reads,
    Requirements,
    Service,
    Worker,
    minutes,
    per_second,
    seconds,
)
from tests.rules.checked import checked, finding

THOUSAND = per_second(1_000)


def polls(devices: int | None, *servers: Service, peak: float | None = None, more: tuple[Connection, ...] = ()) -> Design:
    app, balancer = Client("App", devices=devices), LoadBalancer("Balancer")
    ask = Calls(app, balancer, purpose="status", poll_interval=seconds(2), poll_jitter=0.1, keep_alive=minutes(1))
    return Design(
        "Reports", [ask, *(Calls(balancer, one) for one in servers), *more], requirements=Requirements(peak_factor=peak)
    )


def api(each: Rate = THOUSAND, name: str = "API") -> Service:
    return Service(name, replicas=5, capacity=each, returns_job_id=True)


def is_found(design: Design) -> bool:
    return any(one.code == "LT065" for one in checked(design))


def test_the_pause_that_would_do_is_told() -> None:
    found = finding(polls(20_000, api()), "LT065")
    assert found.message == "polls of App come to API 10,000 times a second, and it serves 5,000"
    assert found.fix.startswith("ask every 4 s, ")


def test_servers_behind_a_balancer_share_what_comes() -> None:
    assert not is_found(polls(20_000, api(), api(name="Other")))
    assert is_found(polls(20_100, api(), api(name="Other")))


def test_the_busiest_time_counts() -> None:
    assert not is_found(polls(9_000, api()))
    slow = Calls(Client("Shop"), one := api(), rate=per_second(1_000))
    assert not is_found(polls(6_000, one, more=(slow,)))
    assert is_found(polls(6_000, one, peak=5, more=(slow,)))


def test_where_other_requests_alone_are_too_much_polls_are_not_to_blame() -> None:
    server = api()
    shop = Calls(Client("Shop"), server, rate=per_second(6_000))
    assert not is_found(polls(1_000, server, more=(shop,)))


def test_who_is_not_counted_waits_for_a_job_under_way_whose_state_a_database_may_not_bear() -> None:
    server, jobs, states = api(per_second(10_000)), Queue("Jobs"), Database("States", max_read_rate=per_second(3_000))
    worker = Worker("Worker", task_duration=minutes(2), max_runtime=minutes(5))
    made = (Publishes(server, jobs, rate=per_second(100)), Consumes(worker, jobs))
    found = finding(polls(None, server, more=(*made, Reads(server, states, per_request=1))), "LT065")
    assert (
        found.message
        == "polls of App, if one waits for each job under way, come to States 6,000 times a second, and States serve 3,000"
    )
    behind = (Reads(server, Cache("Copies", ttl=seconds(5), hit_rate=0.9)), Reads(server, states))
    assert not is_found(polls(None, server, more=(*made, *behind)))
