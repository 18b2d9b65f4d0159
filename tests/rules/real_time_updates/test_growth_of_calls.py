"""Rules on calls between peers, and on streams, take time in proportion to the design where it has those."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache, partial
from itertools import pairwise

import pytest

from archgen import (
    Calls,
    Client,
    Connection,
    Consumes,
    Design,
    Group,
    LoadBalancer,
    Log,
    Requirements,
    Resumption,
    Service,
    SignalingServer,
    days,
    milliseconds,
    per_second,
    seconds,
)
from archgen.estimating.run import estimate
from archgen.loading import library
from archgen.model.architecture import Architecture
from archgen.model.catalogue import Entry
from archgen.model.estimate import Estimate
from archgen.model.link import link
from archgen.model.rule import Rule
from tests.rules.test_growth import MOST, TIMES, steps

SMALL = 30
LIVE = [entry for entry in library.rules() if entry.family == "real_time_updates"]
BY_ID = Resumption("last_event_id")


def ring(size: int) -> Design:
    """Everybody calls the next, and comes to signaling over an entrance of their own to a row of balancers."""
    row, people = [LoadBalancer(f"Hop {n}") for n in range(size)], [Client(f"Person {n}") for n in range(size)]
    parts: list[Connection] = [Calls(*pair) for pair in pairwise(row)]
    parts += [Calls(row[-1], SignalingServer("Signaling"))]
    parts += [Calls(person, hop, protocol="http") for person, hop in zip(people, row, strict=True)]
    parts += [Calls(people[n - 1], people[n], protocol="webrtc") for n in range(size)]
    return Design("Ring", parts, requirements=Requirements(peers_per_call=9))


def listener(size: int) -> Design:
    """One client that listens and asks everywhere."""
    client, parts = Client("Client", devices=100_000), list[Connection]()
    for n in range(size):
        server = Service(f"Server {n}", replicas=2)
        parts += [
            Calls(client, server, id=f"listen_{n}", protocol="sse", resume=BY_ID, update_rate=per_second(1)),
            Calls(client, server, id=f"send_{n}", protocol="http", send_rate=per_second(2)),
            Calls(client, server, id=f"ask_{n}", protocol="poll", poll_interval=seconds(5)),
            Consumes(server, Log(f"Log {n}")),
        ]
    return Design("Listener", parts, requirements=LIVELY)


def crowds(size: int) -> Design:
    """Many clients of many servers, and of one another."""
    people, servers = Group("People"), Group("Servers")
    many = [Client(f"Person {n}", group=people) for n in range(size)]
    tier = [Service(f"Server {n}", group=servers, replicas=2) for n in range(size)]
    calls = [
        Calls(people, servers, id="socket", protocol="websocket", resume=BY_ID),
        Calls(people, servers, id="stream", protocol="sse"),
        Calls(people, servers, id="poll", protocol="poll", poll_interval=seconds(5)),
        Calls(people, people, id="media", protocol="webrtc"),
        Calls(servers, servers, id="among"),
    ]
    return Design("Crowds", [*many, *tier, *calls], requirements=LIVELY)


LIVELY = Requirements(latency_budget=milliseconds(100), delivery="at_least_once", max_offline=days(1))
SHAPES: Mapping[str, Callable[[int], Design]] = {"ring": ring, "listener": listener, "crowds": crowds}


@cache
def sized(shape: str, size: int) -> tuple[Architecture, Estimate]:
    architecture = link(SHAPES[shape](size))
    return architecture, estimate(architecture)


def judged(rule: Entry[Rule], architecture: Architecture, numbers: Estimate) -> None:
    """The rule looks at all of a design."""
    for _ in rule.value.problems(architecture, numbers):
        pass


@pytest.mark.parametrize("rule", LIVE, ids=lambda entry: entry.code)
def test_no_rule_on_live_updates_grows_faster_than_the_calls(rule: Entry[Rule]) -> None:
    grown = {}
    for shape in SHAPES:
        designs = sized(shape, SMALL), sized(shape, SMALL * TIMES)
        for design in designs:
            judged(rule, *design)
        small, large = (steps(partial(judged, rule, replace(one), numbers)) for one, numbers in designs)
        grown[shape] = round(large / (small + 1), 1)
    assert {shape: times for shape, times in grown.items() if times > MOST} == {}
