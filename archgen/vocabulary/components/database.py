"""The word `Database`."""

from typing import ClassVar, Literal

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.counts import Count, Factor
from archgen.dsl.quantities import Duration, Size
from archgen.dsl.texts import Listed
from archgen.dsl.word import word
from archgen.vocabulary.components.store import Store
from archgen.vocabulary.policies.downsampling import Downsampling


@word
class Database(Store):
    """A store that is the truth about its data."""

    glyph: ClassVar[Glyph] = Glyph.CYLINDER
    tone: ClassVar[Tone] = "data"

    role: Literal["primary", "replica"] | None = None
    """Which copy this is, where copies are components of their own."""
    max_connections: Count | None = None
    """How many connections it takes."""
    peak_connections: Count | None = None
    """How many connections there are in the busiest hour."""
    spare_concurrency: Count | None = None
    """How many more requests at once it could work on."""
    transactional: bool | None = None
    """Whether several writes can be one."""
    cross_shard_transactions: bool | None = None
    """Whether several writes can be one where they lie on different shards."""
    prepares: bool | None = None
    """Whether it can promise a commit and do it later, as two-phase commit asks."""
    checks_fencing: bool | None = None
    """Whether it refuses a write with a number older than the last."""
    mvcc: bool | None = None
    """Whether readers see an older version while somebody writes."""
    vacuum: bool | None = None
    """Whether versions that nobody can see any more are cleared away."""
    commit_durability: Literal["every_commit", "group", "interval", "none"] | None = None
    """When a commit reaches the disk."""
    synchronous_commit: bool | None = None
    """Whether a commit is answered only when it is safe."""
    write_batch: Count | None = None
    """How many writes a commit takes along."""
    compaction: Literal["leveled", "size_tiered", "time_window"] | None = None
    """How a store of sorted files puts them together."""
    compaction_rate: Size | None = None
    """How many bytes a second compaction may read and write at the most."""
    bloom_filters: bool | None = None
    """Whether filters spare a look into files that do not have a key."""
    write_amplification: Factor | None = None
    """How many times a byte is written in all."""
    partitioned_by_time: bool | None = None
    """Whether a table is cut by time, so that old parts go as a whole."""
    downsampling: Listed[Downsampling] | None = None
    """What becomes of old values, for each age; an empty list states that all stay as they came."""
    retention: Duration | None = None
    """How long data is kept."""
    conditional_writes: bool | None = None
    """Whether it writes only if a condition holds."""
