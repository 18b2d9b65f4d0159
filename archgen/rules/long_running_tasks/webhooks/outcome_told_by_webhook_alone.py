"""A caller submits work and learns by a webhook alone how it ended.

## Why it matters
Webhooks fail in ways that neither side sees: an address that was mistyped, a firewall that was changed, a certificate that
ran out, a release of the receiver that answers 200 and drops the body. All attempts end, the notice lies among the dead
letters of the sender, and the caller has nothing to ask with. It submits again, which makes the work a second time, or it
writes a mail.

## What to do
Keep an address for the state of a job as well, such as GET /jobs/7. Callers ask there for what is late, or once an hour for
all that is open: that costs a thousandth of what polling would, and mends whatever the webhooks missed. Draw it, with what it
reads.

## When it does not apply
- The receiver asks for the state, or makes any other call, from which it could learn it; or it reads, takes or downloads
  something.
- It is told by another way too, such as a mail.
- It is not said that the receiver submits anything (`purpose` submit, or an answer of 202): then it is told of what others
  did.
- What is sent is another's.
"""

from collections.abc import Iterator
from typing import Literal

from archgen import (
    Calls,
    Component,
    Consumes,
    Database,
    Design,
    Downloads,
    ExternalSystem,
    Notifies,
    ObjectStore,
    Publishes,
    Pushes,
    Queue,
    Reads,
    Retry,
    Service,
    Worker,
    hours,
    minutes,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Estimate,
    Fact,
    Interaction,
    Problem,
    Rule,
    Severity,
    Webhook,
    agreeing,
    does,
    stated,
    webhooks,
)

ACCEPTED = 202


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    hooks = [one for one in webhooks(architecture) if one.is_ours]
    ways, submitted = {one.way for one in hooks}, dict[Component, Calls | None]()
    for hook in hooks:
        for receiver in hook.receivers:
            if receiver not in submitted:
                submitted[receiver] = _only_submits(architecture, receiver, ways)
                submit = submitted[receiver]
                if submit:
                    yield _problem(hook, receiver, submit)


def _only_submits(architecture: Architecture, receiver: Component, hooks: set[Interaction]) -> Calls | None:
    """The call by which it submits work, where it has no other way to learn anything of us."""
    submit = None
    for way in architecture.out_of(receiver):
        if not isinstance(way, Calls) or not (way.purpose == "submit" or way.response_status == ACCEPTED):
            return None
        submit = submit or way
    told = (way for way in architecture.into(receiver) if isinstance(way, (Notifies, Pushes, Consumes, Downloads)))
    return None if any(way not in hooks for way in told) else submit


def _problem(hook: Webhook, receiver: Component, submit: Calls) -> Problem:
    name, its = receiver.name, agreeing(receiver.name, "its")
    return Problem(
        hook.way,
        f"{does(name, 'hears')} by {hook.way.source.name} alone how {its} work ended, and {agreeing(name, 'has')} nothing to ask "
        "where that call fails",
        [
            stated(submit, "purpose"),
            Fact(f"{name}: {agreeing(name, 'it makes')} no other call, and nothing else tells {agreeing(name, 'it')}", receiver),
        ],
        f"let {name} ask {submit.target.name} for the state of {its} job as well",
        also=[receiver, submit],
    )


EIGHT = Retry(8, backoff="exponential", jitter=True, initial=minutes(1), max_interval=hours(8), reason="away for a night")
Back = Literal["status", "mail", "download"]


def reports(back: Back | None, *, submits: bool = True, status: int | None = None) -> Design:
    partner, api, states = ExternalSystem("Partner", idempotent=True), Service("API", returns_job_id=True), Database("Job states")
    queue, sender = Queue("Notices", dead_letter=Queue("Undelivered"), max_receives=8), Worker("Sender", task="notify")
    submit = Calls(
        partner,
        api,
        purpose="submit" if submits else None,
        response_status=status,
        timeout=seconds(10),
        idempotent=True,
        auth="api_key",
    )
    tell = Notifies(
        sender,
        partner,
        channel="webhook",
        signed="hmac",
        event_id=True,
        retry=EIGHT,
        dead_letter=queue.dead_letter,
        idempotent=True,
    )
    ways = {
        "status": Calls(partner, api, "state", purpose="status", timeout=seconds(5), auth="api_key"),
        "mail": Notifies(sender, partner, channel="email", idempotent=True),
        "download": Downloads(partner, ObjectStore("Reports"), auth="signature"),
    }
    more = [ways[back]] if back else []
    return Design("Reports", [submit, Publishes(api, queue), Consumes(sender, queue), tell, Reads(api, states), *more])


rule = Rule(
    "LT075",
    Severity.INFO,
    check,
    flagged=[lambda: reports(None), lambda: reports(None, submits=False, status=202)],
    accepted=[
        lambda: reports("status"),
        lambda: reports("mail"),
        lambda: reports("download"),
        lambda: reports(None, submits=False),
    ],
    see=["webhook-callback", "polling-notification", "submit-and-poll", "job-whose-end-nobody-is-told"],
)
