"""The steps of a walkthrough take longer, one after another, than the whole may take.

## Why it matters
Times on one path add up. Four calls of 80 ms that wait for one another are 320 ms, however quick each of them is, and a target of
200 ms cannot be met by any tuning of one of them that leaves the others as they are. On a diagram the steps look alike; the sum
shows which of them to take off the path.

## What to do
- Ask at once what does not depend on one another, and state that the service does so (`fetched_in_parallel`): then the longest
  counts, not the sum.
- Take off the path what the answer does not need: publish it, and answer.
- Ask once for many instead of many times for one. Keep what seldom changes near by.
- Or require what the steps give.

## When it does not apply
- Steps state no time: they count as none, so that what is found can only be worse in truth.
- The time of a call and that of the calls within it are not added: the longer of the two counts.
- What goes on behind a broker, or after the answer, counts towards `latency_budget` alone, and that only where it is stated for
  the walkthrough itself, or where its last step reaches a client.
- Times are those that are usual. Where their sum is below what is required of the slowest hundredth, nothing is said, though
  there may still be trouble.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from archgen import (
    Calls,
    Client,
    Consumes,
    Database,
    Design,
    Publishes,
    Pushes,
    Reads,
    Requirements,
    Service,
    Step,
    Topic,
    Walkthrough,
    milliseconds,
)
from archgen.plugin import Architecture, Estimate, Fact, Problem, Rule, Severity, WalkTime, readable, stated, walk_time

# The loosest first: what exceeds that one exceeds all others.
ANSWERS = ("latency_p99", "latency_p95", "latency_p50")


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for walkthrough in architecture.design.walkthroughs:
        if walkthrough.steps:
            time = walk_time(architecture, walkthrough)
            answer = _exceeded(architecture, walkthrough, time)
            budget = _over_budget(architecture, walkthrough, time)
            if answer:
                yield _problem(walkthrough, time.answered, time.answered_facts, *answer)
            elif budget:
                yield _problem(walkthrough, time.total, time.facts, *budget)


def _exceeded(architecture: Architecture, walkthrough: Walkthrough, time: WalkTime) -> tuple[Requirements, str] | None:
    """Its own requirements where it has some; those of the design where a client waits for the answer."""
    own, whole = walkthrough.requirements, architecture.design.requirements
    by_client = isinstance(walkthrough.steps[0].along.source, Client)
    for name in ANSWERS:
        needs = own if own and getattr(own, name) is not None else whole if by_client else None
        limit = getattr(needs, name) if needs else None
        if needs and limit is not None and time.answered > limit:
            return needs, name
    return None


def _over_budget(architecture: Architecture, walkthrough: Walkthrough, time: WalkTime) -> tuple[Requirements, str] | None:
    own, whole, last = walkthrough.requirements, architecture.design.requirements, walkthrough.steps[-1]
    reached = last.along.origin if last.back else last.along.destination
    needs = own if own and own.latency_budget is not None else whole if isinstance(reached, Client) else None
    if needs and needs.latency_budget is not None and time.total > needs.latency_budget:
        return needs, "latency_budget"
    return None


def _problem(walkthrough: Walkthrough, takes: timedelta, facts: Sequence[Fact], needs: Requirements, name: str) -> Problem:
    parts = [fact.part for fact in facts if fact.part is not None and not isinstance(fact.part, Requirements)]
    return Problem(
        walkthrough.steps[0].along,
        f'"{walkthrough.name}" takes at least {readable(takes)}, and {name} is {readable(getattr(needs, name))}',
        [*facts, stated(needs, name)],
        "ask at once what does not depend on one another, or take off the path what the answer does not need",
        also=list(dict.fromkeys(parts)),
    )


def page(latency: timedelta | None, *each: timedelta, parallel: bool | None = None, hop: timedelta | None = None) -> Design:
    """A page that is put together from several services, one after another."""
    site = Service("Site", fetched_in_parallel=parallel)
    show = Calls(Client("Browser"), site, latency=hop)
    asks = [Calls(site, Service(f"Part {index}"), latency=one) for index, one in enumerate(each, 1)]
    steps = [Step(show), *(step for ask in asks for step in (Step(ask), Step(ask, back=True)))]
    return Design(
        "Page", [show, *asks], requirements=Requirements(latency_p99=latency), walkthroughs=[Walkthrough("Show", steps)]
    )


def nested(outer: timedelta, inner: timedelta, read: timedelta) -> Design:
    """Each call within the one before it: what the outer one states may hold the inner ones."""
    app, api, store = Client("App"), Service("API", task_duration=inner), Database("Store", latency=read)
    ask, look = Calls(app, api, latency=outer), Reads(api, store)
    walk = Walkthrough("Ask", [Step(ask), Step(look)], requirements=Requirements(latency_p50=milliseconds(100)))
    return Design("Nested", [ask, look], walkthroughs=[walk])


def news(budget: timedelta, *, to_client: bool = True, answer: timedelta | None = None) -> Design:
    """What somebody writes, shown to somebody else: what happens behind the topic takes its time as well."""
    writer, desk, topic, gateway = Client("Writer"), Service("Desk"), Topic("News", replicas=3), Service("Gateway")
    send = Calls(writer, desk, latency=milliseconds(100))
    publish = Publishes(desk, topic, latency=milliseconds(20))
    take, show = Consumes(gateway, topic, latency=milliseconds(300)), Pushes(gateway, Client("Reader"), latency=milliseconds(100))
    steps = [Step(send), Step(publish), Step(take), *([Step(show)] if to_client else [])]
    needs = Requirements(latency_budget=budget, latency_p99=answer)
    return Design("News", [send, publish, take, show], requirements=needs, walkthroughs=[Walkthrough("Tell", steps)])


rule = Rule(
    "AR024",
    Severity.WARNING,
    check,
    flagged=[
        lambda: page(milliseconds(200), milliseconds(80), milliseconds(80), milliseconds(80)),
        lambda: page(milliseconds(200), milliseconds(50), hop=milliseconds(250)),
        lambda: nested(milliseconds(20), milliseconds(30), milliseconds(120)),
        lambda: news(milliseconds(400)),
    ],
    accepted=[
        lambda: page(milliseconds(200), milliseconds(80), milliseconds(80)),
        lambda: page(milliseconds(200), milliseconds(80), milliseconds(80), milliseconds(80), parallel=True),
        lambda: page(milliseconds(200), milliseconds(150), hop=milliseconds(190)),
        lambda: page(None, milliseconds(800), milliseconds(800)),
        lambda: nested(milliseconds(90), milliseconds(80), milliseconds(70)),
        lambda: news(milliseconds(500)),
        lambda: news(milliseconds(400), to_client=False),
        lambda: news(milliseconds(500), answer=milliseconds(120)),
    ],
    see=["call-that-outlasts-its-caller", "timeout-shorter-than-the-answer-takes"],
)
