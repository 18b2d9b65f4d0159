"""The word `Entity`."""

from typing import Literal

from archgen.dsl.counts import Count, Factor, Share, Whole
from archgen.dsl.data import Data
from archgen.dsl.quantities import Duration, Rate, Size
from archgen.dsl.texts import Listed, Name, Text
from archgen.dsl.word import word


@word
class Entity(Data):
    """A kind of thing that the system keeps: what it is, how often it is used, and what it may never do wrong."""

    category: (
        Literal[
            "profile",
            "feed",
            "config",
            "session",
            "static_asset",
            "product",
            "message",
            "post",
            "comment",
            "seat_availability",
            "inventory",
            "balance",
            "payment",
            "ledger",
            "order",
            "auction",
            "counter",
            "click",
            "impression",
            "billing",
            "payout",
            "audit",
            "location",
            "quota",
            "feature_flag",
            "homepage",
            "live_document",
            "search_result",
            "permission",
            "price",
            "metric",
            "job",
            "file",
            "other",
        ]
        | None
    ) = None
    """What sort of thing it is."""
    sensitivity: Literal["public", "internal", "personal", "health", "payment_card", "regulated"] | None = None
    """What its loss to strangers would mean."""
    visibility: Literal["public", "tenant", "private"] | None = None
    """Whether it looks the same to everyone, to those of one tenant, or differs from user to user."""
    criticality: Literal["low", "normal", "high"] | None = None
    """What harm a wrong or lost value does."""
    exact: bool | None = None
    """Whether every single one counts, as with money, or a close estimate will do."""
    mutable: bool | None = None
    """Whether it changes after it was made."""
    deletable: bool | None = None
    """Whether it can be deleted, edited or blocked later."""
    kill_switch: bool | None = None
    """Whether a change of it has to be seen everywhere at once."""
    append_only: bool | None = None
    """Whether it only grows at its end."""
    commutative: bool | None = None
    """Whether changes give the same result in any order, as additions do."""
    superseded_by_next: bool | None = None
    """Whether a newer one makes those before it worthless, as with positions."""
    monotonic: bool | None = None
    """Whether its value only ever grows."""
    bounded: bool | None = None
    """Whether there is a limit that may not be passed: stock, seats, a balance above zero."""
    constraint: bool | None = None
    """Whether the database itself refuses a value beyond that limit."""
    invariant: Text | None = None
    """What has to hold over several of them, such as `one doctor is always on call`."""
    concurrent_actors: Count | None = None
    """How many act on the same one at once."""
    contention: Literal["none", "low", "medium", "high"] | None = None
    """How often they get in one another's way."""
    bottleneck: Literal["reads", "writes", "none"] | None = None
    """What the busiest one runs out of."""
    skew: Literal["uniform", "power_law"] | None = None
    """Whether all are used alike, or few most of the time."""
    popularity_shift: Literal["slow", "fast"] | None = None
    """How quickly others become popular."""
    predictable_access: bool | None = None
    """Whether it is known beforehand which ones will be asked for, as those that a user is likely to want next."""
    read_rate: Rate | None = None
    """How many reads a second of all of them."""
    write_rate: Rate | None = None
    """How many writes a second of all of them."""
    read_write_ratio: Factor | None = None
    """How many reads there are for one write."""
    reread_share: Share | None = None
    """Which share of what is written is read soon after."""
    hot_key_rate: Rate | None = None
    """How many reads or writes a second of the busiest one."""
    median_key_rate: Rate | None = None
    """How many reads or writes a second of one of middling use."""
    distinct_keys: Count | None = None
    """How many different ones are in use."""
    items: Count | None = None
    """How many there are; of a table, its rows."""
    item_size: Size | None = None
    """The size of one."""
    size: Size | None = None
    """The size of all."""
    growth_per_day: Size | None = None
    """How much is added in a day."""
    growing: bool | None = None
    """Whether their number will outgrow what is planned for."""
    retention: Duration | None = None
    """How long one is kept."""
    consistency: Literal["strong", "read_your_writes", "bounded", "eventual"] | None = None
    """What a reader may rely on."""
    staleness: Duration | None = None
    """How old what is shown may be."""
    durability: Literal["strict", "relaxed"] | None = None
    """Whether one that was confirmed may still be lost."""
    recovery_point: Duration | None = None
    """How much of what was confirmed may be lost, as a time; zero is nothing."""
    max_delay: Duration | None = None
    """How late a change may take effect."""
    key: Name | None = None
    """What tells one from another, such as `user_id`."""
    unique_keys: Listed[Name] | None = None
    """What no two may share."""
    parts_of: Data | None = None
    """The thing that it is a part of, where that lies in more than one store."""
    ordering_field: Literal["wall_clock", "sequence", "version", "vector_clock", "none"] | None = None
    """What says which of two is newer."""
    cached_under: Whole | None = None
    """Under how many keys one of them lies in a cache."""
    fed_by: Count | None = None
    """From how many others one is put together, as a feed from its authors."""
    fed_by_p95: Count | None = None
    """From how many one is put together, but for the twentieth that takes most."""
    audience: Count | None = None
    """How many see one of them."""
    max_audience: Count | None = None
    """How many see the one that most see."""
    audience_p99: Count | None = None
    """How many see one of them, but for the hundredth that most see."""
    writers: Count | None = None
    """How many write to one of them."""
    derived_from: Data | None = None
    """What it is worked out from."""
    split_reason: Text | None = None
    """Why parts that belong together lie in several stores."""
    searched_by: Literal["key", "filter", "text", "nearby", "range"] | None = None
    """How it is looked for."""
    needs_invalidation: bool | None = None
    """Whether the server must be able to take back copies that clients keep."""
    pending_state: bool | None = None
    """Whether users can see that it is not decided yet."""
    shared: bool | None = None
    """Whether other users get to see what one of them sent in."""
