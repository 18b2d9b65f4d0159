"""What enters a design."""

from archgen import (
    Calls,
    Client,
    Downloads,
    ObjectStore,
    Reads,
    Requirements,
    Scheduler,
    Service,
    Worker,
    Writes,
    minutes,
    per_second,
    seconds,
)
from tests.estimating.numbers import numbers, shown

WRITES = Requirements(write_rate=per_second(4_000))


def test_a_stated_rate_goes_before_all_else() -> None:
    phone = Client("Phone", devices=100, send_rate=per_second(9))
    derived = numbers(Calls(phone, Service("API"), rate=per_second(7)), requirements=WRITES)
    assert shown(derived, "phone-calls-api", "rate") == ("7/s", "stated")


def test_polls_come_once_an_interval_from_every_device() -> None:
    phone = Client("Phone", devices=1_000_000, send_rate=per_second(9))
    derived = numbers(Calls(phone, Service("API"), protocol="poll", poll_interval=seconds(10)))
    assert shown(derived, "phone-calls-api", "rate") == ("100,000/s", "1,000,000 devices / 10 s")


def test_polls_without_known_devices_have_no_rate() -> None:
    derived = numbers(Calls(Client("Phone"), Service("API"), protocol="poll", poll_interval=seconds(10)), requirements=WRITES)
    assert shown(derived, "phone-calls-api", "rate") is None


def test_what_each_device_sends_adds_up() -> None:
    derived = numbers(Calls(Client("Phone", devices=200_000, send_rate=per_second(0.02)), Service("API")))
    assert shown(derived, "phone-calls-api", "rate") == ("4,000/s", "200,000 devices × 0.02/s each")


def test_what_a_device_sends_is_spread_over_the_connections_that_it_sends_by() -> None:
    phone, api = Client("Phone", devices=100, send_rate=per_second(1)), Service("API")
    derived = numbers(Calls(phone, api, protocol="sse"), Calls(phone, api), Writes(phone, api), Reads(phone, api))
    assert shown(derived, "phone-writes-api", "rate") == ("50/s", "100 devices × 1/s each / 2 connections")
    assert shown(derived, "phone-reads-api", "rate") is None
    assert shown(derived, "phone-calls-api", "rate") is None


def test_a_stream_that_clients_listen_to_does_not_make_the_sum_a_lower_bound() -> None:
    phone, api = Client("Phone"), Service("API")
    derived = numbers(Calls(phone, api, protocol="sse"), Calls(phone, api, rate=per_second(5)))
    assert shown(derived, "api", "requests") == ("5/s", "5/s Phone calls API")


def test_required_writes_enter_by_the_only_client() -> None:
    derived = numbers(Calls(Client("Phone"), Service("API")), requirements=WRITES)
    assert shown(derived, "phone-calls-api", "rate") == ("4,000/s", "4,000/s writes required")


def test_required_writes_are_split_by_devices_and_that_is_said() -> None:
    phone, browser, api = Client("Phone", devices=30_000), Client("Browser", devices=10_000), Service("API")
    derived = numbers(Calls(phone, api), Calls(browser, api), requirements=WRITES)
    rate = derived.of("phone-calls-api", "rate")
    assert shown(derived, "phone-calls-api", "rate") == ("3,000/s", "4,000/s writes required × 30,000 / 40,000 devices")
    assert rate is not None
    assert rate.derivation.assumptions == ("what is required is split over the clients by their devices",)


def test_required_writes_are_split_evenly_where_devices_are_not_known() -> None:
    api = Service("API")
    derived = numbers(Calls(Client("Phone"), api), Calls(Client("Browser", devices=10), api), requirements=WRITES)
    assert shown(derived, "phone-calls-api", "rate") == ("2,000/s", "4,000/s writes required / 2 clients")


def test_what_is_stated_is_taken_off_what_is_required() -> None:
    api = Service("API")
    derived = numbers(Calls(Client("Phone"), api), Calls(Client("Browser"), api, rate=per_second(1_000)), requirements=WRITES)
    assert shown(derived, "phone-calls-api", "rate") == ("3,000/s", "(4,000/s writes required - 1,000/s stated)")


def test_required_reads_enter_by_reads_and_writes_by_the_rest() -> None:
    phone, api = Client("Phone"), Service("API")
    needs = Requirements(write_rate=per_second(10), read_rate=per_second(900))
    derived = numbers(Calls(phone, api), Reads(phone, api), requirements=needs)
    assert shown(derived, "phone-calls-api", "rate") == ("10/s", "10/s writes required")
    assert shown(derived, "phone-reads-api", "rate") == ("900/s", "900/s reads required")


def test_what_clients_fetch_is_read() -> None:
    phone = Client("Phone")
    needs = Requirements(write_rate=per_second(10), read_rate=per_second(900))
    derived = numbers(Calls(phone, Service("API")), Downloads(phone, ObjectStore("Films")), requirements=needs)
    assert shown(derived, "phone-calls-api", "rate") == ("10/s", "10/s writes required")
    assert shown(derived, "phone-downloads_from-films", "rate") == ("900/s", "900/s reads required")


def test_required_reads_enter_by_calls_where_no_writes_are_required() -> None:
    derived = numbers(Calls(Client("Phone"), Service("API")), requirements=Requirements(read_rate=per_second(900)))
    assert shown(derived, "phone-calls-api", "rate") == ("900/s", "900/s reads required")


def test_what_each_client_sends_along_a_connection_goes_before_what_it_sends_in_all() -> None:
    phone, api = Client("Phone", devices=100, send_rate=per_second(9)), Service("API")
    derived = numbers(Calls(phone, api, send_rate=per_second(2)), Writes(phone, ObjectStore("Files")))
    assert shown(derived, "phone-calls-api", "rate") == ("200/s", "100 devices × 2/s each")
    assert shown(derived, "phone-writes-files", "rate") == ("900/s", "100 devices × 9/s each")


def test_what_is_sent_anew_after_a_time_comes_once_in_it_from_every_device() -> None:
    phone = Client("Phone", devices=600)
    derived = numbers(Calls(phone, Service("API"), period=minutes(1)))
    assert shown(derived, "phone-calls-api", "rate") == ("10/s", "600 devices / 1 min")


def test_reads_follow_from_writes_where_it_is_known_how_many_there_are_for_one() -> None:
    phone, api, files = Client("Phone"), Service("API"), ObjectStore("Files")
    needs = Requirements(write_rate=per_second(5), read_write_ratio=20)
    derived = numbers(Calls(phone, api), Reads(phone, files), requirements=needs)
    assert shown(derived, "phone-reads-files", "rate") == ("100/s", "100/s reads required")
    assert shown(derived, "phone-calls-api", "rate") == ("5/s", "5/s writes required")


def test_a_schedule_sets_off_what_it_says() -> None:
    derived = numbers(Calls(Scheduler("Nightly", interval=minutes(2)), Worker("Work"), per_request=6))
    assert shown(derived, "nightly-calls-work", "rate") == ("0.05/s", "6 every 2 min by Nightly")
