"""A great many clients ask at a fixed interval, so that those who began together go on asking together.

## Why it matters
Fifty thousand clients that ask every 5 s are ten thousand requests a second on average. They are that only if they are spread
evenly. After a restart, a push notification or the first minute of a match they are not: everybody asks in the same second,
nobody in the next four, and a fixed interval keeps it that way for as long as they stay. Servers are then sized for a peak that
nothing but the clock has made.

## What to do
Let each client vary its pause at random, by a tenth to a fifth: state it as the `poll_jitter`. Spread the first poll over a
whole interval as well. A pause that the server sends along with its answer does the same, and can be made longer while the load
is high.

## When it does not apply
- Fewer than ten thousand clients, or what the option `fewest-clients` says: at an interval of seconds the peak is small.
- How many clients ask, or how often, is not stated.
- Whether the pause varies is not stated: then it is asked.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from archgen import Calls, Client, Design, Requirements, Service, seconds
from archgen.plugin import (
    Architecture,
    Count,
    Edit,
    Estimate,
    Problem,
    Quantity,
    Rule,
    Severity,
    derived,
    does,
    first_calls,
    is_poll,
    number,
    readable,
    stated,
)

JITTER = 0.2


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    fewest_clients: Count = 10_000
    """From how many clients on the pause should vary. Tool default."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    for first in first_calls(architecture):
        pause = first.poll_interval
        load = estimate.of(first, "rate") if pause and is_poll(first) and not first.poll_jitter else None
        if pause and load and round(load.value * pause.total_seconds()) >= options.fewest_clients:
            yield _problem(first, pause, load)


def _problem(first: Calls, pause: timedelta, load: Quantity) -> Problem:
    many = number(round(load.value * pause.total_seconds()))
    asks = first.poll_jitter is None
    exactly, unsaid = ("", ", and nothing says that the pause varies") if asks else (" exactly,", "")
    return Problem(
        first,
        f"{does(first.source.name, 'asks')} every {readable(pause)}{exactly} from {many} devices{unsaid}:"
        f" those that begin together {'may ' if asks else ''}go on asking together",
        [stated(first, "poll_jitter"), stated(first, "poll_interval"), derived(first, load)],
        "vary the pause at random by a fifth, and state that as its poll_jitter",
        asks=asks,
        edits=[Edit(first, "poll_jitter", JITTER)],
        unsafe=True,
    )


def feed(clients: int | None, pause: timedelta | None, jitter: float | None = None) -> Design:
    ask = Calls(Client("App"), Service("Feed"), protocol="poll", poll_interval=pause, poll_jitter=jitter, keep_alive=seconds(60))
    return Design("Feed", [ask], requirements=Requirements(concurrent_clients=clients))


rule = Rule(
    "RT011",
    Severity.INFO,
    check,
    flagged=[
        lambda: feed(50_000, seconds(5), 0),
        lambda: feed(50_000, seconds(5)),
        lambda: feed(10_000, seconds(30)),
    ],
    accepted=[
        lambda: feed(50_000, seconds(5), 0.2),
        lambda: feed(9_999, seconds(5), 0),
        lambda: feed(None, seconds(5), 0),
        lambda: feed(50_000, None, 0),
    ],
    see=["simple-polling", "polling-load-over-store-capacity"],
    options=Options,
)
