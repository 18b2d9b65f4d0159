"""A client does not open its WebSocket again when it breaks.

## Why it matters
Connections break all day: a tunnel, the change from Wi-Fi to mobile, a laptop that was closed, a server that restarts. An event
source in a browser comes back by itself. A WebSocket does not: it tells the page that it is closed, and that is all. A client
that does nothing then shows the last state it saw, looks sound, and stays that way until somebody reloads the page.

## What to do
Open it again after a pause that grows (1 s, 2 s, 4 s, up to 30 s), varied at random, and without an end while the page is open.
Show that the connection is away once it takes longer than a few seconds. Ask for what was missed before showing what is new.
State it as `reconnect`.

## When it does not apply
- Server-sent events, which the browser opens again after a break, though not after an answer that is an error or a 204; and long
  polls, where the next request does.
- The socket belongs to one exchange that would have to begin anew, such as an answer that is shown while it is written
  (`payload_kind` is `token_stream`).
- What follows a break is not stated: that is asked where breaks are certain, for phones and networks that do not hold, or where
  a `max_offline` says that clients come back.
"""

from collections.abc import Iterator
from typing import Literal

from archgen import Calls, Client, Design, Requirements, Retry, Service, hours, seconds
from archgen.plugin import (
    SPREAD_OUT,
    Architecture,
    Edit,
    Estimate,
    Problem,
    Rule,
    Severity,
    agreeing,
    does,
    first_calls,
    reconnecting,
    stated,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    lasting = (first for first in first_calls(architecture, "websocket") if first.payload_kind != "token_stream")
    for first in lasting:
        again, attribute = reconnecting(first)
        if again is False:
            yield _problem(first, attribute)
        elif again is None and _breaks(architecture, first):
            yield _asked(first)


def _breaks(architecture: Architecture, first: Calls) -> bool:
    """Whether the design says itself that connections break."""
    clients = [one for one in architecture.members(first.source) if isinstance(one, Client)]
    moving = any(one.network == "flaky" or one.platform == "mobile" for one in clients)
    return moving or architecture.design.requirements.max_offline is not None


def _problem(first: Calls, attribute: str) -> Problem:
    who = first.source.name
    goes = agreeing(who, "goes")
    return Problem(
        first,
        f"{does(who, 'does')} not open {agreeing(who, 'its')} WebSocket again when it breaks,"
        f" and {goes} on showing what {agreeing(who, 'it saw')} last",
        [stated(first, attribute), stated(first, "protocol")],
        "open it again after a pause that grows and is varied at random, and state that as its reconnect",
        edits=[Edit(first, "reconnect", SPREAD_OUT)],
        unsafe=True,
    )


def _asked(first: Calls) -> Problem:
    who = first.source.name
    return Problem(
        first,
        f"nothing says what {does(who, 'does')} when {agreeing(who, 'its')} WebSocket breaks;"
        " no browser opens one again by itself",
        [stated(first, "reconnect"), stated(first, "protocol")],
        "open it again after a pause that grows and is varied at random, and state that as its reconnect",
        asks=True,
        edits=[Edit(first, "reconnect", SPREAD_OUT)],
        unsafe=True,
    )


def chat(
    reconnect: Retry | Literal[False] | None,
    protocol: Literal["websocket", "sse"] = "websocket",
    *,
    phone: Client | None = None,
    retry: Retry | Literal[False] | None = None,
    content: Literal["token_stream"] | None = None,
) -> Design:
    first = Calls(
        phone or Client("Phone"),
        Service("Chat"),
        protocol=protocol,
        heartbeat_interval=seconds(20),
        reconnect=reconnect,
        retry=retry,
        payload_kind=content,
    )
    return Design("Chat", [first])


def coming_back() -> Design:
    return Design("Chat", chat(None).parts, requirements=Requirements(max_offline=hours(1)))


rule = Rule(
    "RT032",
    Severity.ERROR,
    check,
    flagged=[
        lambda: chat(False),
        lambda: chat(None, retry=False),
        lambda: chat(None, phone=Client("Phone", network="flaky")),
        coming_back,
    ],
    accepted=[
        lambda: chat(SPREAD_OUT),
        lambda: chat(None),
        lambda: chat(False, "sse"),
        lambda: chat(None, phone=Client("Phone", platform="mobile"), retry=Retry(backoff="exponential", jitter=True)),
        lambda: chat(None, phone=Client("Phone", platform="mobile"), content="token_stream"),
    ],
    see=["client-reconnect", "websocket", "persistent-connection-without-heartbeat", "reconnects-that-come-all-at-once"],
)
