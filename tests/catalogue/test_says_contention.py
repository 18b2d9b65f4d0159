"""What the rules on contention find fault with, and what they accept, can both be said, and differ in what is at stake."""

from typing import Literal

from archgen import (
    Acquires,
    Cache,
    Calls,
    Client,
    Column,
    Compensation,
    Consumes,
    Database,
    Design,
    Entity,
    ExternalSystem,
    Hold,
    IdempotencyKey,
    Lease,
    Lock,
    LockService,
    Publishes,
    Pushes,
    Queue,
    Reads,
    RelationalDatabase,
    Replication,
    Requirements,
    Retry,
    Service,
    Sharding,
    Table,
    Transaction,
    TwoPhaseCommit,
    VersionCheck,
    Worker,
    Workflow,
    WorkflowStep,
    Writes,
    milliseconds,
    minutes,
    per_second,
    seconds,
)
from tests.catalogue.retold import retold

BOOKING, SEATS = Service("Booking", replicas=4), RelationalDatabase("Seats", engine="PostgreSQL", transactional=True, mvcc=True)
SEAT = Entity("Seat", category="seat_availability", bounded=True, concurrent_actors=2, contention="high", constraint=False)


def test_what_is_read_and_then_written_can_be_one_operation() -> None:
    """DC001: both see the last seat free, and both sell it; or the first locks the row that it reads."""

    def booked(lock: Lock | Literal[False]) -> Reads:
        isolation = Transaction("read_committed", timeout=seconds(3))
        look = Reads(
            BOOKING, SEATS, "free?", data=[SEAT], operation="book", operation_kind="read_then_write", drives_decision=True,
            lock=lock, transaction=isolation,
        )  # fmt: skip
        sell = Writes(
            BOOKING, SEATS, "sell", data=[SEAT], operation="book", guarded=True, checks_result=True, transaction=isolation
        )
        retold(Design("Tickets", [look, sell]))
        return look

    bad, good = booked(False), booked(Lock("row", timeout=seconds(2), hold_time=milliseconds(15)))
    assert [bool(look.lock) for look in (bad, good)] == [False, True]


def test_what_tells_that_somebody_was_faster_can_be_said() -> None:
    """DC019: an average goes up and down, and may be the same again."""
    columns = [Column("rating", kind_of_value="average", decrements=True), Column("version", kind_of_value="version")]
    reviews = Table("Reviews", columns=columns, monotonic=False)

    def checked(check: VersionCheck) -> VersionCheck:
        retry = Retry(3, backoff="exponential")
        write = Writes(
            Service("Reviews service"),
            SEATS,
            data=[reviews],
            version_check=check,
            checks_result=True,
            retry=retry,
            retryable=True,
        )
        retold(Design("Reviews", [write]))
        return check

    bad = VersionCheck("business_value", field="rating", on_conflict="retry")
    good = VersionCheck("column", field="version", incremented=True, on_conflict="retry", conflict_share=0.05)
    assert [checked(one).by for one in (bad, good)] == ["business_value", "column"]


def test_orders_of_locks_can_be_compared() -> None:
    """DC029: a transfer locks the sender first, a refund the receiver; or both the lower number."""

    def locked(*orders: list[str]) -> set[tuple[str, ...]]:
        names = ["sender", "receiver"]
        locks = [Lock("row", resources=names, order=order, deadlocks="ordering", timeout=seconds(2)) for order in orders]
        writes = [
            Writes(Service(f"Service {at}"), SEATS, f"moves {at}", lock=lock, retry=Retry(3), shard_keys=2)
            for at, lock in enumerate(locks)
        ]
        retold(Design("Bank", writes))
        return {tuple(lock.order or ()) for lock in locks}

    assert len(locked(["sender", "receiver"], ["receiver", "sender"])) == 2
    assert len(locked(["lower id", "higher id"], ["lower id", "higher id"])) == 1


def test_a_rule_over_several_rows_can_be_kept() -> None:
    """DC035: two doctors leave at once, each having seen the other on duty."""
    doctor = Entity("Doctor", invariant="one is always on duty")

    def left(transaction: Transaction, lock: Lock | None) -> tuple[object, object]:
        look = Reads(
            BOOKING,
            SEATS,
            "who is on duty?",
            data=[doctor],
            transaction=transaction,
            lock=lock,
            range_predicate=True,
            operation="leave",
        )
        leave = Writes(BOOKING, SEATS, "leaves", data=[doctor], transaction=transaction, operation="leave", rows=1)
        retold(Design("Roster", [look, leave]))
        return transaction.isolation, lock.covers_invariant if lock else None

    assert left(Transaction("repeatable_read"), None) == ("repeatable_read", None)
    assert left(Transaction("serializable"), None) == ("serializable", None)
    assert left(Transaction("read_committed"), Lock("row", covers_invariant=True)) == ("read_committed", True)


def test_a_call_to_others_within_a_transaction_can_be_said() -> None:
    """DC025: the row is locked while the card is charged, or the seat is held and paid for afterwards."""
    pay = Calls(BOOKING, ExternalSystem("Payment", provides="payment"), idempotency=IdempotencyKey("order id"), retry=Retry(3))

    def sold(transaction: Transaction, hold: Hold | None) -> Writes:
        write = Writes(BOOKING, SEATS, data=[SEAT], lock=Lock("row"), transaction=transaction, hold=hold, user_facing=True)
        retold(Design("Tickets", [write, pay]))
        return write

    bad = sold(Transaction(calls_out=True, waits_for_user=True), None)
    good = sold(Transaction(calls_out=False), Hold(minutes(10), atomic_claim=True, cleaned_up=True, verified=True, store=SEATS))
    assert [(one.transaction.calls_out, bool(one.hold)) for one in (bad, good) if one.transaction] == [
        (True, False),
        (False, True),
    ]


def test_a_former_holder_of_a_lease_can_be_refused() -> None:
    """DC054: numbers that grow, and a store that looks at them."""
    locks = LockService("etcd", engine="etcd", nodes=3, algorithm="raft", clock="monotonic", fencing=True, criticality="high")
    lease = Lease(seconds(30), fencing=True, protects="writes", owner_checked=True, atomic_acquire=True, on_denied="retry")

    def written(token: bool, checks: bool) -> tuple[object, object]:
        store = Database("Store", checks_fencing=checks)
        write = Writes(BOOKING, store, lease=lease, fencing_token=token)
        retold(Design("Jobs", [Acquires(BOOKING, locks, lease=lease), write]))
        return write.fencing_token, store.checks_fencing

    assert (written(False, False), written(True, True)) == ((False, False), (True, True))


def test_a_lock_in_a_cache_is_told_from_one_that_survives_a_failover() -> None:
    """DC057: the copy that takes over knows nothing of the lock; DC063: and a full cache drops it."""
    shared = Cache("Redis", serves_as="lock", eviction="allkeys_lru", holds=[SEAT], replicas=1)
    apart = LockService("Redis", engine="Redis", nodes=2, replication=Replication(mode="async"), algorithm="single")
    steady = LockService("ZooKeeper", engine="ZooKeeper", nodes=3, algorithm="zab")

    def held(by: Cache | LockService, lease: Lease) -> str:
        retold(Design("Tickets", [Acquires(BOOKING, by, "seat", lease=lease, latency_p99=seconds(2))]))
        return type(by).__name__

    watching = Lease(session=True, on_denied="watch_predecessor", key="seat id", whole=False, renewed=True)
    assert [held(shared, Lease(seconds(30))), held(apart, Lease(seconds(30))), held(steady, watching)] == [
        "Cache",
        "LockService",
        "LockService",
    ]


def test_who_takes_part_in_a_commit_of_two_phases_can_be_said() -> None:
    """DC049: a provider that cannot promise to commit later; DC050: and a bound on doubt."""
    bank, provider = Service("Bank", replicas=2), ExternalSystem("Provider", provides="payment")
    one, other = Database("Accounts A", prepares=True), Database("Accounts B", prepares=True)
    debit, credit, pay = Writes(bank, one, "debit"), Writes(bank, other, "credit"), Calls(bank, provider, "pay out")
    commit = TwoPhaseCommit(bank, durable_log=True, recovery=True, in_doubt_timeout=seconds(30))

    def moved(last: Writes | Calls) -> str:
        steps = [WorkflowStep("debit", debit), WorkflowStep("last", last)]
        transfer = Workflow(
            "Transfer", steps, coordination="two_phase_commit", two_phase_commit=commit, availability_need="normal"
        )
        retold(Design("Bank", [debit, last], behaviours=[transfer]))
        return last.target.name

    assert (moved(pay), moved(credit)) == ("Provider", "Accounts B")


def test_whether_locks_stay_between_the_steps_of_a_saga_can_be_said() -> None:
    """DC084: each step commits on its own, or a row stays locked until the last."""
    bank, failed = Service("Bank"), Queue("Failed refunds")
    accounts = Database("Accounts", sharding=Sharding(8, key="account id"))
    debit, credit = Writes(bank, accounts, "debit", id="debit"), Writes(bank, accounts, "credit", id="credit")

    def moved(locked: bool) -> Workflow:
        undo = Compensation("credit back", credit, idempotent=True, dead_letter=failed)
        steps = [WorkflowStep("debit", debit, compensation=undo), WorkflowStep("credit", credit, can_fail=True)]
        saga = Workflow(
            "Transfer", steps, coordination="saga", pending_state=True, consistency="eventual", locks_across_steps=locked
        )
        retold(Design("Bank", [debit, credit, Publishes(bank, failed)], behaviours=[saga]))
        return saga

    assert [moved(one).locks_across_steps for one in (True, False)] == [True, False]


def test_one_item_that_all_want_can_go_through_one_worker() -> None:
    """DC086: ten thousand at one row, or a line for each concert with one worker at its head."""
    line = Queue("Line", purpose="serialization", partition_key="concert id", consumers_per_key=1)
    seller, fan = Worker("Seller", task_duration=milliseconds(5)), Client("Fan")
    store = Database("Concerts", max_key_rate=per_second(500))
    hot = Entity("Concert", contention="high", bottleneck="writes", hot_key_rate=per_second(10_000), consistency="strong")

    def sold(by: Service | Worker, through: Queue | None, *before: Publishes | Consumes | Pushes) -> Writes:
        write = Writes(by, store, data=[hot], lock=Lock("row"), hot_key_rate=per_second(10_000), serializes_through=through)
        need = Requirements(latency_p99=seconds(0.2))
        retold(Design("Concerts", [Calls(fan, BOOKING, mode="async" if through else "sync"), *before, write], requirements=need))
        return write

    bad = sold(BOOKING, None)
    good = sold(seller, line, Publishes(BOOKING, line), Consumes(seller, line), Pushes(BOOKING, fan, "yours, or gone"))
    assert [write.serializes_through for write in (bad, good)] == [None, line]


def test_a_long_transaction_can_be_moved_to_a_copy() -> None:
    """DC041: a report of half an hour keeps old versions alive where everybody writes."""
    report, copy = Worker("Report"), RelationalDatabase("Copy", role="replica", mvcc=True, vacuum=True)

    def read(store: Database) -> Reads:
        reads = Reads(report, store, "all of it", transaction=Transaction("snapshot", duration=minutes(30)), scan=True)
        retold(Design("Reports", [reads]))
        return reads

    assert [read(store).target for store in (SEATS, copy)] == [SEATS, copy]


def test_one_lock_of_the_database_for_all_writers_can_be_said() -> None:
    """DC032: the site takes the lock of the concert, the import does not; DC023: or all share one for everything."""

    def imported(lock: Lock | Literal[False]) -> Writes:
        held = Lock("advisory", key="concert id", scope="transaction", whole=False)
        site, load = Writes(BOOKING, SEATS, data=[SEAT], lock=held), Writes(Worker("Import"), SEATS, data=[SEAT], lock=lock)
        retold(Design("Tickets", [site, load]))
        return load

    bad, good = imported(False), imported(Lock("advisory", key="concert id", scope="transaction"))
    assert [load.lock and load.lock.key for load in (bad, good)] == [False, "concert id"]
