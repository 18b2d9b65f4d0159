"""The word `Interaction`."""

from typing import ClassVar, Literal

from archgen.dsl.connection import Connection
from archgen.dsl.counts import Count
from archgen.dsl.data import Data
from archgen.dsl.quantities import Duration, Rate
from archgen.dsl.texts import Listed, Name, Text
from archgen.dsl.word import word
from archgen.vocabulary.policies.circuit_breaker import CircuitBreaker
from archgen.vocabulary.policies.idempotency_key import IdempotencyKey
from archgen.vocabulary.policies.presigned_url import PresignedUrl
from archgen.vocabulary.policies.rate_limit import RateLimit
from archgen.vocabulary.policies.retry import Retry


@word
class Interaction(Connection):
    """What all kinds of connection can say of how they run and fail."""

    abstract: ClassVar[bool] = True

    protocol: (
        Literal["http", "grpc", "tcp", "udp", "poll", "long_poll", "sse", "websocket", "webrtc", "pubsub", "smtp"] | None
    ) = None
    """What is spoken."""
    mode: Literal["sync", "async"] | None = None
    """Whether the source waits for an answer."""
    peak_rate: Rate | None = None
    """How many a second in the busiest moments."""
    burst: Duration | None = None
    """How long such a peak lasts."""
    burst_size: Count | None = None
    """How many come at once."""
    ramp_up: Duration | None = None
    """In which time the rate rises to such a peak."""
    send_rate: Rate | None = None
    """How many a second each client sends along it."""
    period: Duration | None = None
    """How often the same source sends the same thing anew."""
    round_trip: Duration | None = None
    """The time on the way to the target and back, without what the target does."""
    latency: Duration | None = None
    """How long one takes, as a rule, the way and the work of the target included."""
    latency_p99: Duration | None = None
    """How long all but the slowest hundredth take."""
    retry: Retry | Literal[False] | None = None
    """What follows a failure."""
    circuit_breaker: CircuitBreaker | Literal[False] | None = None
    """Whether calls stop while the other side fails."""
    rate_limit: RateLimit | Literal[False] | None = None
    """How much is let through."""
    idempotent: bool | None = None
    """Whether a repeated one does no more than one."""
    idempotency: IdempotencyKey | Literal[False] | None = None
    """What makes a repeated one count once."""
    on_failure: Literal["fallback", "shed", "fail", "queue", "ignore"] | None = None
    """What the source does when it fails for good."""
    tls: bool | None = None
    """Whether it is encrypted on the way."""
    auth: Literal["none", "token", "session", "mtls", "api_key", "signature", "public"] | None = None
    """How the source says who it is."""
    signed: Literal["hmac", "asymmetric", "none"] | None = None
    """How the target knows that a message is the source's."""
    delivery: Literal["at_most_once", "at_least_once", "exactly_once"] | None = None
    """What is promised of each."""
    acknowledged: bool | None = None
    """Whether the receiver confirms each."""
    deduplicated: bool | None = None
    """Whether the receiver drops what it has seen, by an id or number."""
    reordered: bool | None = None
    """Whether the receiver puts them back in order, by a number that they carry."""
    ordering: Literal["none", "per_key", "total"] | None = None
    """In which order they arrive."""
    consistency: Literal["strong", "read_your_writes", "bounded", "eventual"] | None = None
    """What a reader may rely on."""
    staleness: Duration | None = None
    """How old what is seen may be."""
    durability: Literal["strict", "relaxed"] | None = None
    """Whether one that was answered may still be lost."""
    recovery_point: Duration | None = None
    """How much of what was confirmed may be lost, as a time; zero is nothing."""
    max_delay: Duration | None = None
    """How late it may take effect."""
    criticality: Literal["low", "normal", "high"] | None = None
    """What harm a lost one does, where that differs from what it carries."""
    data: Listed[Data] | None = None
    """What it carries or touches."""
    payload_kind: (
        Literal[
            "json",
            "text",
            "token_stream",
            "audio",
            "video",
            "image",
            "screen",
            "file",
            "metric",
            "sensor",
            "gps",
            "log",
            "peer_data",
            "game_state",
        ]
        | None
    ) = None
    """What sort of content it carries."""
    purpose: (
        Literal[
            "poll", "status", "progress", "webhook", "replay", "sync", "submit", "cleanup", "reconcile", "invalidate", "other"
        ]
        | None
    ) = None
    """What it is for, where that matters: nothing is written or sent on for one that only polls or looks at a state."""
    hot_key_rate: Rate | None = None
    """How many a second meet the one busiest key."""
    median_key_rate: Rate | None = None
    """How many a second meet a key of middling use."""
    distinct_keys: Count | None = None
    """How many different keys they meet."""
    correlation_id: Text | Literal[False] | None = None
    """What ties it to what it answers or belongs to."""
    operation: Name | None = None
    """The name of what it is a step of: connections of one source with the same name are done together."""
    fencing_token: bool | None = None
    """Whether it carries the number of a lease, by which a former holder is refused."""
    link: PresignedUrl | Literal[False] | None = None
    """The link that it carries, as a mail or an answer does."""
