"""What the rules on scaling writes find fault with, and what they accept, can both be said, and differ in what is at stake."""

from typing import Literal

from archgen import (
    Aggregator,
    Batching,
    Cache,
    Calls,
    Client,
    Consumes,
    Counter,
    Database,
    Design,
    Entity,
    LoadShedding,
    Log,
    Migration,
    MigrationStep,
    Publishes,
    Queue,
    Reads,
    RelationalDatabase,
    Scheduler,
    Service,
    Sharding,
    Table,
    TimeSeriesDatabase,
    Transaction,
    Worker,
    Workflow,
    WorkflowStep,
    Writes,
    days,
    minutes,
    per_second,
    seconds,
)
from tests.catalogue.retold import retold


def test_what_checks_where_the_database_no_longer_does_can_be_said() -> None:
    """SW018: constraints turned off for speed, and a job that looks for orphans."""

    def ordered(checked_by: str | None) -> Table:
        orders = Table("Orders", foreign_keys=0, constraints_disabled=True, constraints_checked_by=checked_by)
        store, audit = RelationalDatabase("Shop", holds=[orders]), Scheduler("Audit", task="reconcile", interval=minutes(10))
        audits = [Reads(audit, store, "orphans", data=[orders], purpose="reconcile", scan=True)] if checked_by else []
        retold(Design("Shop", [Writes(Service("Orders"), store, data=[orders]), *audits]))
        return orders

    assert (ordered(None).constraints_checked_by, ordered("Audit").constraints_checked_by) == (None, "Audit")


def test_a_write_across_shards_is_told_from_a_saga_of_two() -> None:
    """SW034: money that leaves one shard and reaches another."""
    accounts = Entity("Account", category="balance")
    store = Database("Ledger", sharding=Sharding(8, key="account_id"), cross_shard_transactions=False, holds=[accounts])
    bank = Service("Bank")

    at_once = Writes(
        bank, store, "both accounts", data=[accounts], transaction=Transaction(isolation="serializable"), shard_keys=2
    )
    out, into = (Writes(bank, store, text, data=[accounts], shard_keys=1) for text in ("take", "give"))
    saga = Workflow("Transfer", [WorkflowStep("take", along=out), WorkflowStep("give", along=into)], coordination="saga")

    bad, good = retold(Design("Bank", [at_once])), retold(Design("Bank", [out, into], behaviours=[saga]))
    assert [[(write.shard_keys, bool(write.transaction)) for write in one.connections(Writes)] for one in (bad, good)] == [
        [(2, True)],
        [(1, False), (1, False)],
    ]


def test_how_long_a_burst_lasts_and_a_write_may_wait_can_be_said() -> None:
    """SW040: a peak of ten minutes leaves a backlog of forty, where a minute is allowed; one of ten seconds does not."""

    def peaked(burst: int) -> Publishes:
        queue, worker = Queue("Orders"), Worker("Writer", drain_rate=per_second(2_000))
        usual, peak = per_second(1_200), per_second(10_000)
        publish = Publishes(Service("Shop"), queue, rate=usual, peak_rate=peak, burst=seconds(burst), max_delay=minutes(1))
        retold(Design("Shop", [publish, Consumes(worker, queue), Writes(worker, Database("Orders store"))]))
        return publish

    bad, good = peaked(600), peaked(10)
    assert (bad.burst, bad.max_delay) == (minutes(10), minutes(1))
    assert (good.burst, good.max_delay) == (seconds(10), minutes(1))


def test_which_writes_are_dropped_first_can_be_said() -> None:
    """SW052: clicks that are paid for are dropped, or only impressions."""
    clicks, shown = (
        Entity("Click", category="click", criticality="high"),
        Entity("Impression", category="impression", criticality="low"),
    )

    def shed(*drops: Literal["low", "normal", "high"]) -> LoadShedding:
        shedding = LoadShedding(drops=drops, counts_drops=True, tells_sender=True, metric="queue_depth")
        service, browser = Service("Collector", load_shedding=shedding), Client("Browser")
        sent = [Calls(browser, service, one.name, data=[one], criticality=one.criticality) for one in (clicks, shown)]
        retold(Design("Adverts", [*sent, Publishes(service, Log("Events"))]))
        return shedding

    assert (shed("low", "normal", "high").drops, shed("low").drops) == (("low", "normal", "high"), ("low",))


def test_an_increment_that_may_come_twice_is_told_from_a_value_that_is_set() -> None:
    """SW063: a batch that is replayed adds its clicks again, or sets the count of its minute again."""
    clicks = Entity("Clicks of an advert", category="billing", exact=True)

    def counted(kind: Literal["increment", "upsert"]) -> Writes:
        log, store = Log("Clicks", delivery="at_least_once", retention=days(7)), Database("Billing", holds=[clicks])
        aggregator = Aggregator("Per minute", window=minutes(1), idempotent=kind == "upsert")
        write = Writes(aggregator, store, data=[clicks], operation_kind=kind, idempotent=kind == "upsert")
        retold(Design("Billing", [Consumes(aggregator, log, commit="after_write"), write]))
        return write

    assert [counted(kind).operation_kind for kind in ("increment", "upsert")] == ["increment", "upsert"]


def test_keys_of_one_counter_on_one_shard_are_told_from_keys_on_several() -> None:
    """SW074: a hash tag around what all its keys have in common."""

    def liked(prefix: bool) -> Counter:
        spread = Sharding(16, strategy="hash_slots", key=["post_id", "part"], shared_prefix=prefix)
        counter = Counter(
            "Likes", counts="likes", splits=10, reads_all_splits=True, sharding=spread, max_key_rate=per_second(10_000)
        )
        retold(Design("Likes", [Writes(Service("Posts"), counter, operation_kind="increment", hot_key_rate=per_second(100_000))]))
        return counter

    bad, good = liked(prefix=True).sharding, liked(prefix=False).sharding
    assert bad
    assert good
    assert (bad.shared_prefix, good.shared_prefix) == (True, False)


def test_whether_readers_know_what_is_spread_can_be_said() -> None:
    """SW079: writers spread a number that gets hot, and readers look at one of its keys."""

    def spread(known: bool) -> Counter:
        counter = Counter("Likes", splits=100, split_when="when_hot", split_threshold=per_second(5_000), split_known=known)
        app, total = Service("Posts"), Cache("Totals", ttl=seconds(5))
        retold(
            Design("Likes", [Reads(app, counter, sums_splits=known), Writes(app, counter), Writes(app, total, ttl=seconds(5))])
        )
        return counter

    assert (spread(known=False).split_known, spread(known=True).split_known) == (False, True)


def test_how_a_backfill_treats_rows_that_are_there_can_be_said() -> None:
    """SW093: old rows written over newer ones, or only where they are newer."""
    former, later = Database("Eight shards", sharding=Sharding(8)), Database("Sixteen shards", sharding=Sharding(16))

    def moved(mode: Literal["overwrite", "compare_version"]) -> Migration:
        backfill = MigrationStep("backfill", mode=mode, rate_limit=False)
        steps = [MigrationStep("dual_write"), backfill, MigrationStep("consistency_check"), MigrationStep("switch_reads")]
        migration = Migration("More shards", steps, source=former, target=later, offline=False)
        writer = Worker("Copy", task="backfill")
        retold(Design("Posts", [Reads(writer, former, scan=True), Writes(writer, later)], behaviours=[migration]))
        return migration

    assert [moved(mode).steps[1].mode for mode in ("overwrite", "compare_version")] == ["overwrite", "compare_version"]


def test_what_is_answered_before_it_is_safe_is_told_from_what_is_not() -> None:
    """SW057: a batch in memory that callers take for stored, or one that can be read again from a log."""
    points = TimeSeriesDatabase("Points")

    def gathered(batching: Batching) -> Writes:
        write = Writes(Service("Ingest"), points, batching=batching, batch_size=batching.max_size)
        retold(Design("Metrics", [Calls(Client("Host"), write.source, rate=per_second(3_000)), write]))
        return write

    bad = gathered(Batching(max_size=1_000, max_wait=seconds(1), durable=False, acknowledges="on_receipt"))
    good = gathered(Batching(max_size=1_000, max_wait=seconds(1), durable=True, acknowledges="after_flush"))
    assert bad.batching
    assert good.batching
    assert (bad.batching.acknowledges, good.batching.acknowledges) == ("on_receipt", "after_flush")
