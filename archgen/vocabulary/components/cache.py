"""The word `Cache`."""

from typing import ClassVar, Literal

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.component import Component
from archgen.dsl.counts import Count, Factor, Share
from archgen.dsl.data import Data
from archgen.dsl.quantities import Duration, Rate, Size
from archgen.dsl.texts import Listed, Name, Text
from archgen.dsl.word import word
from archgen.vocabulary.policies.batching import Batching
from archgen.vocabulary.policies.invalidation import Invalidation
from archgen.vocabulary.policies.key_fanout import KeyFanout
from archgen.vocabulary.policies.rate_limit import RateLimit
from archgen.vocabulary.policies.sharding import Sharding
from archgen.vocabulary.policies.stampede_protection import StampedeProtection


@word
class Cache(Component):
    """Copies of values that are slow or costly to fetch again.

    A cache may lose any entry at any moment: the design must be right without it.
    """

    glyph: ClassVar[Glyph] = Glyph.BOLT
    tone: ClassVar[Tone] = "data"

    engine: Text | None = None
    """Which product: Redis, Memcached."""
    layer: Literal["client", "cdn", "in_process", "external"] | None = None
    """Where it stands."""
    strategy: Literal["cache_aside", "read_through", "write_through", "write_behind", "refresh_ahead"] | None = None
    """Who fills it, and how writes reach the store behind it."""
    mode: Literal["single", "sentinel", "cluster"] | None = None
    """How its nodes work together."""
    serves_as: Literal["cache", "store", "lock", "queue", "counter"] | None = None
    """What it is used for, where that is more than a cache."""
    ttl: Duration | Literal[False] | None = None
    """How long an entry is kept; False states that it stays until something else removes it."""
    soft_ttl: Duration | None = None
    """After how long an entry is refreshed while it is still served."""
    ttl_jitter: Share | None = None
    """By which share the time of an entry is varied at random."""
    invalidation: Invalidation | Literal[False] | None = None
    """How a changed value leaves it before its time."""
    immutable: bool | None = None
    """Whether entries never change."""
    eviction: (
        Literal[
            "none",
            "lru",
            "lfu",
            "fifo",
            "random",
            "ttl",
            "volatile_lru",
            "volatile_lfu",
            "volatile_ttl",
            "allkeys_lru",
            "allkeys_lfu",
        ]
        | None
    ) = None
    """What goes when it is full; `none` refuses new entries."""
    eviction_reason: Text | None = None
    """Why this way of eviction."""
    lfu_decay: bool | None = None
    """Whether counts of use fade with time."""
    memory: Size | None = None
    """How much one node holds."""
    hot_set: Size | None = None
    """How much is read often."""
    nodes: Count | None = None
    """How many nodes it has in all."""
    replicas: Count | None = None
    """How many copies of each part there are, the primary included; 1 is no copy besides."""
    sharding: Sharding | Literal[False] | None = None
    """How entries are spread over nodes."""
    max_key_rate: Rate | None = None
    """How many requests a second of one key a node serves."""
    capacity: Rate | None = None
    """How many requests a second one node serves."""
    bandwidth: Size | None = None
    """How many bytes a second one node sends."""
    hit_rate: Share | None = None
    """Which share of reads it answers itself."""
    hit_share: Share | None = None
    """Which share of all reads of the design it answers, where several layers stand one behind another."""
    hit_latency: Duration | None = None
    """How long a read takes that it answers itself."""
    miss_latency: Duration | None = None
    """How long a read takes that goes on to the store, the fetch included."""
    write_latency: Duration | None = None
    """How long a write to it takes."""
    write_order: Literal["cache_first", "store_first"] | None = None
    """Where a write goes first."""
    on_partial_failure: Literal["invalidate", "retry", "fail", "ignore"] | None = None
    """What follows when one of two writes failed."""
    loads_itself: bool | None = None
    """Whether it fetches what it does not have."""
    persistence: Literal["none", "rdb", "aof", "aof_every_second", "aof_always"] | None = None
    """How it keeps entries over a restart."""
    batching: Batching | Literal[False] | None = None
    """How writes that have not reached the store are gathered and kept, where the strategy is write-behind."""
    stampede_protection: StampedeProtection | Literal[False] | None = None
    """What keeps many readers from fetching the same entry at once."""
    fanout: KeyFanout | Literal[False] | None = None
    """How many copies a hot entry has."""
    warming: Literal["none", "lazy", "preload", "predictive"] | None = None
    """How it is filled after a start."""
    warmed_from: Text | None = None
    """What tells which entries are worth it."""
    prewarmed: bool | None = None
    """Whether it is filled before a known event."""
    miss_limit: RateLimit | Literal[False] | None = None
    """How many fetches to the store are let through, as when the cache is empty."""
    data_structures: bool | None = None
    """Whether more than plain values are used: lists, sets, counters."""
    pubsub: bool | None = None
    """Whether it passes on messages as well."""
    holds: Listed[Data] | None = None
    """What it has copies of."""
    key_parts: Listed[Name] | None = None
    """What its keys are made of, such as `user_id` and `query`."""
    expected_reads_per_entry: Factor | None = None
    """How often an entry is read before it is gone."""
    lease_on_fill: bool | None = None
    """Whether only the reader that missed may fill, and not with what is older than a change."""
