"""A webhook is sent once, or for a shorter time than its receiver may be away.

## Why it matters
Receivers are released, restarted and moved like everything else, and nobody tells the senders. A receiver that is away for 5
min of each day misses one notice in 288. One that is sent once is lost then: the job is done, and the caller waits for a call
that never comes. Five attempts that begin with a pause of a second are over after 15 s, which a restart outlasts.

## What to do
Try again with pauses that double, at random by a part: eight attempts from a minute on last two hours. Let them last longer
than the receiver may be away, and let a queue hold what waits, not a worker. After the last attempt keep what could not be
delivered.

## When it does not apply
- The sender takes what it sends from a queue or log that hands out again what failed.
- What is sent is another's: how a provider tries again is its business.
- Pauses that do not grow are LT023's, attempts without an end LT021's.
- What could not be delivered is kept (`dead_letter`): then it is worth a thought, as people have to send it again.
- How long the receiver may be away is not stated: then nothing is said of how long attempts last.
- What follows a failure is not stated: that is asked, once of all.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Literal

from archgen import (
    Consumes,
    Design,
    ExternalSystem,
    Notifies,
    Publishes,
    Queue,
    Rate,
    Retry,
    Service,
    Worker,
    hours,
    minutes,
    per_second,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Estimate,
    Fact,
    Problem,
    Rule,
    Severity,
    Webhook,
    agreeing,
    derived,
    does,
    named,
    noun,
    number,
    readable,
    stated,
    webhooks,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    unsaid: list[Webhook] = []
    for hook in webhooks(architecture):
        if not hook.is_ours:
            continue
        if hook.comes_again is None:
            unsaid.append(hook)
        elif not hook.comes_again:
            yield _once(hook)
        elif not hook.handed_out_again:
            yield from _too_short(estimate, hook)
    if unsaid:
        yield _question(unsaid)


def _once(hook: Webhook) -> Problem:
    way, kept = hook.way, _kept(hook)
    lost = f"has to be sent again from {kept.name}" if kept else "is lost"
    return Problem(
        way,
        f"what {does(way.source.name, 'has')} to tell {lost} "
        f"where {does(way.target.name, 'is')} away at that moment: it is tried once",
        [stated(way, "retry"), Fact(f"{way.source.name}: no queue hands out again what could not be delivered", way)],
        f"let {way.source.name} try again with pauses that double, for longer than {way.target.name} may be away",
        severity=Severity.INFO if kept else None,
    )


def _kept(hook: Webhook) -> Queue | None:
    """Where what could not be delivered is kept."""
    return (hook.way.dead_letter or None) if isinstance(hook.way, Notifies) else None


def _too_short(estimate: Estimate, hook: Webhook) -> Iterator[Problem]:
    lasts = hook.tries_for
    for receiver in (one for one in hook.receivers if isinstance(one, ExternalSystem)):
        away = receiver.longest_outage
        if away is not None and lasts is not None and lasts < away:
            yield _short(estimate, hook, receiver, lasts, away)


def _short(estimate: Estimate, hook: Webhook, receiver: ExternalSystem, lasts: timedelta, away: timedelta) -> Problem:
    way, kept = hook.way, _kept(hook)
    sent = estimate.of(way, "rate")
    many = f"up to {number(float(f'{sent.value * away.total_seconds():.2g}'))} notices" if sent and sent.value else "all notices"
    left = f"have to be sent again from {kept.name}" if kept else "are lost"
    return Problem(
        way,
        f"{does(way.source.name, 'gives')} up after {readable(lasts)}, "
        f"{receiver.name} may be away for {readable(away)}: {many} {left}",
        [stated(way, "retry"), stated(receiver, "longest_outage"), *([derived(way, sent)] if sent else [])],
        f"let the attempts of {noun(way)} last longer than {readable(away)}, by more of them and by longer pauses",
        also=[receiver],
        severity=Severity.INFO if kept else None,
    )


def _question(unsaid: Sequence[Webhook]) -> Problem:
    first, *others = (hook.way for hook in unsaid)
    more = f", and the same of {len(others)} more webhooks" if others else ""
    return Problem(
        first,
        f"it is not said what follows where {named(first)} and {agreeing(first.source.name, 'gets')} no answer{more}",
        [stated(one, "retry") for one in (first, *others)],
        f"state retry of {noun(first)}: how often it is tried, and with which pauses" + (", and of the others" if others else ""),
        also=others,
        asks=True,
    )


def notices(
    retry: Retry | Literal[False] | None,
    *,
    away: timedelta | None = None,
    kept: Queue | None = None,
    rate: Rate | None = None,
    fed: bool = False,
) -> Design:
    sender, partner = Worker("Sender", idempotent=True), ExternalSystem("Partner", longest_outage=away, idempotent=True)
    tell = Notifies(
        sender, partner, channel="webhook", signed="hmac", event_id=True, retry=retry, dead_letter=kept, rate=rate, tls=True
    )
    queue = Queue("Notices", dead_letter=Queue("Undelivered"), max_receives=8, retry_delay=minutes(5))
    return Design("Notices", [*([Publishes(Service("API"), queue), Consumes(sender, queue)] if fed else []), tell])


def of_others() -> Design:
    report = Notifies(ExternalSystem("Bank"), Service("Reports"), channel="webhook", signed="hmac", retry=False, tls=True)
    return Design("Payments", [report])


def growing(attempts: int, first: timedelta) -> Retry:
    return Retry(attempts, backoff="exponential", jitter=True, initial=first, max_interval=hours(8))


rule = Rule(
    "LT072",
    Severity.WARNING,
    check,
    flagged=[
        lambda: notices(False),
        lambda: notices(Retry(1)),
        lambda: notices(False, kept=Queue("Undelivered", alarm="ticket")),
        lambda: notices(growing(5, seconds(1)), away=hours(1), rate=per_second(2)),
        lambda: notices(growing(5, seconds(1)), away=hours(1), kept=Queue("Undelivered", alarm="ticket")),
        lambda: notices(None),
    ],
    accepted=[
        lambda: notices(growing(8, minutes(1)), away=hours(1), kept=Queue("Undelivered")),
        lambda: notices(growing(5, seconds(1)), kept=Queue("Undelivered")),
        lambda: notices(False, fed=True),
        lambda: notices(None, fed=True),
        of_others,
    ],
    see=["webhook-retry", "exponential-backoff", "undelivered-webhook-that-is-dropped", "attempts-with-pauses-that-do-not-grow"],
    beside=["LT073"],
)
