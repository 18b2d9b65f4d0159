"""Designs in a line or two, of which one has a fault and its neighbour has not."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from archgen import Calls, Client, Component, Connection, Consumes, Design, Publishes, Requirements, Service, Topic, seconds

MakesDesign = Callable[[], Design]


@dataclass(frozen=True)
class Pair:
    """A rule, a design that it must find fault with, and one that it must not."""

    code: str
    bad: MakesDesign
    good: MakesDesign


def made(*parts: Connection | Component, **needs: Any) -> Design:
    """A design of these parts that must do this."""
    return Design("Design", list(parts), requirements=Requirements(**needs))


def to(target: Component, protocol: Any = "websocket", *, client: Client | None = None, **more: Any) -> Calls:
    """The call of a client."""
    return Calls(client or Client("Client"), target, protocol=protocol, **more)


def polls(pause: float, target: Component | None = None, **more: Any) -> Calls:
    """A client that asks again and again."""
    return to(target or Service("API"), "poll", poll_interval=seconds(pause), **more)


def behind(hop: Any, protocol: Any = "websocket", *, server: Service | None = None, **more: Any) -> list[Connection]:
    """A client, something on the way, and the server behind it."""
    return [to(hop, protocol, **more), Calls(hop, server or Service("Server"), protocol=protocol)]


def told(server: Service) -> list[Connection]:
    """How updates come to a server: over a topic."""
    topic = Topic("News", replicas=3)
    return [Publishes(Service("Source"), topic), Consumes(server, topic)]
