"""Something has to arrive, or in order, and is sent by a transport that promises neither.

## Why it matters
UDP sends a packet and forgets it. On a good line one in a thousand is lost, on a train one in twenty, and what is sent while a
phone changes masts is gone altogether. Packets overtake one another too. For a position or a sound that is right, as the next
one makes up for it; a chat message has no next one.

## What to do
- Use a transport that sends again and keeps order: HTTP, a WebSocket, or a reliable data channel of WebRTC.
- Or confirm and number what is sent, and send again what is not confirmed: state that it is `acknowledged`.

## When it does not apply
- Neither delivery nor order is required of it.
- It carries what the next one replaces: sound, pictures, positions, measurements.
- The transport sends again what was lost (`reliable`), as QUIC does over UDP.
- It is not between a client and us, or it is a look-up of names or addresses, which is asked again.
- It is a warning where it is not stated whether what arrives is confirmed.
"""

from collections.abc import Iterator
from typing import Literal

from archgen import (
    Calls,
    Client,
    Connection,
    Consumes,
    Design,
    Dns,
    Publishes,
    Requirements,
    Resumption,
    Retry,
    Service,
    StunServer,
    Topic,
    TurnServer,
    seconds,
)
from archgen.plugin import Architecture, Edit, Estimate, Fact, Interaction, Problem, Rule, Severity, does, noun, stated

REPLACED = ("audio", "video", "screen", "metric", "sensor", "gps", "log", "game_state")
# Look-ups, which whoever asks repeats.
ASKED_AGAIN = (Dns, StunServer, TurnServer)
Payload = Literal["text", "video", "game_state"]


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for connection in architecture.connections(Interaction):
        if _is_lossy(connection) and connection.payload_kind not in REPLACED and _is_of_clients(architecture, connection):
            required = _required(architecture, connection)
            if required and not connection.acknowledged:
                yield _problem(connection, required)


def _is_lossy(connection: Interaction) -> bool:
    reliable = connection.reliable if isinstance(connection, Calls) else None
    return (connection.protocol == "udp" and not reliable) or (connection.protocol == "webrtc" and reliable is False)


def _is_of_clients(architecture: Architecture, connection: Connection) -> bool:
    ends = (*architecture.members(connection.source), *architecture.members(connection.target))
    return any(isinstance(end, Client) for end in ends) and not any(isinstance(end, ASKED_AGAIN) for end in ends)


def _required(architecture: Architecture, connection: Interaction) -> Fact | None:
    needs = architecture.design.requirements
    by = needs if connection.delivery is None else connection
    if by.delivery in ("at_least_once", "exactly_once"):
        return stated(by, "delivery")
    by = needs if connection.ordering is None else connection
    return stated(by, "ordering") if by.ordering in ("per_key", "total") and not connection.reordered else None


def _problem(connection: Interaction, required: Fact) -> Problem:
    reliable = [stated(connection, "reliable")] if isinstance(connection, Calls) else []
    sent = f"what {does(connection.source.name, 'sends')} to {connection.target.name}"
    return Problem(
        connection,
        f"{sent} may be lost or overtaken on the way, and must not be",
        [stated(connection, "protocol"), required, stated(connection, "acknowledged"), *reliable],
        f"use a transport that sends again what was lost, or confirm what is sent and state {noun(connection)} as acknowledged",
        severity=None if connection.acknowledged is False else Severity.WARNING,
        edits=[Edit(connection, "acknowledged", True)],
        unsafe=True,
    )


def chat(
    protocol: Literal["udp", "http", "webrtc"],
    acknowledged: bool | None,
    needs: Requirements,
    *,
    payload: Payload | None = "text",
    reliable: bool | None = None,
) -> Design:
    send = Calls(
        Client("Phone"), Service("Chat"), protocol=protocol, acknowledged=acknowledged, payload_kind=payload, reliable=reliable
    )
    return Design("Chat", [send], requirements=needs)


def measured() -> Design:
    """Between our own machines, where what is lost is measured again."""
    return Design("Metrics", [Calls(Service("API"), Service("Metrics"), protocol="udp", timeout=None)], requirements=ARRIVES)


ARRIVES, IN_ORDER = Requirements(delivery="at_least_once"), Requirements(ordering="per_key")


def over_a_socket() -> Design:
    gateway, messages = Service("Chat"), Topic("Messages", replicas=3)
    socket = Calls(
        Client("Phone"),
        gateway,
        protocol="websocket",
        heartbeat_interval=seconds(20),
        reconnect=Retry(backoff="exponential", jitter=True, initial=seconds(1)),
        resume=Resumption("sequence"),
    )
    return Design("Chat", [socket, Publishes(gateway, messages), Consumes(gateway, messages)], requirements=ARRIVES)


def looked_up() -> Design:
    return Design("Site", [Calls(Client("Browser"), Dns("DNS"), protocol="udp")], requirements=ARRIVES)


rule = Rule(
    "RT085",
    Severity.ERROR,
    check,
    flagged=[
        lambda: chat("udp", False, ARRIVES),
        lambda: chat("udp", None, ARRIVES),
        lambda: chat("udp", False, IN_ORDER),
    ],
    accepted=[
        over_a_socket,
        lambda: chat("http", None, ARRIVES),
        lambda: chat("udp", True, ARRIVES),
        lambda: chat("udp", None, ARRIVES, payload="game_state"),
        lambda: chat("udp", None, ARRIVES, reliable=True),
        lambda: chat("udp", False, Requirements(delivery="at_most_once")),
        measured,
        looked_up,
    ],
    see=["tcp-transport", "udp-transport", "websocket", "repeated-update-that-is-not-recognised"],
)
