"""Bytes a second."""

from archgen import (
    Calls,
    Client,
    Downloads,
    Entity,
    Group,
    ObjectStore,
    Reads,
    Requirements,
    Service,
    Uploads,
    kilobytes,
    megabytes,
    per_second,
)
from tests.estimating.numbers import numbers, shown

APP, API, FILES = Client("App"), Service("API"), ObjectStore("Files")


def test_what_is_proxied_is_received_and_sent() -> None:
    upload = Uploads(APP, API, rate=per_second(2), payload=megabytes(500))
    derived = numbers(upload, Uploads(API, FILES, payload=megabytes(500)), requirements=Requirements(peak_factor=2))
    assert shown(derived, "app-uploads_to-api", "bandwidth") == ("1 GB/s", "2/s × 500 MB")
    assert shown(derived, "app-uploads_to-api", "peak_bandwidth") == ("2 GB/s", "4/s × 500 MB")
    assert shown(derived, "api", "received") == ("1 GB/s", "1 GB/s")
    assert shown(derived, "api", "sent") == ("1 GB/s", "1 GB/s")


def test_what_is_fetched_is_sent_by_what_is_asked() -> None:
    derived = numbers(Downloads(APP, FILES, rate=per_second(3), payload=kilobytes(10)))
    assert shown(derived, "files", "sent") == ("30 kB/s", "30 kB/s")
    assert shown(derived, "app", "received") == ("30 kB/s", "30 kB/s")
    assert shown(derived, "files", "received") is None


def test_one_thing_at_a_time_is_moved_where_one_is_named() -> None:
    film = Entity("Film", item_size=kilobytes(2))
    derived = numbers(Downloads(APP, FILES, rate=per_second(3), data=[film]), Reads(APP, API, rate=per_second(3), data=[film]))
    passing = derived.of("app-downloads_from-files", "bandwidth")
    assert passing is not None
    assert (str(passing), passing.assumptions) == ("6 kB/s", ("one Film at a time passes from App to Files",))
    assert shown(derived, "app-reads-api", "bandwidth") is None


def test_servers_of_a_group_send_alike() -> None:
    tier = Group("Tier")
    parts = [Service(name, group=tier, replicas=2, bandwidth=megabytes(5)) for name in ("One", "Two")]
    derived = numbers(*parts, Uploads(tier, FILES, rate=per_second(4), payload=megabytes(1)))
    assert shown(derived, "one", "sent") == ("2 MB/s", "2 MB/s")
    assert shown(derived, "one", "bandwidth_used") == ("0.2", "2 MB/s / (2 × 5 MB/s)")


def test_servers_of_a_group_send_as_requests_come_to_them() -> None:
    tier = Group("Tier")
    one, two = Service("One", group=tier), Service("Two", group=tier)
    parts = [Calls(APP, one, rate=per_second(90)), Calls(APP, two, rate=per_second(10))]
    derived = numbers(*parts, Uploads(tier, FILES, per_request=1, payload=megabytes(1)))
    assert shown(derived, "one", "sent") == ("90 MB/s", "90 MB/s")
    assert shown(derived, "two", "sent") == ("10 MB/s", "10 MB/s")


def test_nothing_passes_where_no_rate_is_known() -> None:
    assert shown(numbers(Calls(APP, API, payload=megabytes(1))), "api", "received") is None
