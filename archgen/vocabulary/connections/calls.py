"""The word `Calls`."""

from typing import ClassVar, Literal

from archgen.dsl.counts import Count, Share
from archgen.dsl.quantities import Duration, Rate
from archgen.dsl.texts import Text
from archgen.dsl.word import word
from archgen.vocabulary.connections.interaction import Interaction
from archgen.vocabulary.policies.resumption import Resumption
from archgen.vocabulary.policies.retry import Retry


@word
class Calls(Interaction):
    """Asks the target, and waits for its answer unless `mode` is async."""

    verb: ClassVar[str] = "calls"

    poll_interval: Duration | None = None
    """The pause between two polls."""
    poll_jitter: Share | None = None
    """By which share that pause is varied at random."""
    max_poll_duration: Duration | None = None
    """After how long a client stops to ask."""
    keep_alive: Duration | None = None
    """How long a connection is kept open for the next request."""
    hold_timeout: Duration | None = None
    """How long a long poll is held open at the most."""
    heartbeat_interval: Duration | None = None
    """The time between two signs of life on an open connection."""
    heartbeat_timeout: Duration | None = None
    """After how long without one the other side counts as gone."""
    reconnect: Retry | Literal[False] | None = None
    """How a broken connection is made anew."""
    resume: Resumption | Literal[False] | None = None
    """How updates that were missed are had again."""
    update_rate: Rate | None = None
    """How many updates a second each client gets."""
    bidirectional: bool | None = None
    """Whether both sides speak."""
    http_version: Literal["http1", "http2", "http3"] | None = None
    """Which version of HTTP."""
    streams_per_client: Count | None = None
    """How many streams one client holds open."""
    cursor: Literal["timestamp", "sequence", "id", "none"] | None = None
    """What tells what is new since the last time."""
    cursor_tiebreak: bool | None = None
    """Whether things of the same time are told apart."""
    reliable: bool | None = None
    """Whether what was lost on the way is sent again by the transport."""
    interactive: bool | None = None
    """Whether people hear and see one another live."""
    same_network: bool | None = None
    """Whether both ends can reach one another without help."""
    cache_control: Text | None = None
    """What is said about keeping copies, such as `no-cache`."""
    response_status: Count | None = None
    """The HTTP status of the answer."""
    analytics: bool | None = None
    """Whether every one has to be counted or recorded, as clicks on a link are."""
    user_message: bool | None = None
    """Whether people are told what to do when they are refused."""
