"""Calls."""

from typing import ClassVar, Literal

from archgen.dsl.connection import Connection, Protocol
from archgen.dsl.quantities import Duration, Rate
from archgen.dsl.word import word
from archgen.vocabulary.policies.retry import Retry


@word
class Calls(Connection):
    """Asks the target, and waits for its answer unless `mode` is async.

    `poll_interval` is the pause between two polls, `hold_timeout` how long a long poll is held open at the most.
    `heartbeat_interval` is between two signs of life on an open connection. `update_rate` is how many updates a second each
    client gets. `retry` is what follows a failure; `idempotent` states that a repeated call does no more than one.
    """

    verb: ClassVar[str] = "calls"

    protocol: Protocol | None = None
    mode: Literal["sync", "async"] | None = None
    poll_interval: Duration | None = None
    hold_timeout: Duration | None = None
    heartbeat_interval: Duration | None = None
    update_rate: Rate | None = None
    payload_kind: Literal["json", "text", "token_stream", "audio", "video"] | None = None
    retry: Retry | None = None
    idempotent: bool | None = None
