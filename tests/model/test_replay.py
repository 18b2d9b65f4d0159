"""What a server can send again to a client that was away."""

import pytest

from archgen import (
    Cache,
    Calls,
    Client,
    Connection,
    Consumes,
    Database,
    Design,
    Log,
    Queue,
    Reads,
    Requirements,
    Resumption,
    Service,
    Topic,
    Writes,
    days,
)
from archgen.model.architecture import Architecture
from archgen.model.link import link
from archgen.model.replay import promised, replay_logs, replayed, replays
from archgen.plugin import Store

APP, SERVER, STORE, LOG = Client("App"), Service("Feed"), Database("Store"), Log("Log")
FIRST = Calls(APP, SERVER, protocol="sse")


def linked(*parts: Connection) -> Architecture:
    return link(Design("D", [FIRST, *parts]))


@pytest.mark.parametrize(
    ("part", "can"),
    [
        (Reads(SERVER, STORE), True),
        (Reads(SERVER, Cache("Recent")), True),
        (Consumes(SERVER, LOG), True),
        (Calls(SERVER, Service("History")), True),
        (Consumes(SERVER, Topic("Topic")), False),
        (Consumes(SERVER, Topic("Topic", retention=days(1))), True),
        (Consumes(SERVER, Queue("Queue", durable=True)), True),
        (Consumes(SERVER, Queue("Queue")), False),
        (Writes(SERVER, STORE), False),
        (Calls(Service("Source"), SERVER), False),
    ],
)
def test_a_server_sends_again_what_it_can_ask_for(part: Connection, can: bool) -> None:
    assert replays(linked(part), SERVER) == can


def test_a_kind_may_be_asked_for() -> None:
    architecture = linked(Consumes(SERVER, LOG))
    assert replays(architecture, SERVER, Log)
    assert not replays(architecture, SERVER, Store)


def test_the_log_that_is_said_to_hold_it_goes_before_those_that_are_read() -> None:
    other = Log("Other")
    architecture = linked(Consumes(SERVER, LOG))
    assert replay_logs(architecture, SERVER, Resumption("sequence")) == [LOG]
    assert replay_logs(architecture, SERVER, Resumption("sequence", state_kept_in=other)) == [other]
    assert replay_logs(architecture, SERVER, Resumption("sequence", state_kept_in=STORE)) == []


@pytest.mark.parametrize(
    ("own", "required", "promises"),
    [
        (None, None, False),
        (None, "at_least_once", True),
        ("at_most_once", "at_least_once", False),
        ("exactly_once", None, True),
        (None, "at_most_once", False),
    ],
)
def test_the_call_or_the_design_promises_that_updates_arrive(own: str | None, required: str | None, promises: bool) -> None:
    first = Calls(APP, SERVER, protocol="sse", delivery=own)  # type: ignore[arg-type]
    needs = Requirements(delivery=required)  # type: ignore[arg-type]
    assert (promised(link(Design("D", [first], requirements=needs)), first) is not None) == promises


def test_logs_are_replayed_to_clients_that_say_where_they_were() -> None:
    again = Calls(APP, SERVER, protocol="sse", resume=Resumption("last_event_id"))
    assert replayed(link(Design("Feed", [again, Consumes(SERVER, LOG)]))) == {LOG: again}
    assert not replayed(link(Design("Feed", [FIRST, Consumes(SERVER, LOG)])))
