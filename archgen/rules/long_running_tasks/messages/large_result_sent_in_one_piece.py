"""A worker makes a large file and sends it in one piece, so that it has to hold all of it, and a break begins anew.

## Why it matters
An export of 2 GB is gathered row by row, and written when it is complete. Until then it lies in the memory of the worker: four at
once are 8 GB, and a worker of 4 GB is killed, with all four, and again when they are handed out again. Where it fits, a
connection that breaks at 90 % costs the whole 2 GB, and a worker that is restarted begins at the first row.

## What to do
Write while reading: a page of rows, a part of 16 MB by a multipart upload, and a note how far it is. The memory is that of a page
and a part, whatever the size, and whoever takes over goes on after the last part.

## When it does not apply
- The result is 100 MB or less, or of a size that is not stated.
- It goes out in parts or as a stream (`method`), or another may go on where one stopped.
- It is not the result of a job: its source takes from no queue, topic or log. What is written to a database or on a queue is
  another rule's.
- It is a warning where more than the memory of a worker is needed for what it does at once; and it is asked where it is not
  stated how the file is sent.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from archgen import (
    Consumes,
    Design,
    Multipart,
    ObjectStore,
    Publishes,
    Queue,
    Service,
    Size,
    Uploads,
    Worker,
    Writes,
    gigabytes,
    megabytes,
)
from archgen.plugin import (
    Architecture,
    Edit,
    Estimate,
    Problem,
    Rule,
    Severity,
    agreeing,
    does,
    pools,
    readable,
    stated,
)

HUNDRED = megabytes(100)
IN_ONE = ("single_put", "post_form")
IN_PARTS = "multipart"


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    large: Size = HUNDRED
    """From which size on a result should go out in parts. Tool default: 100 MB."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    for worker in pools(architecture):
        ways: list[Uploads | Writes] = [*architecture.out_of(worker, Uploads), *architecture.out_of(worker, Writes)]
        for way in ways:
            size = _size(way)
            kept = any(isinstance(end, ObjectStore) for end in architecture.members(way.target))
            if kept and size is not None and size > options.large and not _is_in_parts(way):
                yield _problem(worker, way, size)


def _size(way: Uploads | Writes) -> Size | None:
    """Of the largest, where that is stated."""
    most = way.max_payload if isinstance(way, Uploads) else None
    return most if most is not None else way.payload


def _is_in_parts(way: Uploads | Writes) -> bool:
    if isinstance(way, Writes):
        return bool(way.batching or way.operation_kind == "append")
    return bool(way.multipart or way.resume or way.method not in (*IN_ONE, None))


def _problem(worker: Worker, way: Uploads | Writes, size: Size) -> Problem:
    at_once = worker.concurrency or 1
    held, memory = Size(size * at_once), worker.memory
    asks = isinstance(way, Writes) or (way.method is None and way.multipart is None)
    over = memory is not None and held > memory
    name, sends = worker.name, agreeing(worker.name, "sends each in one piece")
    how = f"{does(name, 'makes')} files of {readable(size)}"
    if asks:
        message = f"{how}, and it is not said whether {agreeing(name, 'it sends')} them in parts to {way.target.name}"
    elif over:
        message = (
            f"{how} and {sends}: {at_once:,} at once are {readable(held)}, and {agreeing(name, 'it has')} {readable(memory)}"
        )
    else:
        message = f"{how} and {sends}: {agreeing(name, 'it has')} to hold all of it, and a break begins at the first byte"
    said = ("max_payload", "method", "multipart") if isinstance(way, Uploads) else ("payload", "operation_kind")
    return Problem(
        way,
        message,
        [*(stated(way, name) for name in said), *(stated(worker, name) for name in ("concurrency", "memory"))],
        f"let {worker.name} write to {way.target.name} in parts while {agreeing(name, 'it reads')}, and note how "
        f"far {agreeing(name, 'it is')}",
        also=[worker],
        severity=None if over and not asks else Severity.INFO,
        asks=asks,
        edits=[Edit(way, "method", IN_PARTS)] if isinstance(way, Uploads) and not asks else (),
        unsafe=True,
    )


Method = Literal["single_put", "multipart", "stream"] | None
TWO, FOUR = gigabytes(2), gigabytes(4)


def exports(
    size: Size | None = TWO,
    method: Method = "single_put",
    *,
    at_once: int = 4,
    memory: Size | None = FOUR,
    parts: Multipart | None = None,
    queue: bool = True,
    uploads: bool = True,
) -> Design:
    worker = Worker("Exporter", replicas=2, concurrency=at_once, memory=memory, idempotent=True)
    jobs, files = Queue("Exports", dead_letter=Queue("Dead exports"), max_receives=5), ObjectStore("Files")
    if uploads:
        send: Uploads | Writes = Uploads(worker, files, max_payload=size, method=method, multipart=parts, idempotent=True)
    else:
        send = Writes(worker, files, payload=size, idempotent=True)
    return Design("Exports", [send, *([Publishes(Service("API"), jobs), Consumes(worker, jobs)] if queue else [])])


rule = Rule(
    "LT047",
    Severity.WARNING,
    check,
    flagged=[
        lambda: exports(),
        lambda: exports(at_once=1),
        lambda: exports(memory=None),
        lambda: exports(method=None),
        lambda: exports(uploads=False),
    ],
    accepted=[
        lambda: exports(method="multipart"),
        lambda: exports(method="stream"),
        lambda: exports(method=None, parts=Multipart(megabytes(16))),
        lambda: exports(megabytes(40)),
        lambda: exports(None),
        lambda: exports(queue=False),
    ],
    see=["streaming-export-worker", "object-store-result", "large-result-beside-the-state"],
    options=Options,
)
