"""Failures that no other attempt can mend are tried again.

## Why it matters
A request that is malformed, forbidden or refused by a rule of the business is so the fifth time, too. Four more attempts with
growing pauses delay the answer by half a minute, load the other side for nothing, and fill the log with what looks like an
outage. A card that was declined and is charged again and again may be blocked by its bank; a wrong password locks an account.

## What to do
Tell failures apart where they happen. What passes (no answer in time, 503, a broken connection, 429 after the pause that it asks
for) is tried again; what stays goes at once to whoever can mend it: back to the caller, or to the dead letters. State the first
as `retry_on` or the second as `never_on`. A bug is of the second kind.

## When it does not apply
- Only failures that pass are tried again, or the others are left out by `never_on`.
- Which failures are tried again is not stated.
- 404 and 409 where what is asked for is only about to be there: name the case in other words, such as `not there yet`.
"""

from collections.abc import Iterator

from archgen import Calls, Design, ExternalSystem, Retry, Worker, minutes, seconds
from archgen.plugin import Architecture, Estimate, Problem, Retried, Rule, Severity, does, listed, retried, stated


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for one in retried(architecture):
        left_out = {name.lower() for name in one.retry.never_on or ()}
        lasting = [name for name in one.lasting if name.lower() not in left_out]
        if lasting:
            yield _problem(one, lasting)


def _problem(one: Retried, lasting: list[str]) -> Problem:
    source, target = one.way.source.name, one.way.target.name
    every = {name.lower() for name in lasting} & {"all", "any", "*", "everything"}
    what = "every failure, also those that stay" if every else f"{listed(lasting)}, which another attempt cannot mend"
    return Problem(
        one.way,
        f"{does(source, 'asks')} {target} again after {what}",
        [stated(one.way, "retry")],
        "state as retry_on only what passes, such as timeout, 503 and network, and hand the rest on at once",
    )


def contacts(on: list[str] | None, *, never: list[str] | None = None, attempts: int = 5) -> Design:
    retry = Retry(attempts, backoff="exponential", jitter=True, max_interval=minutes(1), retry_on=on, never_on=never)
    call = Calls(Worker("Sync", replicas=1), ExternalSystem("CRM"), retry=retry, timeout=seconds(5), idempotent=True)
    return Design("Contacts", [call])


rule = Rule(
    "LT027",
    Severity.WARNING,
    check,
    flagged=[
        lambda: contacts(["all"]),
        lambda: contacts(["timeout", "422"]),
        lambda: contacts(["503", "card_declined", "validation"], attempts=2),
    ],
    accepted=[
        lambda: contacts(["timeout", "503", "network"]),
        lambda: contacts(["all"], never=["400", "422"]),
        lambda: contacts(["429", "500"]),
        lambda: contacts(None),
        lambda: contacts(["all"], attempts=1),
    ],
    see=["error-classification", "dead-letter-queue", "attempts-without-an-end"],
)
