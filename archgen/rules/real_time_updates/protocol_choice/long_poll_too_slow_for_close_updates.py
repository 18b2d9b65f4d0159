"""Updates follow one another so closely that a long poll brings the second one too late.

## Why it matters
A long poll brings one answer. What happens while that answer is on its way has nobody to be sent to: it waits until the answer
has arrived, the client has asked again and that request has come in, and then travels itself. With a round trip of 200 ms and
updates 10 ms apart the second waits 290 ms: three trips one way, less the 10 ms. Each further one in the burst that misses the
next answer waits as long again.

Be careful with the arithmetic: a common example takes 100 ms as the round trip and then counts it for each single trip. With a
round trip of 100 ms the second update is 140 ms late, not 290.

## What to do
Stream, over server-sent events or a WebSocket: what is written leaves at once. Where it has to be long polls, let the server
put all that is there into each answer, and state a budget that allows for three trips one way.

## When it does not apply
- The shortest time between two updates is a round trip or more: the next request is then there before the next update.
- A client keeps two polls open at a time (`streams_per_client`): one of them is always there.
- Budget or gap are not stated. Where the round trip is not, 100 ms are assumed, and the finding is a thought, at info; the
  option `assumed-round-trip` is another time to assume.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from archgen import Calls, Client, Design, Requirements, Service, milliseconds, seconds
from archgen.plugin import (
    USUAL_TRIP,
    Architecture,
    Duration,
    Estimate,
    Fact,
    Problem,
    Rule,
    Severity,
    first_calls,
    needing,
    readable,
    stated,
    trip,
)

LONG_TRIP = milliseconds(200)
# One way there with the answer, back with the next request, there with what waited.
TRIPS = 1.5


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    assumed_round_trip: Duration = USUAL_TRIP
    """The time from client to server and back, where it is not stated. Tool default: 100 ms, as on a mobile network."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    for first in first_calls(architecture, "long_poll"):
        needs, spaced = needing(architecture, first, "latency_budget"), needing(architecture, first, "update_gap")
        gap, budget = spaced.update_gap, needs.latency_budget
        way = trip(architecture, first, options.assumed_round_trip)
        alone = first.streams_per_client is None or first.streams_per_client < 2
        if gap is not None and budget is not None and alone and gap < way.time and TRIPS * way.time - gap > budget:
            facts = [stated(spaced, "update_gap"), way.fact, stated(needs, "latency_budget")]
            yield _problem(first, TRIPS * way.time - gap, budget, facts, assumed=way.assumed)


def _problem(first: Calls, late: timedelta, budget: timedelta, facts: list[Fact], *, assumed: bool) -> Problem:
    return Problem(
        first,
        f"an update that follows closely on another reaches {first.source.name} {readable(late)} late, and"
        f" {readable(budget)} are allowed",
        facts,
        "stream, over server-sent events or a WebSocket",
        severity=Severity.INFO if assumed else None,
    )


def prices(
    budget: timedelta | None, gap: timedelta | None, trip: timedelta | None = LONG_TRIP, polls: int | None = None
) -> Design:
    ask = Calls(Client("App"), Service("Prices"), protocol="long_poll", hold_timeout=seconds(25), streams_per_client=polls)
    return Design("Prices", [ask], requirements=Requirements(latency_budget=budget, update_gap=gap, round_trip=trip))


rule = Rule(
    "RT005",
    Severity.WARNING,
    check,
    flagged=[
        lambda: prices(milliseconds(120), milliseconds(10)),
        lambda: prices(milliseconds(289), milliseconds(10)),
        lambda: prices(milliseconds(120), milliseconds(10), None),
    ],
    accepted=[
        lambda: prices(milliseconds(500), milliseconds(10)),
        lambda: prices(milliseconds(290), milliseconds(10)),
        lambda: prices(milliseconds(120), milliseconds(200)),
        lambda: prices(milliseconds(120), milliseconds(10), milliseconds(80)),
        lambda: prices(milliseconds(120), milliseconds(10), polls=2),
        lambda: prices(milliseconds(120), None),
        lambda: prices(None, milliseconds(10)),
    ],
    see=["long-polling", "server-sent-events", "long-poll-for-frequent-updates"],
    options=Options,
)
