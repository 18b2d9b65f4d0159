"""A message carries a file instead of saying where the file is.

## Why it matters
Brokers are made for many small messages: most refuse one above some hundred kilobytes, and all copy each one several times, to
disk, to replicas, to consumers, and again at every attempt. A hundred videos of 200 MB in a queue are 20 GB that it has to hold,
and a worker that is handed ten ahead has no memory left.

## What to do
Put the file in an object store, by a link that lets the client send it there itself, and put its key into the message: 500 bytes,
whatever the file. The worker reads it in parts.

## When it does not apply
- A message has 256 kB or less, or no more than the `max_message` that is stated of what carries it.
- Above 256 kB it is a warning where no `max_message` is stated, as some products take messages of some megabytes. From 10 MB on,
  or above the limit that is stated, it is an error.
- How large messages are is not stated.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from archgen import Calls, Client, Consumes, Design, Publishes, Queue, Service, Size, Worker, kilobytes, megabytes, seconds
from archgen.plugin import (
    Architecture,
    Broker,
    Estimate,
    Problem,
    Rule,
    Severity,
    does,
    readable,
    stated,
)

USUAL, FILE = kilobytes(256), megabytes(10)


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    usual: Size = USUAL
    """The largest message that brokers take where no limit is stated. Tool default: 256 kB, as of the stricter products."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    for publishes in architecture.connections(Publishes):
        for broker in architecture.members(publishes.target):
            most = broker.max_message if isinstance(broker, Broker) else None
            size = publishes.payload
            if isinstance(broker, Broker) and size is not None and size > (options.usual if most is None else most):
                yield _problem(publishes, broker, size, options)


def _problem(publishes: Publishes, broker: Broker, size: Size, options: Options) -> Problem:
    stays = broker.max_message is None
    takes = (
        f"as a rule messages of up to {readable(options.usual)}" if stays else f"messages of up to {readable(broker.max_message)}"
    )
    return Problem(
        publishes,
        f"a message of {publishes.source.name} has {readable(size)}, and {does(broker.name, 'takes')} {takes}",
        [stated(publishes, "payload"), stated(broker, "max_message")],
        f"put the content in an object store and only its key into the message, or state the max_message of {broker.name}",
        also=[broker],
        severity=Severity.WARNING if stays and size < FILE else None,
    )


def videos(payload: Size | None, most: Size | None = None) -> Design:
    api, queue = Service("API"), Queue("Jobs", max_message=most, dead_letter=Queue("Dead jobs"), max_receives=5)
    ask = Calls(Client("App"), api, timeout=seconds(10))
    return Design("Videos", [ask, Publishes(api, queue, payload=payload), Consumes(Worker("Encoder"), queue)])


rule = Rule(
    "LT045",
    Severity.ERROR,
    check,
    flagged=[
        lambda: videos(megabytes(200)),
        lambda: videos(kilobytes(400), kilobytes(256)),
        lambda: videos(kilobytes(400)),
    ],
    accepted=[
        lambda: videos(kilobytes(0.5)),
        lambda: videos(kilobytes(256)),
        lambda: videos(megabytes(1), megabytes(8)),
        lambda: videos(None),
    ],
    see=["object-store-result", "storage-event-trigger", "message-queue"],
    options=Options,
)
