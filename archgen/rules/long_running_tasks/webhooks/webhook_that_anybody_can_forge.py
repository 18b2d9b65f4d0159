"""A webhook comes to its receiver without anything that tells who sent it.

## Why it matters
The address of a webhook is no secret: it stands in settings, in the logs of every balancer on the way, and with whoever once
worked there. Who knows it can post "job 7 is done, the file is here" or "order 12 was paid", and the receiver acts on it. Of
the bytes alone nobody can tell that they are not the sender's.

## What to do
Sign each one: an HMAC over the time and the raw body, with a secret for each receiver, in a header. The receiver makes the same
before it reads what is in it, compares, and refuses what is older than five minutes. Where many receive and none of them may be
able to sign, take a key pair instead (`signed` asymmetric). It costs less than 0.1 ms.

## When it does not apply
- It is signed, or the endpoint that takes it says that it checks a signature.
- The sender says who it is by other means: a client certificate (`mtls`), a token or a key that only both know.
- Both ends are ours and stand within the same borders.
- It goes from one network of ours to another, it is not said whose the endpoint is, or `auth` is not stated: a warning.
- Neither a signature nor `auth` is stated: that is asked, once of all.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from archgen import (
    Calls,
    Component,
    Design,
    ExternalSystem,
    Group,
    LoadBalancer,
    Notifies,
    Queue,
    Retry,
    Service,
    WebhookEndpoint,
    Worker,
    minutes,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Edit,
    Estimate,
    Fact,
    Interaction,
    Problem,
    Rule,
    Severity,
    Webhook,
    borders,
    crossing,
    does,
    named,
    noun,
    stated,
    webhooks,
)

Signed = Literal["hmac", "asymmetric", "none"]
Auth = Literal["none", "token", "mtls", "signature", "public"]
UNKNOWN_SENDER = (None, "none", "public")
# What says how a report is checked: the endpoint that takes it, else the connection along which it comes.
Check = WebhookEndpoint | Interaction


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    unsaid: list[tuple[Webhook, Fact]] = []
    for hook in webhooks(architecture):
        crossed = _crossed(architecture, hook) if hook.way.auth in UNKNOWN_SENDER else None
        if crossed is None:
            continue
        checks = _checks(hook)
        open_to_all = [one for one in checks if one.signed == "none"]
        if open_to_all:
            yield _problem(hook, open_to_all, *crossed)
        elif hook.way.auth is None and any(one.signed is None for one in checks):
            unsaid.append((hook, crossed[0]))
    if unsaid:
        yield _question(unsaid)


def _checks(hook: Webhook) -> Sequence[Check]:
    saying = [one for one in hook.endpoints if one.signed is not None]
    return saying if saying and len(saying) == len(hook.receivers) else [*saying, hook.way]


def _crossed(architecture: Architecture, hook: Webhook) -> tuple[Fact, bool] | None:
    """What it crosses, and whether that is for certain; an endpoint is there for others, unless one border holds both."""
    crossed = crossing(architecture, hook.way)
    if crossed:
        return Fact(crossed.text, crossed.by, crossed.attribute), crossed.public and crossed.certain
    within = {group for one in hook.senders for group in borders(one)}
    outer = next((one for one in hook.endpoints if not within & set(borders(one))), None)
    return (Fact(f"{does(outer.name, 'is')} there for what other systems report", outer), False) if outer else None


def _problem(hook: Webhook, open_to_all: Sequence[Check], crossed: Fact, certain: bool) -> Problem:
    way = hook.way
    receiver = next((one.name for one in open_to_all if isinstance(one, WebhookEndpoint)), way.target.name)
    return Problem(
        way,
        f"anybody who knows the address of {receiver} can report there what only {way.source.name} may report",
        [*(stated(one, "signed") for one in open_to_all), stated(way, "auth"), crossed],
        f"sign {noun(way)} with an HMAC and a secret for each receiver, and check it before anything is read",
        also=hook.endpoints,
        severity=None if certain and way.auth is not None else Severity.WARNING,
        edits=[Edit(one, "signed", "hmac") for one in open_to_all],
        unsafe=True,
    )


def _question(unsaid: Sequence[tuple[Webhook, Fact]]) -> Problem:
    (first, _), *others = unsaid
    way, more = first.way, f", and of {len(others)} more webhooks" if others else ""
    return Problem(
        way,
        f"it is not said how {does(way.target.name, 'knows')} that it is {way.source.name}, where {named(way)}{more}",
        [fact for hook, crossed in unsaid for fact in (stated(hook.way, "signed"), stated(hook.way, "auth"), crossed)],
        f"state signed of {noun(way)}" + (" and of the others" if others else ""),
        also=[hook.way for hook, _ in others],
        asks=True,
    )


RETRY = Retry(8, backoff="exponential", jitter=True, initial=minutes(1), reason="a partner may be away for hours")


def told(target: Component, signed: Signed | None, auth: Auth | None = None, sender: Component | None = None) -> Design:
    sender = sender or Worker("Sender")
    way = Notifies(
        sender,
        target,
        channel="webhook",
        signed=signed,
        auth=auth,
        event_id=True,
        idempotent=True,
        tls=True,
        retry=RETRY,
        dead_letter=Queue("Undelivered", alarm="ticket"),
    )
    return Design("Notices", [way])


def partner() -> Component:
    return ExternalSystem("Partner", public_endpoint=True)


def reported(signed: Signed | None, checked: Signed | None, auth: Auth | None = "none") -> Design:
    balancer, endpoint = LoadBalancer("Balancer"), WebhookEndpoint("Reports", signed=checked, idempotent=True)
    report = Notifies(ExternalSystem("Bank"), balancer, channel="webhook", signed=signed, auth=auth, tls=True, event_id=True)
    return Design("Payments", [report, Calls(balancer, endpoint, timeout=seconds(5))])


def inside() -> Design:
    group = Group("Own network", boundary="trust_boundary")
    return told(WebhookEndpoint("Builds", group=group), "none", "none", Service("Runner", group=group))


rule = Rule(
    "LT071",
    Severity.ERROR,
    check,
    flagged=[
        lambda: told(partner(), "none", "none"),
        lambda: told(partner(), "none"),
        lambda: told(WebhookEndpoint("Shop", signed="none"), None, "none"),
        lambda: told(partner(), None),
    ],
    accepted=[
        lambda: told(partner(), "hmac"),
        lambda: told(partner(), "asymmetric", "none"),
        lambda: told(partner(), "none", "mtls"),
        lambda: told(WebhookEndpoint("Shop", signed="hmac"), None),
        lambda: reported(None, "hmac", "mtls"),
        inside,
    ],
    see=["webhook-signature", "webhook-callback", "unauthenticated-crossing"],
)
