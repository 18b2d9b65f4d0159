"""The word `Writes`."""

from typing import ClassVar, Literal

from archgen.dsl.component import Component
from archgen.dsl.counts import Count
from archgen.dsl.quantities import Duration
from archgen.dsl.texts import Listed
from archgen.dsl.word import word
from archgen.vocabulary.components.broker import Broker
from archgen.vocabulary.connections.interaction import Interaction
from archgen.vocabulary.policies.batching import Batching
from archgen.vocabulary.policies.hold import Hold
from archgen.vocabulary.policies.lease import Lease
from archgen.vocabulary.policies.lock import Lock
from archgen.vocabulary.policies.transaction import Transaction
from archgen.vocabulary.policies.version_check import VersionCheck


@word
class Writes(Interaction):
    """Changes something that the target keeps."""

    verb: ClassVar[str] = "writes"

    operation_kind: (
        Literal["write", "insert", "read_then_write", "increment", "decrement", "append", "upsert", "delete"] | None
    ) = None
    """What it does to what is there."""
    form: Literal["absolute", "relative"] | None = None
    """Whether it sets a value or changes it by something."""
    atomic: bool | None = None
    """Whether it looks and writes in one command."""
    guarded: bool | None = None
    """Whether it writes only if a condition still holds."""
    checks_result: bool | None = None
    """Whether the source looks whether anything was changed."""
    lock: Lock | Literal[False] | None = None
    """What is locked for it."""
    version_check: VersionCheck | Literal[False] | None = None
    """How it notices that somebody else was faster."""
    transaction: Transaction | Literal[False] | None = None
    """What it is one with."""
    lease: Lease | Literal[False] | None = None
    """Which lease the source holds while it writes."""
    hold: Hold | Literal[False] | None = None
    """What it sets aside."""
    serializes_through: Broker | None = None
    """The queue that lets only one at a time at what it changes."""
    batch_size: Count | None = None
    """How many are written at once."""
    rows: Count | None = None
    """How many rows one of them touches."""
    shard_keys: Count | None = None
    """How many values of the sharding key one of them touches, as 2 for a transfer from one account to another."""
    retryable: bool | None = None
    """Whether the whole may be done again after somebody else was faster."""
    batching: Batching | Literal[False] | None = None
    """How they are gathered."""
    ttl: Duration | Literal[False] | None = None
    """How long a cache keeps what is written, where that is not the same for all it holds; False states that it stays."""
    range_predicate: bool | None = None
    """Whether it rests on how many there are of something, not on one row."""
    performance_critical: bool | None = None
    """Whether it must not become slower."""
    user_facing: bool | None = None
    """Whether a person waits for it."""
    unconditional: bool | None = None
    """Whether it writes over whatever is there."""
    order: Literal["store_first", "queue_first", "together"] | None = None
    """Whether a store is written before or after a message is sent."""
    invalidates: Listed[Component] | None = None
    """The caches that it tells."""
