"""A webhook goes to a browser, a phone or a machine behind a firewall, where nobody answers.

## Why it matters
A webhook is a request to an address. A page in a browser has none, a phone changes its own on every journey and sleeps most of
the time, and what stands behind a router of a home or an office can call out and not be called. It is not that some of these
calls fail: all of them do, each after all its attempts, and end among the dead letters.

## What to do
- A page or an app that is open: let it ask every few seconds, or hold an event stream open, which the client begins.
- An app that is closed: send a push notification by the provider of the platform, and let the app fetch the rest.
- A person who has left: a mail with a link.
- Webhooks are for servers that have an address, of which `public_endpoint` says so.

## When it does not apply
- The notice is no webhook: a push, a mail, a message in the app.
- A desktop or a device is stated to be reachable (it is not `behind_nat`).
- It is not stated what a client runs on, or whether a desktop or a device can be reached: that is a warning.
- It is not stated of a system of others whether it can be called.
"""

from collections.abc import Iterator
from typing import Literal

from archgen import Client, Component, Design, ExternalSystem, Notifies, Queue, Retry, Service, hours, minutes, seconds
from archgen.plugin import (
    Architecture,
    Estimate,
    Fact,
    Interaction,
    Problem,
    Rule,
    Severity,
    agreeing,
    does,
    is_webhook,
    stated,
)

NEVER = ("web", "mobile")


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for way in architecture.connections(Interaction):
        if is_webhook(way):
            found = (one for end in architecture.members(way.target) for one in _unreachable(end))
            worst = sorted(found, key=lambda one: not one[2])
            if worst:
                yield _problem(way, *worst[0])


def _unreachable(end: Component) -> Iterator[tuple[Component, Fact, bool]]:
    """With what says that it cannot be called, and whether that is certain."""
    if isinstance(end, ExternalSystem) and end.public_endpoint is False:
        yield end, stated(end, "public_endpoint"), True
    elif isinstance(end, Client):
        if end.behind_nat:
            yield end, stated(end, "behind_nat"), True
        elif end.platform in NEVER:
            yield end, stated(end, "platform"), True
        elif end.behind_nat is None:
            yield end, stated(end, "behind_nat"), False


def _problem(way: Interaction, end: Component, fact: Fact, certain: bool) -> Problem:
    by = "channel" if isinstance(way, Notifies) and way.channel == "webhook" else "purpose"
    kind = {"web": "a browser", "mobile": "a phone"}.get((isinstance(end, Client) and end.platform) or "")
    cannot = f"{kind} cannot" if kind else agreeing(end.name, "it cannot")
    why = f"{cannot} be called" if certain else f"it is not said that a webhook can reach {agreeing(end.name, 'it')} there"
    return Problem(
        way,
        f"{does(way.source.name, 'calls')} {end.name} by a webhook, and {why}",
        [stated(way, by), fact],
        f"let {end.name} ask or hold a stream open, or tell people by a push or mail"
        if isinstance(end, Client)
        else f"let {end.name} ask for what {agreeing(end.name, 'it waits')} for",
        also=[end],
        severity=None if certain else Severity.WARNING,
    )


Platform = Literal["web", "mobile", "desktop", "device"]


def told(end: Component, channel: Literal["webhook", "push"] | None = "webhook") -> Design:
    again = Retry(8, backoff="exponential", jitter=True, initial=minutes(1), max_interval=hours(8), reason="away for a night")
    tell = Notifies(
        Service("Sender"),
        end,
        channel=channel,
        signed="hmac",
        event_id=True,
        tls=True,
        retry=again,
        idempotent=True,
        dead_letter=Queue("Undelivered", alarm="ticket"),
        timeout=seconds(5),
    )
    return Design("Reports", [tell])


def client(platform: Platform | None, *, hidden: bool | None = None) -> Client:
    return Client("App", platform=platform, behind_nat=hidden)


rule = Rule(
    "LT069",
    Severity.ERROR,
    check,
    flagged=[
        lambda: told(client("mobile")),
        lambda: told(client("web")),
        lambda: told(client(None, hidden=True)),
        lambda: told(ExternalSystem("Partner", public_endpoint=False, idempotent=True)),
        lambda: told(client("desktop")),
        lambda: told(client(None)),
    ],
    accepted=[
        lambda: told(client("mobile"), "push"),
        lambda: told(client("device", hidden=False)),
        lambda: told(ExternalSystem("Partner", public_endpoint=True, idempotent=True)),
        lambda: told(ExternalSystem("Partner", idempotent=True)),
        lambda: told(client("web"), None),
    ],
    see=["webhook-callback", "polling-notification", "sse-progress", "email-notification"],
)
