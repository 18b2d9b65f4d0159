"""Ways: who waits for them, for how long, and how often they are tried."""

from collections.abc import Sequence
from datetime import timedelta

from archgen.dsl.connection import Connection
from archgen.dsl.readable import named
from archgen.model.architecture import Architecture
from archgen.model.waiting import relies, waits
from archgen.simulating.plan import Course, Pauses, Step
from archgen.vocabulary.components.queue import Queue
from archgen.vocabulary.connections.consumes import Consumes
from archgen.vocabulary.connections.interaction import Interaction
from archgen.vocabulary.policies.retry import Retry

ENDLESS = float("inf")


def course_of(
    architecture: Architecture,
    connection: Connection,
    targets: Sequence[int],
    after: Sequence[Sequence[Step]],
    queue: int | None,
) -> Course:
    """The way of a connection; from a queue, the way of a message."""
    id, name = architecture.id(connection), named(connection)
    if queue is not None and isinstance(connection, Consumes) and isinstance(connection.origin, Queue):
        timeout, attempts, pauses = _of_queue(connection.origin)
        return Course(id, name, targets, after, False, False, timeout, attempts, pauses, message_of=queue)
    waiting = waits(connection)
    retry = connection.retry if isinstance(connection, Interaction) and isinstance(connection.retry, Retry) else None
    timeout = _seconds(connection.timeout) if waiting else None
    needed = relies(architecture, connection)
    if retry is None:
        return Course(id, name, targets, after, waiting, needed, timeout)
    deadline = _seconds(retry.deadline)
    return Course(
        id, name, targets, after, waiting, needed, timeout, _attempts(retry), pauses_of(retry),
        ENDLESS if deadline is None else deadline,
    )  # fmt: skip


def dead_letters(architecture: Architecture, queue: Queue, target: Queue, place: int) -> Course:
    """The way of what failed too often."""
    return Course(
        f"{architecture.id(queue)}-dead-letters", f"{queue.name} hands dead letters to {target.name}", (place,), ((),), False
    )


def pauses_of(retry: Retry) -> Pauses:
    """Those of a policy: as long as the first, unless they grow; none where it states no length."""
    first, most = _seconds(retry.initial), _seconds(retry.max_interval)
    if retry.backoff == "none" or first is None:
        return Pauses()
    factor = retry.multiplier or (2 if retry.backoff == "exponential" else 1)
    return Pauses(first, float(factor), retry.backoff == "linear", ENDLESS if most is None else most, bool(retry.jitter))


def _attempts(retry: Retry) -> float:
    if retry.attempts == "unlimited":
        return ENDLESS
    return retry.attempts or 1


def _of_queue(queue: Queue) -> tuple[float | None, float, Pauses]:
    """A message is hidden for a time while one works on it, and comes back so often."""
    most = queue.max_receives
    attempts = ENDLESS if most == "unlimited" else most or 1
    return _seconds(queue.visibility_timeout), attempts, Pauses(_seconds(queue.retry_delay) or 0.0)


def _seconds(value: timedelta | None) -> float | None:
    return value.total_seconds() if value is not None else None
