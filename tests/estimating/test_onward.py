"""What a component passes on."""

import pytest

from archgen import (
    Cache,
    Calls,
    Cdn,
    Client,
    Connection,
    Consumes,
    Database,
    Group,
    LoadBalancer,
    Log,
    ObjectStore,
    Publishes,
    Queue,
    Reads,
    Scheduler,
    Service,
    Topic,
    Uploads,
    Worker,
    Writes,
    days,
    per_second,
    seconds,
)
from tests.estimating.numbers import numbers, shown


def arriving(target: Service | LoadBalancer | Topic | Queue, rate: float = 100) -> Connection:
    return Calls(Client("App"), target, rate=per_second(rate))


def test_a_request_sets_off_as_many_as_it_is_stated_to() -> None:
    api = Service("API")
    derived = numbers(arriving(api), Reads(api, Database("Store"), per_request=2.5))
    assert shown(derived, "api-reads-store", "rate") == ("250/s", "100/s × 2.5 a request")


def test_a_request_sets_off_one_where_nothing_is_stated_and_that_is_said() -> None:
    api = Service("API")
    rate = numbers(arriving(api), Writes(api, Database("Store"))).of("api-writes-store", "rate")
    assert rate is not None
    assert rate.derivation.assumptions == ("API writes Store once a request, as per_request is not stated",)


def test_a_schedule_sets_off_a_whole_rush_at_each_start() -> None:
    nightly, planner, due, mails = Scheduler("Nightly", interval=days(1)), Worker("Planner"), Queue("Due"), Queue("Mails")
    start, plan = Calls(nightly, planner), Publishes(planner, due, burst_size=86_400)
    derived = numbers(start, plan, Publishes(nightly, mails, burst_size=43_200))
    assert shown(derived, "nightly-publishes-mails", "rate") == ("0.5/s", "43,200 every 1 d by Nightly")
    assert shown(derived, "planner-publishes-due", "rate") == ("1/s", "1/day × 86,400 a request")
    rate = derived.of("planner-publishes-due", "rate")
    assert rate is not None
    assert rate.derivation.assumptions == (
        "Planner publishes Due 86,400 times a request, its burst_size, as per_request is not stated",
    )


def test_a_rush_is_no_rate_where_it_is_not_set_off_by_schedules_alone() -> None:
    planner, due = Worker("Planner"), Queue("Due")
    start, plan = Calls(Scheduler("Nightly", interval=days(1)), planner), Publishes(planner, due, burst_size=86_400)
    derived = numbers(start, Calls(Client("Clerk"), planner, rate=per_second(1)), plan)
    assert shown(derived, "planner-publishes-due", "rate") == ("1/s", "(1/day + 1/s) × 1 a request")
    own = Publishes(planner, due, burst_size=86_400, per_request=10)
    assert shown(numbers(start, own), "planner-publishes-due", "rate") == ("10/day", "1/day × 10 a request")


def test_a_balancer_splits_what_no_rate_is_stated_for() -> None:
    edge = LoadBalancer("Edge")
    derived = numbers(
        arriving(edge), Calls(edge, Service("A"), rate=per_second(40)), Calls(edge, Service("B")), Calls(edge, Service("C"))
    )
    assert shown(derived, "edge-calls-b", "rate") == ("30/s", "(100/s - 40/s stated) / 2 targets")
    assert shown(derived, "edge-calls-c", "rate") == ("30/s", "(100/s - 40/s stated) / 2 targets")


def test_a_balancer_with_one_target_passes_on_the_sum() -> None:
    edge = LoadBalancer("Edge")
    ask, tell = Calls(Client("App"), edge, rate=per_second(20)), Calls(Client("Phone"), edge, rate=per_second(50))
    derived = numbers(ask, tell, Calls(edge, Service("API")))
    assert shown(derived, "edge-calls-api", "rate") == ("70/s", "20/s + 50/s")


def test_a_balancer_passes_polls_on_and_does_not_poll_itself() -> None:
    edge, api = LoadBalancer("Edge"), Service("API")
    poll = Calls(Client("App", devices=50), edge, protocol="poll", poll_interval=seconds(5))
    derived = numbers(poll, Calls(edge, api, protocol="poll", poll_interval=seconds(5)))
    assert shown(derived, "edge-calls-api", "rate") == ("10/s", "10/s")


def test_a_topic_delivers_to_every_replica_of_a_service() -> None:
    news = Topic("News")
    derived = numbers(arriving(news), Consumes(Service("Gateway", replicas=12), news))
    assert shown(derived, "gateway-consumes-news", "rate") == ("1,200/s", "100/s × 12 replicas")


def test_the_replicas_of_a_worker_share_the_messages_of_a_topic() -> None:
    news = Topic("News")
    derived = numbers(arriving(news), Consumes(Worker("Index", replicas=4), news))
    assert shown(derived, "index-consumes-news", "rate") == ("100/s", "100/s")


def test_a_stated_fan_out_goes_before_the_replicas() -> None:
    news = Topic("News")
    derived = numbers(arriving(news), Consumes(Service("Gateway", replicas=12), news, fan_out=3))
    assert shown(derived, "gateway-consumes-news", "rate") == ("300/s", "100/s × fan-out 3")


def test_a_server_polls_with_every_replica() -> None:
    derived = numbers(Reads(Service("Gateway", replicas=12), Database("Store"), poll_interval=seconds(2)))
    assert shown(derived, "gateway-reads-store", "rate") == ("6/s", "12 replicas / 2 s")


@pytest.mark.parametrize(("hit_rate", "expected"), [(0.75, ("25/s", "100/s × (1 - 0.75)")), (None, None)])
def test_a_store_behind_a_cache_sees_the_misses_if_they_are_known(
    hit_rate: float | None, expected: tuple[str, str] | None
) -> None:
    api, cache, store = Service("API"), Cache("Cache", hit_rate=hit_rate), Database("Store")
    aside = numbers(arriving(api), Reads(api, cache), Reads(api, store))
    through = numbers(arriving(api), Reads(api, cache), Reads(cache, store))
    assert shown(aside, "api-reads-store", "rate") == expected
    assert shown(through, "cache-reads-store", "rate") == expected


def test_what_is_read_from_a_store_does_not_set_off_what_follows_its_changes() -> None:
    api, store = Service("API"), Database("Store")
    derived = numbers(
        arriving(api), Writes(api, store, per_request=0.5), Reads(api, store, per_request=9), Consumes(Worker("Index"), store)
    )
    assert shown(derived, "index-consumes-store", "rate") == ("50/s", "50/s × 1 a request")


def test_a_balancer_gives_each_protocol_to_those_that_speak_it() -> None:
    app, edge = Client("App"), LoadBalancer("Edge")
    bid = Calls(app, edge, "bid", protocol="http", rate=per_second(300))
    watch = Calls(app, edge, "watch", protocol="sse")
    bids, streams = Service("Bids"), Service("Streams")
    derived = numbers(bid, watch, Calls(edge, bids, protocol="http"), Calls(edge, streams, protocol="sse"))
    assert shown(derived, "edge-calls-bids", "rate") == ("300/s", "300/s")
    assert shown(derived, "edge-calls-streams", "rate") is None


def test_every_group_of_consumers_reads_the_whole_log() -> None:
    api, events = Service("API"), Log("Events")
    derived = numbers(
        arriving(api), Publishes(api, events), Consumes(Worker("Adder", replicas=4), events), Consumes(Worker("Mailer"), events)
    )
    assert shown(derived, "adder-consumes-events", "rate") == ("100/s", "100/s, each message once")
    assert shown(derived, "mailer-consumes-events", "rate") == ("100/s", "100/s, each message once")


TIER = Group("Tier")
ONE, TWO, STORE = Service("One", group=TIER), Service("Two", group=TIER), Database("Store")


def test_what_comes_to_a_group_is_spread_evenly_over_it() -> None:
    desk = Calls(Client("Desk"), TWO, rate=per_second(5))
    derived = numbers(Calls(Client("App"), TIER, rate=per_second(90)), Reads(ONE, STORE), desk)
    assert shown(derived, "one", "requests") == ("45/s", "45/s App calls Tier")
    assert shown(derived, "two", "requests") == ("50/s", "45/s App calls Tier + 5/s Desk calls Two")
    assert shown(derived, "one-reads-store", "rate") == ("45/s", "45/s × 1 a request")


def test_what_leaves_a_group_is_set_off_by_what_comes_to_its_members() -> None:
    derived = numbers(arriving(ONE), Calls(Client("Desk"), TWO, rate=per_second(100)), Reads(TIER, STORE, per_request=2))
    assert shown(derived, "tier-reads-store", "rate") == ("400/s", "(100/s + 100/s) × 2 a request")


def test_clients_of_a_group_send_together() -> None:
    people, api = Group("People"), Service("API")
    phone, browser = Client("Phone", devices=30, group=people), Client("Browser", devices=10, group=people)
    derived = numbers(Calls(people, api, protocol="poll", poll_interval=seconds(2)), phone, browser)
    assert shown(derived, "people-calls-api", "rate") == ("20/s", "15/s + 5/s of People")


def test_an_origin_sees_what_the_copies_near_the_users_do_not_have() -> None:
    cdn, api = Cdn("CDN", hit_rate=0.95), Service("API")
    derived = numbers(Calls(Client("App"), cdn, rate=per_second(1_000)), Calls(cdn, api))
    assert shown(derived, "cdn-calls-api", "rate") == ("50/s", "1,000/s × (1 - 0.95)")


def test_what_is_written_through_copies_near_the_users_all_passes() -> None:
    cdn, files = Cdn("CDN", hit_rate=0.95), ObjectStore("Files")
    derived = numbers(Uploads(Client("App"), cdn, rate=per_second(10)), Uploads(cdn, files))
    assert shown(derived, "cdn-uploads_to-files", "rate") == ("10/s", "10/s × 1 a request")


def test_a_cache_behind_a_cache_sees_its_misses() -> None:
    near, far, store = Cache("Near", hit_rate=0.8), Cache("Far", hit_rate=0.75), Database("Store")
    derived = numbers(Reads(Client("App"), near, rate=per_second(1_000)), Reads(near, far), Reads(far, store))
    assert shown(derived, "near-reads-far", "rate") == ("200/s", "1,000/s × (1 - 0.8)")
    assert shown(derived, "far-reads-store", "rate") == ("50/s", "200/s × (1 - 0.75)")
