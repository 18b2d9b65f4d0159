"""Graphs of every shape, for laws that hold for all of them."""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from archgen import (
    Cache,
    Calls,
    Client,
    Component,
    Connection,
    Consumes,
    Database,
    ExternalSystem,
    LoadBalancer,
    Publishes,
    Queue,
    Reads,
    Service,
    Topic,
    Worker,
    Writes,
    per_second,
    seconds,
)
from archgen.vocabulary.components.broker import Broker

KINDS: list[Callable[[str], Component]] = [
    lambda name: Client(name, devices=100, send_rate=per_second(0.5)),
    lambda name: Service(name, replicas=3, capacity=per_second(50), max_connections=100),
    lambda name: Service(name),
    lambda name: LoadBalancer(name),
    lambda name: Queue(name),
    lambda name: Topic(name),
    lambda name: Worker(name, replicas=2, concurrency=2, task_duration=seconds(1)),
    lambda name: Database(name, max_read_rate=per_second(9), max_write_rate=per_second(0)),
    lambda name: Cache(name, hit_rate=0.9),
    lambda name: Cache(name),
    lambda name: ExternalSystem(name, capacity=per_second(0)),
]
Verb = Callable[[Component, Any], Connection]
MESSAGING: list[Verb] = [Publishes, Consumes, lambda source, target: Consumes(source, target, fan_out=2)]
VERBS: list[Verb] = [
    Calls,
    Reads,
    Writes,
    *MESSAGING,
    lambda source, target: Calls(source, target, protocol="websocket"),
    lambda source, target: Calls(source, target, protocol="poll", poll_interval=seconds(5)),
    lambda source, target: Reads(source, target, poll_interval=seconds(0)),
    lambda source, target: Calls(source, target, rate=per_second(40)),
    lambda source, target: Calls(source, target, per_request=0.25),
]


@st.composite
def systems(draw: st.DrawFn) -> list[Connection | Component]:
    """Any graph, with loops, parallel connections and parts that make no sense."""
    kinds = draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=7))
    components = [kind(f"C{index}") for index, kind in enumerate(kinds)]
    ends = st.sampled_from(components)
    drawn = draw(st.lists(st.tuples(st.sampled_from(VERBS), ends, ends), max_size=9))
    edges = [(VERBS[0] if _needs_a_broker(verb, target) else verb, source, target) for verb, source, target in drawn]
    return [*components, *(verb(source, target) for verb, source, target in edges)]


def _needs_a_broker(verb: Verb, target: Component) -> bool:
    """Messages go to and come from what keeps them; anything else is called."""
    return verb in MESSAGING and not isinstance(target, Broker)
