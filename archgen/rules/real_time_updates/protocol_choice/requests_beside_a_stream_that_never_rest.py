"""Clients listen to an event stream and at the same time send a request every second or more.

## Why it matters
Twenty moves a second as requests are twenty times a kilobyte of headers for a few bytes each, twenty looks at a token, twenty
lines in a log; and over one connection of HTTP/1.1 they wait for one another. For what is rare the two channels are the simpler
way; for what never rests, one that is open in both directions costs a few bytes a message.

## What to do
Use one WebSocket for both directions, with what it takes: a heartbeat, a reconnect, a way to go on. Or gather what clients
send, and post it once a second.

## When it does not apply
- A client sends less than once a second, or as often as the option `often` says.
- The two lead to different places: what is sent is another matter then, such as measurements.
- How often each client sends is not stated, for the call or by its rate and the number of devices.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from archgen import Calls, Client, Design, LoadBalancer, Rate, Service, per_second, seconds
from archgen.plugin import Architecture, Estimate, Fact, Problem, Rule, Severity, each_of, number, onward_calls, stated

USUAL = per_second(1)


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    often: Rate = USUAL
    """From how many requests a second of each client on one socket is the cheaper way. Tool default."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    ways = onward_calls(architecture)
    for client in architecture.components(Client):
        calls = list(architecture.out_of(client, Calls))
        streams = {ways.last(call): call for call in calls if call.protocol == "sse"}
        for call in calls if streams else ():
            stream = streams.get(ways.last(call)) if call.protocol in ("http", "grpc") else None
            rate, fact = _rate(client, call)
            if stream and rate is not None and fact and rate >= options.often:
                yield _problem(client, call, stream, rate, fact)


def _rate(client: Client, call: Calls) -> tuple[Rate | None, Fact | None]:
    """How many a second each client sends."""
    if call.send_rate is not None:
        return call.send_rate, stated(call, "send_rate")
    if call.rate is not None and client.devices:
        return Rate(call.rate / client.devices), stated(call, "rate")
    return None, None


def _many(rate: Rate) -> str:
    return "a request" if rate == 1 else f"{number(rate)} requests"


def _problem(client: Client, call: Calls, stream: Calls, rate: Rate, fact: Fact) -> Problem:
    return Problem(
        call,
        f"{each_of(client.name)} sends {_many(rate)} a second to {call.target.name} beside the stream that it listens to",
        [fact, stated(stream, "protocol")],
        "use one WebSocket for both directions, or gather what is sent",
        also=[stream],
    )


def game(
    rate: Rate | None, *, devices: int | None = None, total: Rate | None = None, elsewhere: bool = False, balanced: bool = False
) -> Design:
    player, server = Client("Player", devices=devices), Service("Game")
    edge = LoadBalancer("Edge", layer=7, response_buffering=False)
    there = Service("Metrics") if elsewhere else edge if balanced else server
    listen = Calls(player, edge if balanced else server, "listen", protocol="sse", heartbeat_interval=seconds(20))
    move = Calls(player, there, "move", protocol="http", send_rate=rate, rate=total)
    return Design("Game", [listen, move, *([Calls(edge, server)] if balanced else [])])


Protocol = Literal["websocket"]


def socket() -> Design:
    move = Calls(
        Client("Player"), Service("Game"), protocol="websocket", heartbeat_interval=seconds(20), send_rate=per_second(20)
    )
    return Design("Game", [move])


rule = Rule(
    "RT016",
    Severity.INFO,
    check,
    flagged=[
        lambda: game(per_second(20)),
        lambda: game(per_second(1), balanced=True),
        lambda: game(None, devices=1_000, total=per_second(20_000)),
    ],
    accepted=[
        socket,
        lambda: game(per_second(0.5)),
        lambda: game(per_second(20), elsewhere=True),
        lambda: game(None, devices=1_000, total=per_second(100)),
        lambda: game(None),
    ],
    see=["sse-plus-http-post", "websocket", "update-batching", "websocket-for-rare-messages"],
    options=Options,
)
