"""The word `Reads`."""

from typing import ClassVar, Literal

from archgen.dsl.counts import Share
from archgen.dsl.quantities import Duration
from archgen.dsl.word import word
from archgen.vocabulary.connections.interaction import Interaction
from archgen.vocabulary.data.access_path import AccessPath
from archgen.vocabulary.policies.lock import Lock
from archgen.vocabulary.policies.transaction import Transaction


@word
class Reads(Interaction):
    """Fetches something that the target keeps."""

    verb: ClassVar[str] = "reads"

    poll_interval: Duration | None = None
    """States that the source asks again and again, with this pause."""
    poll_jitter: Share | None = None
    """By which share that pause is varied at random."""
    cursor: Literal["timestamp", "sequence", "id", "version", "none"] | None = None
    """What tells what is new since the last time."""
    cursor_tiebreak: bool | None = None
    """Whether things of the same time are told apart."""
    drives_decision: bool | None = None
    """Whether the source acts on what it reads, as when it sells what it saw to be free."""
    served_by: Literal["primary", "replica", "any"] | None = None
    """Which copy answers."""
    remote_share: Share | None = None
    """Which share of them concerns data whose home is another region."""
    access: AccessPath | Literal[False] | None = None
    """By which columns it looks."""
    lock: Lock | Literal[False] | None = None
    """What is locked by it, as by `select for update`."""
    transaction: Transaction | Literal[False] | None = None
    """What it is one with."""
    range_predicate: bool | None = None
    """Whether it asks how many there are of something, not for one row."""
    operation_kind: Literal["read", "read_then_write"] | None = None
    """Whether a write follows that rests on what was read."""
    realtime: bool | None = None
    """Whether people must see each other's changes as they happen."""
    display_only: bool | None = None
    """Whether it is only shown."""
    scan: bool | None = None
    """Whether it goes through much of what there is, once."""
    partial_result: bool | None = None
    """Whether a reader gets what some shards answered where others did not."""
    current_version: bool | None = None
    """Whether it reads the version that decides which entry is current."""
    sums_splits: bool | None = None
    """Whether all keys of a spread number are read and added up."""
    lists_keys: bool | None = None
    """Whether names are listed to find something."""
