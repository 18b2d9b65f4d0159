"""What the rules on scaling reads find fault with, and what they accept, can both be said, and differ in what is at stake."""

from archgen import (
    AccessPath,
    Cache,
    Calls,
    Cdn,
    Client,
    Column,
    Consumes,
    Database,
    Design,
    Entity,
    Group,
    Index,
    LoadBalancer,
    Log,
    Publishes,
    Reads,
    RelationalDatabase,
    Replicates,
    Replication,
    Requirements,
    Service,
    Sharding,
    StampedeProtection,
    Table,
    Topic,
    Worker,
    Writes,
    milliseconds,
    minutes,
    per_second,
    seconds,
)
from tests.catalogue.retold import retold


def test_an_index_that_a_query_cannot_use_is_told_from_one_that_it_can() -> None:
    """SR013: the index begins with a column that the query does not ask for."""
    orders = Table(
        "Orders", columns=[Column("status"), Column("created_at")], indexes=[Index(["status", "created_at"])], items=5_000_000
    )

    def asked(*equal: str) -> AccessPath:
        access = AccessPath(filter=equal, range=["created_at"], index="status")
        read = Reads(Service("Orders"), RelationalDatabase("Shop", holds=[orders]), data=[orders], access=access)
        retold(Design("Orders", [read]))
        return access

    assert (asked().filter, asked("status").filter) == ((), ("status",))


def test_what_keeps_a_copied_column_in_step_can_be_said() -> None:
    """SR020: the name of a user, repeated in each of their orders."""
    users = Table("Users", columns=[Column("name")])
    summaries = Table(
        "Order summaries", columns=[Column("user_name", copied_from="Users.name", snapshot=False)], denormalized=True
    )
    store, topic, worker = Database("Shop", holds=[users, summaries]), Topic("User updated"), Worker("Summaries")
    rename = Writes(Service("Users"), store, "rename", data=[users])
    path = [Publishes(rename.source, topic), Consumes(worker, topic), Writes(worker, store, "new name", data=[summaries])]

    bad, good = retold(Design("Shop", [rename])), retold(Design("Shop", [rename, *path]))
    written = [[write.source for write in one.into(store, Writes) if summaries in (write.data or ())] for one in (bad, good)]
    assert written == [[], [worker]]


def test_how_somebody_sees_what_they_have_just_written_can_be_said() -> None:
    """SR028: the writer of a post looks at it, and asks a copy that does not have it yet."""
    posts = Entity("Post", category="post")

    def posted(replication: Replication) -> Replication:
        store = Database("Posts", replicas=4, replication=replication)
        write = Writes(Service("Post service"), store, data=[posts])
        read = Reads(Service("Profile service"), store, data=[posts], served_by="replica", consistency="read_your_writes")
        retold(Design("Posts", [write, read]))
        return replication

    bad = posted(Replication(mode="async", max_lag=milliseconds(300), read_your_writes=False))
    good = posted(Replication(mode="async", max_lag=milliseconds(300), read_your_writes="primary", primary_window=seconds(2)))
    assert (bad.read_your_writes, good.read_your_writes) == (False, "primary")
    assert (bad.primary_window, good.primary_window) == (None, seconds(2))


def test_a_copy_in_step_far_away_is_told_from_one_nearby() -> None:
    """SR036: each write waits for a region on the other side of the ocean."""
    us, eu = Group("US", boundary="region"), Group("EU", boundary="region")
    primary, near, far = (Database(name, group=group) for name, group in (("Primary", us), ("Near", us), ("Far", eu)))
    write = Writes(Service("Orders", group=us), primary, requirements=Requirements(latency_p99=milliseconds(50)))
    slow = Replicates(primary, far, replication=Replication(mode="sync", round_trip=milliseconds(80)))
    quick = Replicates(primary, near, replication=Replication(mode="sync", round_trip=milliseconds(1)))
    behind = Replicates(primary, far, replication=Replication(mode="async", max_lag=seconds(1)))

    def in_step(*copies: Replicates) -> list[Group | None]:
        replicates = retold(Design("Orders", [write, *copies])).connections(Replicates)
        return [one.target.group for one in replicates if one.replication and one.replication.mode == "sync"]

    assert (in_step(slow), in_step(quick, behind)) == ([eu], [us])


def test_how_much_is_read_from_another_region_can_be_said() -> None:
    """SR041: a third of the profiles that people in Europe look at live in America."""
    users, settings = Entity("User"), Entity("Settings", category="config")
    home = Sharding(3, key="user_id", strategy="geo", home_region="user.region", moves=True, global_data=[settings])

    def looked(share: float | None) -> Reads:
        store = Database("Profile store", sharding=home, holds=[users, settings])
        read = Reads(Service("Profiles"), store, remote_share=share, requirements=Requirements(latency_p99=milliseconds(100)))
        retold(Design("Profiles", [read]))
        return read

    assert (looked(0.3).remote_share, looked(None).remote_share) == (0.3, None)


def test_a_key_that_nobody_asks_for_twice_is_told_from_one_that_many_do() -> None:
    """SR067: raw coordinates and a user in the key of a search."""

    def searched(reads: float, *key: str) -> Cache:
        cache = Cache("Results", ttl=seconds(30), key_parts=key, expected_reads_per_entry=reads)
        retold(Design("Nearby", [Reads(Service("Search"), cache)]))
        return cache

    bad, good = searched(1.1, "lat", "lon", "user_id"), searched(40, "geohash6", "category")
    assert (bad.key_parts, good.key_parts) == (("lat", "lon", "user_id"), ("geohash6", "category"))
    assert (bad.expected_reads_per_entry, good.expected_reads_per_entry) == (1.1, 40)


def test_how_many_readers_refresh_early_at_once_can_be_said() -> None:
    """SR082: one of a hundred readers refreshes, of a hundred thousand a second."""
    bad = StampedeProtection(["early_refresh"], refresh_share=0.01, rebuild_time=milliseconds(100), allowed_rebuilds=2)
    good = StampedeProtection(
        ["early_refresh", "single_flight"], scope="shared", refresh_share=0.0001, rebuild_time=milliseconds(100)
    )
    for protection in (bad, good):
        cache = Cache("Home page", ttl=minutes(1), stampede_protection=protection)
        retold(Design("Home", [Reads(Service("Pages"), cache, hot_key_rate=per_second(100_000))]))
    assert (bad.refresh_share, good.refresh_share) == (0.01, 0.0001)
    assert (bad.by, good.by) == (("early_refresh",), ("early_refresh", "single_flight"))


def test_that_every_click_counts_can_be_said() -> None:
    """SR093: a redirect that browsers keep is not seen a second time."""
    browser, service, log = Client("Browser"), Service("Links"), Log("Clicks")

    def redirected(status: int, edge: Cdn) -> Calls:
        call = Calls(browser, edge, "follow link", response_status=status, analytics=True)
        parts = [call, Calls(edge, service), *([Publishes(edge, log, "requests")] if edge.access_log else [])]
        retold(Design("Links", parts))
        return call

    bad, good = redirected(301, Cdn("CDN")), redirected(302, Cdn("CDN", access_log=True))
    assert (bad.response_status, good.response_status) == (301, 302)
    assert (bad.analytics, good.analytics) == (True, True)


def test_copies_behind_a_balancer_are_told_from_one_that_is_read_alone() -> None:
    """SR032: of three copies one is read, or all by turns, but for those too far behind."""
    copies = [Database(f"Copy {number}", role="replica") for number in (1, 2, 3)]
    app, balancer = Service("App"), LoadBalancer("Read balancer")
    following = Replication(mode="async", max_lag=milliseconds(300), lag_limit=seconds(1))
    primary = Database("Primary", role="primary")
    follow = [Replicates(primary, copy, replication=following) for copy in copies]

    bad = retold(Design("Reads", [Reads(app, copies[0]), *follow]))
    good = retold(Design("Reads", [Reads(app, balancer), *(Reads(balancer, copy) for copy in copies), *follow]))
    assert [[read.target for read in one.connections(Reads) if read.target in copies] for one in (bad, good)] == [
        copies[:1],
        copies,
    ]
