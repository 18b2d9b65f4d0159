"""Which caches are followed entry by entry, and how."""

from archgen import (
    Cache,
    Calls,
    Client,
    Connection,
    Database,
    Design,
    Entity,
    Reads,
    Service,
    StampedeProtection,
    per_second,
    seconds,
)
from archgen.model.architecture import Architecture
from archgen.model.link import link
from archgen.simulating.cached import entries_of, looked_up, protection_of, skewed, unfollowed
from archgen.simulating.measures import Entries

APP = Client("App", devices=100, send_rate=per_second(1))
STORE = Database("Store")


def aside(cache: Cache, api: Service | None = None, **stated: object) -> tuple[Architecture, Connection]:
    """A service that asks the cache, then the store."""
    reader = api or Service("API", replicas=3, capacity=per_second(500))
    behind = Reads(reader, STORE)
    return link(Design("Test", [Calls(APP, reader), Reads(reader, cache, **stated), behind])), behind  # type: ignore[arg-type]


def of(cache: Cache, api: Service | None = None, **stated: object) -> Entries | None:
    architecture, behind = aside(cache, api, **stated)
    return entries_of(architecture, behind, cache, 7, 100.0)


def test_entries_are_followed_where_their_time_and_their_keys_are_stated() -> None:
    cache = Cache("Cache", ttl=seconds(60), hit_rate=0.9, ttl_jitter=0.1)
    assert of(cache, distinct_keys=500) == Entries(60.0, 500, 0.0, 0.9, 0.1, cache=7, rate=100.0)
    hot = of(cache, hot_key_rate=per_second(50))
    assert hot is not None
    assert (hot.keys, hot.hot, round(hot.hits, 6)) == (None, 0.5, 0.8)


def test_few_are_read_most_of_the_time_where_the_data_says_so() -> None:
    def is_skewed(held: Entity | None, stored: Entity | None) -> bool:
        store = Database("Store", holds=[stored] if stored else None)
        return skewed(Reads(Service("API"), store), Cache("Cache", holds=[held] if held else None))

    steep, even = Entity("Post", skew="power_law"), Entity("User", skew="uniform")
    assert not is_skewed(None, None)
    assert is_skewed(None, steep)
    assert is_skewed(steep, even)
    assert not is_skewed(even, steep)


def test_they_are_not_where_less_is_stated_and_why_is_said() -> None:
    assert of(Cache("Cache", ttl=seconds(60), hit_rate=0.9)) is None
    assert of(Cache("Cache", hit_rate=0.9), distinct_keys=500) is None
    assert unfollowed(Cache("Cache", ttl=seconds(60))) == "no read of it states distinct_keys or hot_key_rate"
    assert unfollowed(Cache("Cache", ttl=False)) == "it states no ttl"


def test_how_many_fetch_one_entry_is_as_its_protection_says() -> None:
    def at_once(protection: StampedeProtection | None, api: Service | None = None) -> object:
        found = of(Cache("Cache", ttl=seconds(60), stampede_protection=protection), api, distinct_keys=5)
        return found and (found.at_once, found.meanwhile, found.soft)

    assert at_once(None) == (None, "wait", None)
    assert at_once(StampedeProtection(["lock"], waiters="serve_stale")) == (1, "stale", None)
    assert at_once(StampedeProtection(["single_flight"], waiters="fail")) == (3, "fail", None)
    assert at_once(StampedeProtection(["single_flight"], scope="shared")) == (1, "wait", None)
    assert at_once(StampedeProtection(["early_refresh"])) == (None, "wait", 54.0)
    assert at_once(StampedeProtection(["background_refresh"], refresh_interval=seconds(20))) == (None, "wait", 20.0)
    guarded = Service("API", replicas=2, capacity=per_second(500), stampede_protection=StampedeProtection(["single_flight"]))
    assert at_once(None, guarded) == (2, "wait", None)


def test_a_cache_that_fetches_itself_is_looked_up_by_whoever_reads_it() -> None:
    cache = Cache("Cache", ttl=seconds(60))
    asked, behind = Reads(Service("API"), cache, distinct_keys=9), Reads(cache, STORE)
    architecture = link(Design("Test", [asked, behind]))
    assert list(looked_up(architecture, behind, cache)) == [asked]
    assert protection_of(behind, cache) is None
    found = entries_of(architecture, behind, cache, None, 10.0)
    assert found is not None
    assert found.keys == 9
