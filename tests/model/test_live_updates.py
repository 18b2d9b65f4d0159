"""What a design says of the updates that clients get."""

from typing import Any

import pytest

from archgen import (
    Calls,
    Client,
    Connection,
    Database,
    Design,
    Pushes,
    Reads,
    Requirements,
    Resumption,
    Retry,
    Service,
    milliseconds,
    per_second,
    seconds,
)
from archgen.model.architecture import Architecture
from archgen.model.link import link
from archgen.model.live_updates import (
    asks_how_far,
    goes_on,
    is_poll,
    looks,
    looks_after_a_job,
    needing,
    reconnecting,
    resumed,
    round_trip,
    sends,
    trip,
    updates,
)

APP, FEED = Client("App"), Service("Feed")


def linked(*parts: Connection, needs: Requirements | None = None) -> Architecture:
    return link(Design("D", list(parts), requirements=needs or Requirements()))


def test_what_a_connection_needs_goes_before_what_the_design_needs() -> None:
    own = Requirements(latency_budget=seconds(1))
    first, other = Calls(APP, FEED, requirements=own), Calls(APP, FEED, id="other")
    architecture = linked(first, other, needs=Requirements(latency_budget=seconds(5), round_trip=milliseconds(80)))
    assert needing(architecture, first, "latency_budget") is own
    assert needing(architecture, first, "round_trip") is architecture.design.requirements
    assert needing(architecture, other, "latency_budget") is architecture.design.requirements


@pytest.mark.parametrize(
    ("connection", "polls"),
    [
        (Calls(APP, FEED, protocol="poll"), True),
        (Calls(APP, FEED, poll_interval=seconds(1)), True),
        (Reads(FEED, Database("Store"), poll_interval=seconds(1)), True),
        (Calls(APP, FEED, protocol="long_poll"), False),
        (Reads(FEED, Database("Store")), False),
    ],
)
def test_what_asks_again_and_again_is_a_poll(connection: Connection, polls: bool) -> None:
    assert is_poll(connection) == polls


def test_the_round_trip_of_the_call_goes_before_the_one_required() -> None:
    needs = Requirements(round_trip=milliseconds(80))
    own, other = Calls(APP, FEED, round_trip=milliseconds(20)), Calls(APP, FEED)
    assert round_trip(linked(own, needs=needs), own) == (milliseconds(20), own)
    assert round_trip(linked(other, needs=needs), other) == (milliseconds(80), needs)
    assert round_trip(linked(other), other)[0] is None


def test_updates_are_stated_by_the_call_or_by_what_is_pushed() -> None:
    call, push = Calls(APP, FEED, protocol="websocket"), Pushes(FEED, APP, update_rate=per_second(2))
    assert updates(linked(call, push), call) == (per_second(2), push)
    assert updates(linked(call), call) == (None, call)
    stating = Calls(APP, FEED, update_rate=per_second(3))
    assert updates(linked(stating, push), stating) == (per_second(3), stating)


def test_a_client_goes_on_by_a_number_or_a_cursor() -> None:
    call = Calls(APP, FEED, protocol="websocket")
    push = Pushes(FEED, APP, resume=Resumption("sequence"))
    assert resumed(linked(call), call) == (None, call, "resume")
    assert resumed(linked(call, push), call) == (push.resume, push, "resume")
    asking = Calls(APP, FEED, protocol="long_poll", cursor="sequence")
    assert resumed(linked(asking), asking) == (True, asking, "cursor")
    refusing = Calls(APP, FEED, protocol="websocket", resume=False)
    assert resumed(linked(refusing, push), refusing) == (False, refusing, "resume")
    assert [goes_on(one) for one in (Resumption("sequence"), True, Resumption("none"), False, None)] == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_a_connection_is_made_anew_as_it_says_or_as_a_failed_call_is() -> None:
    again = Retry(backoff="exponential")
    assert reconnecting(Calls(APP, FEED, retry=again)) == (again, "retry")
    assert reconnecting(Calls(APP, FEED, retry=again, reconnect=False)) == (False, "reconnect")
    assert reconnecting(Calls(APP, FEED)) == (None, "reconnect")


@pytest.mark.parametrize(
    ("client", "call", "needs", "rate"),
    [
        ({}, {"send_rate": per_second(2), "bidirectional": False}, {"client_sends": "never"}, 2),
        ({"send_rate": per_second(2)}, {"bidirectional": False}, {}, 0),
        ({"send_rate": per_second(2)}, {}, {"client_sends": "never"}, 2),
        ({}, {}, {"client_sends": "never"}, 0),
        ({}, {"bidirectional": True}, {"client_sends": "rarely"}, None),
    ],
)
def test_what_clients_send_is_said_by_the_call_the_client_or_the_design(
    client: dict[str, Any], call: dict[str, Any], needs: dict[str, Any], rate: float | None
) -> None:
    first = Calls(Client("Phone", **client), FEED, protocol="websocket", **call)
    found, fact = sends(linked(first, needs=Requirements(**needs)), first)
    assert (found, fact is None) == (rate, rate is None)


@pytest.mark.parametrize(
    ("purpose", "protocol", "looking", "after_a_job", "asking"),
    [
        ("status", None, True, True, True),
        ("progress", "sse", True, True, True),
        ("poll", None, True, False, True),
        (None, "long_poll", False, False, True),
        (None, "http", False, False, False),
        ("submit", "poll", False, False, False),
    ],
)
def test_what_only_looks_is_told_by_what_it_is_for(
    purpose: str | None, protocol: str | None, looking: bool, after_a_job: bool, asking: bool
) -> None:
    call = Calls(Client("App"), Service("API"), purpose=purpose, protocol=protocol)  # type: ignore[arg-type]
    assert (looks(call), looks_after_a_job(call), asks_how_far(call)) == (looking, after_a_job, asking)


def test_a_trip_is_stated_or_assumed() -> None:
    call = Calls(Client("App"), Service("API"), round_trip=milliseconds(40))
    unsaid = Calls(Client("App"), Service("API"))
    known = trip(link(Design("News", [call])), call, seconds(1))
    assert (known.time, known.assumed) == (milliseconds(40), False)
    found = trip(link(Design("News", [unsaid])), unsaid, seconds(1))
    assert (found.time, found.assumed, found.fact.text) == (seconds(1), True, "no round trip is stated: 1 s are assumed")
