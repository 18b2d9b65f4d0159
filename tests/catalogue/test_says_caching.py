"""What the rules on caching find fault with, and what they accept, can both be said, and differ in what is at stake."""

from typing import Literal

from archgen import (
    ApiGateway,
    Batching,
    Cache,
    Calls,
    Cdn,
    Client,
    Consumes,
    Database,
    Design,
    Entity,
    Invalidation,
    KeyFanout,
    Publishes,
    Queue,
    RateLimit,
    Reads,
    Requirements,
    Retry,
    Service,
    Topic,
    Worker,
    WriteBehind,
    Writes,
    minutes,
    per_second,
    seconds,
)
from tests.catalogue.retold import retold


def shortener(cache: Cache) -> Design:
    """CA017: entries that never expire, and a way of eviction that only takes those that do."""
    app, store = Service("Shortener"), Database("Links")
    return Design("Links", [Calls(Client("Browser"), app), Reads(app, cache), Reads(app, store), Writes(app, cache)])


def test_that_entries_never_expire_is_told_from_nothing_said_of_it() -> None:
    bad = Cache("Redis", ttl=False, eviction="volatile_lru")
    good = Cache("Redis", ttl=False, eviction="allkeys_lru")
    silent = Cache("Redis")
    for cache in (bad, good, silent):
        retold(shortener(cache))
    assert (bad.ttl, good.ttl, silent.ttl) == (False, False, None)
    assert (bad.eviction, good.eviction) == ("volatile_lru", "allkeys_lru")


def test_kinds_of_data_in_one_cache_can_be_kept_for_different_times() -> None:
    """CA015: a feed for half a minute, a profile for ten."""
    feed, profile = Entity("Feed", category="feed"), Entity("Profile", category="profile")
    app, cache = Service("App"), Cache("Redis", holds=[feed, profile])
    writes = [
        Writes(app, cache, "feed", data=[feed], ttl=seconds(45)),
        Writes(app, cache, "profile", data=[profile], ttl=minutes(10)),
    ]
    architecture = retold(Design("Social", writes))
    assert [write.ttl for write in architecture.connections(Writes)] == [seconds(45), minutes(10)]


def told_by_event(*path: Publishes | Consumes | Writes, writer: Service, cache: Cache) -> Design:
    """CA020: a cache that is to be told of changes, and the path by which it is."""
    return Design("Prices", [Writes(writer, Database("Prices")), Reads(Service("Shop"), cache), *path])


def test_the_path_by_which_a_cache_is_told_of_a_change_can_be_drawn() -> None:
    writer, topic, invalidator = Service("Price desk"), Topic("Price changes"), Worker("Invalidator", task="invalidate")
    cache = Cache("Redis", ttl=minutes(5), invalidation=Invalidation(["event", "ttl"]))
    path = (
        Publishes(writer, topic, "price changed"),
        Consumes(invalidator, topic),
        Writes(invalidator, cache, "delete", purpose="invalidate", operation_kind="delete"),
    )
    bad, good = (retold(told_by_event(*said, writer=writer, cache=cache)) for said in ((), path))
    assert [write.source for write in bad.into(cache, Writes)] == []
    assert [write.source for write in good.into(cache, Writes)] == [invalidator]


def test_whether_version_and_row_come_from_the_same_snapshot_can_be_said() -> None:
    """CA023: the version from the primary, the row from a copy that is behind."""
    app, store = Service("Events"), Database("Events store", replicas=3)

    def filled(served_by: Literal["primary", "replica"], same: bool) -> Cache:
        cache = Cache("Redis", ttl=minutes(60), invalidation=Invalidation(["version"], same_snapshot=same))
        reads = [Reads(app, cache), Reads(app, store, "on a miss", served_by=served_by)]
        architecture = retold(Design("Events", [*reads, Writes(app, cache)]))
        assert [read.served_by for read in architecture.into(store, Reads)] == [served_by]
        return cache

    bad, good = filled("replica", False).invalidation, filled("primary", True).invalidation
    assert bad
    assert good
    assert (bad.same_snapshot, good.same_snapshot) == (False, True)


def test_how_waiting_writes_are_flushed_can_be_said() -> None:
    """CA039: how often, how many may wait, and what becomes of those that fail."""
    flush = Batching(max_wait=seconds(5), max_buffer=100_000, retry=Retry(5), durable=True, dead_letter=Queue("Lost counts"))

    def counted(batching: Batching | None) -> Cache:
        cache = Cache("Redis", strategy="write_behind", persistence="aof_every_second", replicas=2, batching=batching)
        retold(Design("Views", [WriteBehind(Service("Views"), cache, Database("Counts"))]))
        return cache

    assert (counted(None).batching, counted(flush).batching) == (None, flush)


def test_the_way_back_of_changes_made_offline_can_be_said() -> None:
    """CA054: changes without a connection, and what merges them."""
    phone, api = (
        Client("Phone", store="files", offline=True, writes_offline=True),
        Service("API", conflict_resolution="last_write_wins"),
    )
    bad = retold(Design("Runs", [Calls(phone, api, "upload run")]))
    good = retold(Design("Runs", [Calls(phone, api, "what changed meanwhile", purpose="sync")]))
    assert [[call.purpose for call in one.connections(Calls)] for one in (bad, good)] == [[None], ["sync"]]


def test_a_count_of_each_process_is_told_from_one_that_all_share() -> None:
    """CA058: ten gateways, each with a count of its own, let through ten times the limit."""
    counts, limits = Entity("Requests of a user", category="quota", exact=True), Entity("Limits", category="config")

    def limited(counted: Literal["locally", "together"], *caches: Cache) -> ApiGateway:
        limit = RateLimit(per_second(10), per="user", counted=counted)
        gateway = ApiGateway("Gateway", replicas=10, rate_limit=limit)
        retold(Design("Limits", [Writes(gateway, cache, operation_kind="increment", atomic=True) for cache in caches]))
        return gateway

    bad = limited("locally", Cache("Memory", layer="in_process", holds=[counts]))
    good = limited(
        "together", Cache("Memory", layer="in_process", holds=[limits]), Cache("Redis", serves_as="counter", holds=[counts])
    )
    assert bad.rate_limit
    assert good.rate_limit
    assert (bad.rate_limit.counted, good.rate_limit.counted) == ("locally", "together")


def test_a_share_of_all_reads_is_told_from_a_share_of_those_that_arrive() -> None:
    """CA063: two ways to say how much a layer answers, which must not be mixed."""

    def layered(*layers: Cdn | Cache) -> Design:
        edge, memory, shared = layers
        app = Service("App")
        return Design("Pages", [Calls(Client("Browser"), edge), Calls(edge, app), Reads(app, memory), Reads(app, shared)])

    bad = (Cdn("CDN", hit_share=0.8), Cache("Memory", layer="in_process", hit_rate=0.15), Cache("Redis", hit_rate=0.04))
    good = (Cdn("CDN", hit_rate=0.8), Cache("Memory", layer="in_process", hit_rate=0.75), Cache("Redis", hit_rate=0.8))
    for layers in (bad, good):
        retold(layered(*layers))
    assert [layer.hit_share for layer in bad] == [0.8, None, None]
    assert [layer.hit_rate for layer in good] == [0.8, 0.75, 0.8]


def test_whether_a_change_reaches_all_copies_of_a_hot_entry_can_be_said() -> None:
    """CA075: ten copies, of which one is deleted."""
    feed = Entity("Feed of a celebrity", category="feed", mutable=True, hot_key_rate=per_second(500_000))

    def spread(one_key: bool) -> Cache:
        fanout = KeyFanout(10, chosen="random", distinct_nodes=6, invalidates_all=not one_key)
        return Cache("Redis", nodes=6, ttl=seconds(30), fanout=fanout, invalidation=Invalidation(["delete"]), holds=[feed])

    bad, good = spread(one_key=True), spread(one_key=False)
    for cache in (bad, good):
        read = Reads(Service("Feeds"), cache, data=[feed], requirements=Requirements(latency_p99=seconds(0.05)))
        retold(Design("Feeds", [read]))
    assert bad.fanout
    assert good.fanout
    assert (bad.fanout.invalidates_all, good.fanout.invalidates_all) == (False, True)
