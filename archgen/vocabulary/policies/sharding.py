"""The word `Sharding`."""

import dataclasses
from typing import Literal

from archgen.dsl.counts import Count, Share, Whole
from archgen.dsl.data import Data
from archgen.dsl.purpose import Purpose
from archgen.dsl.texts import Listed, Name, Text
from archgen.dsl.word import Word, word


@word
class Sharding(Word):
    """Splits data or work over several nodes, each with its own part."""

    shards: Count | None = dataclasses.field(default=None, kw_only=False)
    """How many parts there are."""
    key: Name | Listed[Name] | None = None
    """What decides where something goes, such as `user_id`; of several, the first decides and the rest order what lies there."""
    strategy: Literal["modulo", "hash", "consistent_hash", "hash_slots", "range", "geo", "functional", "directory"] | None = None
    """How the key decides it."""
    virtual_nodes: Whole | None = None
    """How many places on the ring each node has."""
    logical_shards: Count | None = None
    """How many fixed slots there are, which move between nodes as a whole."""
    key_cardinality: Count | None = None
    """How many different values the key has."""
    key_ascends: bool | None = None
    """Whether new keys are always larger than those before, as timestamps and counted ids are."""
    shares: Listed[Share] | None = None
    """Which share of the load each shard takes."""
    planned_shards: Count | None = None
    """How many shards there will be after planned growth."""
    routed_by: Literal["client", "proxy", "engine"] | None = None
    """Who knows where a key lives: a library in the client, a router on the way, or the store itself."""
    home_region: Name | None = None
    """The attribute that says which region an item belongs to."""
    moves: bool | None = None
    """Whether it is said what happens to items that change their home."""
    global_data: Listed[Data] | None = None
    """What every region has a copy of, as it belongs to none of them."""
    resharding: Literal["online", "offline", "none"] | None = None
    """Whether shards can be added while the system serves."""
    shared_prefix: bool | None = None
    """Whether keys that were split share a hash tag or prefix, and so land on one node again."""
    purpose: Purpose | None = None
    """What it is split for."""
    reason: Text | None = None
    """Why it is split, or split this way, in a sentence."""
