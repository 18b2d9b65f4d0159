"""A webhook is sent again when its answer got lost, and the receiver takes it for another event.

## Why it matters
The receiver got the report, did what it says, and its answer was lost, or came after 10 s where the sender waits for 5. The
sender cannot know and sends it again. If nothing in it says "the same as before", or nobody looks at that, an order is paid
for twice, a parcel is sent twice, a credit is booked twice. Where one answer in a thousand is late, 2 reports a second make
173 such mistakes a day.

## What to do
Give each event an id that stays the same for all attempts and for each replay, and state it as `event_id`. The receiver
inserts the id into a table before it acts, with a unique key, so that the second insert fails, answers 200 then, and does
nothing. It keeps ids for longer than anybody tries again, 30 days say.

## When it does not apply
- Twice does no more than once: `idempotent` of the connection or of the receiver, a key (`idempotency`), a receiver that drops
  what it has seen; or an endpoint that only hands on to workers that are idempotent.
- It is sent once, and no queue hands it out again. What others send is taken to come again unless it says that it does not.
- Neither an id nor what twice does is stated: that is asked, once of all, unless AR031 asks it.
- It carries an id, and it is another's business whether it looks at it.
"""

from collections.abc import Iterator, Sequence

from archgen import (
    Component,
    Consumes,
    Design,
    Event,
    ExternalSystem,
    Notifies,
    Publishes,
    Queue,
    Retry,
    WebhookEndpoint,
    Worker,
    hours,
    minutes,
)
from archgen.plugin import (
    Architecture,
    Estimate,
    Fact,
    Problem,
    Rule,
    Severity,
    TakenWork,
    Webhook,
    agreeing,
    does,
    is_repeatable,
    named,
    noun,
    stated,
    webhooks,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    unsaid: list[Webhook] = []
    for hook in webhooks(architecture):
        careless = [one for one in hook.receivers if not _counts_once(architecture, one)]
        if is_repeatable(hook.way) or not _comes_again(hook) or not careless:
            continue
        deaf = [one for one in careless if getattr(one, "idempotent", None) is False]
        denied, carried = hook.on_ids(says=False), hook.on_ids(says=True)
        if deaf:
            yield _counted_twice(hook, deaf[0])
        elif denied and not carried:
            yield _looks_new(hook, [stated(one, "event_id") for one in denied])
        elif hook.way.retry is None and not (carried and hook.is_ours):
            unsaid.append(hook)
    if unsaid:
        yield _question(unsaid)


def _comes_again(hook: Webhook) -> bool:
    return bool(hook.comes_again) if hook.is_ours else hook.comes_again is not False


def _counts_once(architecture: Architecture, receiver: Component) -> bool:
    if getattr(receiver, "idempotent", None):
        return True
    onwards = list(architecture.out_of(receiver)) if isinstance(receiver, WebhookEndpoint) else []
    return bool(onwards) and all(_is_taken_once(architecture, way.target) for way in onwards)


def _is_taken_once(architecture: Architecture, target: object) -> bool:
    takers = TakenWork.by_queue(architecture).get(target, ()) if isinstance(target, Queue) else ()
    return bool(takers) and all(is_repeatable(one.worker) for one in takers)


def _counted_twice(hook: Webhook, deaf: Component) -> Problem:
    way = hook.way
    return Problem(
        way,
        f"{does(deaf.name, 'gets')} a report of {way.source.name} again when {agreeing(deaf.name, 'its')} answer was lost, "
        f"and {agreeing(deaf.name, 'acts')} a second time",
        [stated(deaf, "idempotent"), *_tried(hook)],
        f"let {deaf.name} note the id of each event before {agreeing(deaf.name, 'it acts')}, "
        "and do nothing where the id is there already",
        also=[deaf],
    )


def _looks_new(hook: Webhook, denied: Sequence[Fact]) -> Problem:
    way = hook.way
    return Problem(
        way,
        f"a report of {way.source.name} that is sent again looks to {way.target.name} like another event: it carries no id",
        [*denied, *_tried(hook)],
        "give each event an id that stays the same for all its attempts, so that the receiver can tell",
        also=hook.receivers,
    )


def _tried(hook: Webhook) -> Iterator[Fact]:
    if hook.way.retry or not hook.handed_out_again:
        yield stated(hook.way, "retry")
    yield from (
        Fact(f"{named(one)}, and {agreeing(one.source.name, 'gets')} again what failed", one) for one in hook.handed_out_again
    )


def _question(unsaid: Sequence[Webhook]) -> Problem:
    first, *others = (hook.way for hook in unsaid)
    more = f", and of {len(others)} more webhooks" if others else ""
    return Problem(
        first,
        f"it is not said what tells a report that {does(first.source.name, 'sends')} again from a new one, "
        f"where {named(first)}{more}",
        [
            *(fact for one in unsaid for fact in _tried(one)),
            *(stated(one, "idempotent") for hook in unsaid for one in (hook.way, *hook.endpoints)),
        ],
        f"state of {noun(first)} whether they carry an event_id, and of the receiver whether it is idempotent",
        also=others,
        asks=True,
    )


EIGHT = Retry(8, backoff="exponential", jitter=True, initial=minutes(1), max_interval=hours(8), reason="away for a night")


def notices(
    event_id: bool | None, once: bool | None, *, retry: Retry | None = EIGHT, safe: bool | None = None, fed: bool = False
) -> Design:
    sender, partner = Worker("Sender", idempotent=True), ExternalSystem("Partner", idempotent=once)
    undelivered = Queue("Undelivered", alarm="ticket")
    tell = Notifies(
        sender,
        partner,
        channel="webhook",
        signed="hmac",
        event_id=event_id,
        idempotent=safe,
        retry=retry,
        dead_letter=undelivered,
        tls=True,
    )
    queue = Queue("Notices", dead_letter=undelivered, max_receives=4)
    return Design("Notices", [*([Consumes(sender, queue), Publishes(Worker("Renderer"), queue)] if fed else []), tell])


def reports(once: bool | None, *, careful: bool | None = None, data: Event | None = None) -> Design:
    bank, endpoint = ExternalSystem("Bank"), WebhookEndpoint("Reports", signed="hmac", idempotent=once)
    queue, worker = Queue("Paid orders", dead_letter=Queue("Dead orders"), max_receives=5), Worker("Clerk", idempotent=careful)
    report = Notifies(bank, endpoint, channel="webhook", signed="hmac", tls=True, data=[data] if data else None)
    return Design("Payments", [report, Publishes(endpoint, queue), Consumes(worker, queue)])


rule = Rule(
    "LT074",
    Severity.WARNING,
    check,
    flagged=[
        lambda: notices(False, None),
        lambda: notices(True, False),
        lambda: reports(False),
        lambda: reports(None, data=Event("Paid", event_id=False)),
        lambda: reports(None),
        lambda: notices(None, None, retry=None, fed=True),
    ],
    accepted=[
        lambda: notices(True, None),
        lambda: notices(None, True),
        lambda: notices(False, None, safe=True),
        lambda: notices(False, None, retry=Retry(1)),
        lambda: reports(True),
        lambda: reports(False, careful=True),
    ],
    see=["webhook-idempotency", "idempotency-key", "retried-call-not-safe-to-repeat"],
)
