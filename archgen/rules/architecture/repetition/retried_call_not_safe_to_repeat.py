"""A call is tried again though doing it twice does more than doing it once.

## Why it matters
When a call times out its caller knows one thing: that no answer came. The request may be lost, the other side may still be at it,
or it was done and the answer was lost. In the last two cases another attempt charges a second time, sends a second mail, adds
twice. If one call in a thousand times out after it was done, 100 calls a second are 8,640 doubled effects a day.

## What to do
- Send a key that stays the same for every attempt and let the other side take each key once: state it as `idempotency`. Most
  payment providers accept such a key.
- Or make the change one that may be repeated: set a value instead of adding to it, insert under an id that the caller chose, or
  write only if the version is still the one that was read.
- Or do not try again: give the call a timeout, and look afterwards what became of it.

## When it does not apply
- It is safe: `idempotent` of the connection or the other side, a key, a `version_check`, a guard, a delete or upsert, a receiver
  that drops what it has seen.
- It reads. Asking again does no harm. Nor does a connection that stays open, which is made anew.
- A webhook carries no id, or whoever gets it is stated not to look for that: `repeated-webhook-that-looks-new` says so.
- Only failures are tried again in which nothing was sent, such as a refused connection: its `retry_on` says so.
- Whether it is safe is not stated: for writes, charges and messages, calls of services that make some, and calls of systems of
  others that do not say what they provide, that is asked.
"""

from collections.abc import Collection, Iterator
from typing import Literal

from archgen import (
    Calls,
    Client,
    Component,
    Consumes,
    Database,
    Design,
    ExternalSystem,
    IdempotencyKey,
    Notifies,
    Publishes,
    Queue,
    Reads,
    Retry,
    Service,
    VersionCheck,
    Worker,
    Writes,
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
    agreeing,
    does,
    is_repeatable,
    listed,
    named,
    noun,
    remembered,
    retried,
    stated,
    webhooks,
)

ACTS = ("payment", "email", "sms", "push")
REPEATABLE = ("upsert", "delete")
THRICE = Retry(3)
# Failures before anything was sent.
UNSENT = {"connect", "connection refused", "connection_refused", "dns", "no route"}


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for one in retried(architecture):
        call = one.way
        concerned = isinstance(call, (Calls, Writes, Notifies)) and call not in _told(architecture)
        if concerned and not _is_unsent(one.retry) and not _is_safe(architecture, call):
            if call.idempotent is False:
                yield _problem(call)
            elif _acts(architecture, call):
                yield _question(architecture, call)


def _is_unsent(retry: Retry) -> bool:
    """Whether only such failures are tried again in which nothing arrived."""
    return bool(retry.retry_on) and {one.lower() for one in retry.retry_on or ()} <= UNSENT


@remembered
def _told(architecture: Architecture) -> Collection[Interaction]:
    """Webhooks of which another rule says that who gets them cannot tell the second from the first, or does not."""
    return {hook.way for hook in webhooks(architecture) if _looks_new(hook)}


def _looks_new(hook: Webhook) -> bool:
    deaf = any(getattr(one, "idempotent", None) is False for one in hook.receivers)
    return deaf or bool(hook.on_ids(says=False) and not hook.on_ids(says=True))


def _is_safe(architecture: Architecture, call: Interaction) -> bool:
    by_itself = is_repeatable(call)
    by_target = all(getattr(end, "idempotent", None) for end in architecture.members(call.target))
    return bool(by_itself or by_target or (isinstance(call, Writes) and _is_repeatable(call)))


def _is_repeatable(write: Writes) -> bool:
    conditional = write.version_check or write.guarded or write.lease
    return bool(conditional or write.operation_kind in REPEATABLE or write.form == "absolute")


def _acts(architecture: Architecture, call: Interaction) -> bool:
    """Whether something changes by it: a write, a charge, a message, or a call of a service that makes one of these. What others
    run may, as long as it is not said what it provides.
    """
    if not isinstance(call, Calls):
        return True
    return any(
        _is_acting(end) or _may_act(end) or end in _making_changes(architecture) for end in architecture.members(call.target)
    )


def _is_acting(end: Component) -> bool:
    return isinstance(end, ExternalSystem) and end.provides in ACTS


def _may_act(end: Component) -> bool:
    return isinstance(end, ExternalSystem) and end.provides is None


@remembered
def _making_changes(architecture: Architecture) -> Collection[Component]:
    """What writes, tells, or has others act."""
    changing = (
        one
        for one in architecture.connections()
        if isinstance(one, (Writes, Publishes, Notifies)) or (isinstance(one.target, Component) and _is_acting(one.target))
    )
    return {member for one in changing for member in architecture.members(one.origin)}


def _problem(call: Interaction) -> Problem:
    return Problem(
        call,
        f"{does(call.source.name, 'tries')} {call.target.name} again when the first attempt may have worked, and it is not "
        "safe to repeat",
        [stated(call, "retry"), stated(call, "idempotent")],
        f"send a key with {noun(call)} and state it as idempotency, or do not try again",
        edits=[Edit(call, "retry", False)],
        unsafe=True,
    )


def _question(architecture: Architecture, call: Interaction) -> Problem:
    unknown = [end for end in architecture.members(call.target) if isinstance(call, Calls) and _may_act(end)]
    changes = [stated(end, "provides") for end in unknown] or [Fact(f"{named(call)}: something is changed by it", call)]
    names = [end.name for end in unknown]
    provide = "provide" if len(names) > 1 else agreeing(names[0], "provides") if names else ""
    says = f", or what {listed(names)} {provide}" if names else ""
    return Problem(
        call,
        f"{does(call.source.name, 'tries')} {call.target.name} again after a failure, and it is not said whether twice does harm",
        [stated(call, "retry"), stated(call, "idempotent"), *changes],
        f"state idempotent of {noun(call)}, or as idempotency the key that makes a second attempt harmless{says}",
        asks=True,
    )


def charge(
    safe: bool | None,
    retry: Retry | Literal[False] = THRICE,
    *,
    key: IdempotencyKey | None = None,
    provider: bool | None = None,
    provides: Literal["payment", "maps"] | None = "payment",
) -> Design:
    bank = ExternalSystem("Bank", provides=provides, idempotent=provider)
    pay = Calls(Service("Shop"), bank, timeout=seconds(3), retry=retry, idempotent=safe, idempotency=key)
    return Design("Charge", [Calls(Client("App"), pay.source), pay])


def stock(safe: bool | None, kind: Literal["decrement", "upsert"] | None = None, check: VersionCheck | None = None) -> Design:
    shop, store = Service("Shop"), Database("Stock")
    write = Writes(shop, store, retry=THRICE, idempotent=safe, operation_kind=kind, version_check=check)
    return Design("Stock", [write, Reads(shop, Database("Prices"), retry=THRICE)])


def submit(*, acting: bool) -> Design:
    app, api = Client("App"), Service("API")
    jobs, states = Queue("Jobs", dead_letter=Queue("Failed")), Database("Jobs")
    own = [Publishes(api, jobs), Consumes(Worker("Worker"), jobs)] if acting else [Reads(api, states)]
    return Design("Jobs", [Calls(app, api, retry=THRICE), *own])


rule = Rule(
    "AR031",
    Severity.ERROR,
    check,
    flagged=[
        lambda: charge(False),
        lambda: charge(None),
        lambda: charge(None, provides=None),
        lambda: stock(False),
        lambda: stock(None, "decrement"),
        lambda: submit(acting=True),
    ],
    accepted=[
        lambda: charge(True),
        lambda: charge(False, False),
        lambda: charge(None, key=IdempotencyKey("order id", made_by="client")),
        lambda: charge(None, provider=True),
        lambda: charge(None, Retry(3, retry_on=["connection refused"])),
        lambda: stock(None, check=VersionCheck()),
        lambda: stock(None, "upsert"),
        lambda: submit(acting=False),
    ],
    see=["retries-at-several-layers", "side-effect-without-idempotency"],
)
