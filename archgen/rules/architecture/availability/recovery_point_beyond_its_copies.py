"""A store may lose less than its copies and backups can give back.

## Why it matters
The recovery point says how much of what was confirmed may be gone after a disaster. A copy that follows asynchronously lacks
whatever the primary had not sent yet: fractions of a second on a quiet day, minutes on the day when the disk was slow, which is
the day on which it fails. Backups are older still: one a night loses up to 24 h, and even logs that are shipped all the time
usually arrive in pieces of about 5 min.

## What to do
- Nothing may be lost: answer a write only when a second copy has it (`sync` or `quorum`), and pay a round trip for each.
- A little may be lost: let copies follow, state their `max_lag`, watch it, and stop taking writes when it is exceeded.
- Hours may be lost: backups will do, if restoring them is tried.
- Copies are no backups: a wrong delete reaches every copy in a moment. Have both.

## When it does not apply
- No recovery point is stated, by the design, by the store or for what it holds. What single writes state is left to the rules on
  how writes are replicated.
- Nothing is written to the store, or it can be made again: it is a view, an index or a cache, or those who write to it follow
  another store or a log.
- Enough copies have to confirm each write: `required_acks` of 2 or more.
- How copies follow, or how far behind they are, is not stated: that is asked, at info.
- Copies are too far behind, and of another copy it is not stated how it follows, or how the store itself is copied: a warning,
  as that one may confirm each write. Where its `replicas` are 1 or its `replication` is none, it has no copy of its own.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import timedelta
from typing import Literal

from archgen import (
    Component,
    Consumes,
    Database,
    Design,
    Entity,
    Group,
    Log,
    MaterializedView,
    Reads,
    Replicates,
    Replication,
    Requirements,
    SearchIndex,
    Service,
    Uploads,
    Worker,
    Writes,
    hours,
    minutes,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Estimate,
    Fact,
    Problem,
    Rule,
    Severity,
    Store,
    Word,
    agreeing,
    named,
    readable,
    remembered,
    stated,
)

# How far apart logs are shipped to a backup as a rule.
SHIPPED_EVERY = minutes(5)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for store in architecture.components(Store):
        need = _need(architecture, store)
        if need and not isinstance(store, (MaterializedView, SearchIndex)) and _is_a_truth(architecture, store):
            yield from _problems(architecture, store, need)


Need = tuple[timedelta, Fact]


def _need(architecture: Architecture, store: Store) -> Need | None:
    """The least that may be lost, and who says so."""
    words: list[tuple[str, Word]] = [(architecture.name, architecture.design.requirements)]
    words += [(store.name, store.requirements)] if store.requirements else []
    words += [(one.name, one) for one in store.holds or () if isinstance(one, Entity)]
    stated_by = [(word.recovery_point, who, word) for who, word in words if isinstance(word, (Requirements, Entity))]
    known = [(limit, who, word) for limit, who, word in stated_by if limit is not None]
    if not known:
        return None
    limit, who, word = min(known, key=lambda one: one[0])
    return limit, Fact(f"{who} may lose {_much(limit)}", word, "recovery_point")


def _much(limit: timedelta) -> str:
    return f"{readable(limit)} of what was confirmed" if limit else "nothing that was confirmed"


def _is_a_truth(architecture: Architecture, store: Store) -> bool:
    """Whether something is written to it that could not be made again from another store or a log."""
    written = [one for one in architecture.into(store) if isinstance(one, (Writes, Uploads))]
    writers = dict.fromkeys(member for one in written for member in architecture.members(one.source))
    return any(writer not in _followers(architecture) for writer in writers)


@remembered
def _followers(architecture: Architecture) -> Collection[Component]:
    """What consumes a store or a log."""
    taken = (one for one in architecture.connections(Consumes) if isinstance(one.target, (Store, Log)))
    return {member for one in taken for member in architecture.members(one.source)}


def _problems(architecture: Architecture, store: Store, need: Need) -> Iterator[Problem]:
    copies = [one.replication for one in architecture.out_of(store, Replicates) if one.replication]
    ways = [*copies, *([store.replication] if store.replication else [])]
    if any((way.required_acks or 0) > 1 or way.mode in ("sync", "quorum") for way in ways):
        return
    if ways:
        yield from _of_copies(store, ways, need)
    elif _stands_alone(architecture, store):
        yield from _without_copies(store, need)
    elif (store.replicas or 1) > 1 and need[0] < seconds(1):
        yield _question(store, need, [stated(store, "replicas"), stated(store, "replication")], f"replication of {store.name}")


def _stands_alone(architecture: Architecture, store: Store) -> bool:
    alone = store.replicas == 1 or (store.replication is False and store.replicas is None)
    return alone and not any(architecture.out_of(store, Replicates))


def _of_copies(store: Store, ways: Sequence[Replication], need: Need) -> Iterator[Problem]:
    """The copy that is least behind counts; None where none says how far."""
    (limit, fact), its = need, agreeing(store.name, "its")
    lags = [way.max_lag for way in ways if way.max_lag is not None]
    least = min(lags, default=None)
    behind = Fact(f"{named(store)}: {its} copies may be {readable(least)} behind", store)
    modes = {way.mode for way in ways}
    unsaid = list(_unsaid(store, modes))
    milder = Severity.WARNING if unsaid else None
    if least is not None and least > limit:
        message = f"{store.name} may lose {_much(limit)}, and {its} copies may be {readable(least)} behind"
        fix = "let copies confirm each write, or lower max_lag and hold to it"
        yield Problem(store, message, [fact, behind, *unsaid], fix, severity=milder)
    elif modes == {"async"} and not limit:
        message = f"{store.name} may lose nothing, and {agreeing(store.name, 'answers')} a write before any copy has it"
        fix = "answer a write when a second copy has it: sync or quorum"
        yield Problem(store, message, [fact, _mode(store), *unsaid], fix, severity=milder)
    elif least is None:
        asked = "mode" if None in modes else "max_lag"
        yield _question(store, need, [_mode(store)] if asked == "max_lag" else [], f"{asked} of the replication of {store.name}")


def _unsaid(store: Store, modes: Collection[str | None]) -> Iterator[Fact]:
    """What is not stated of how the store is copied, where some copy may confirm each write."""
    if store.replication is None and store.replicas != 1:
        yield stated(store, "replication")
    if None in modes:
        its = agreeing(store.name, "its")
        yield Fact(f"{named(store)}: whether one of {its} copies confirms each write is not stated", store)


def _mode(store: Store) -> Fact:
    return Fact(f"{named(store)}: copies follow asynchronously", store, "replication" if store.replication else None)


def _without_copies(store: Store, need: Need) -> Iterator[Problem]:
    limit, fact = need
    alone = stated(store, "replicas" if store.replicas else "replication")
    if store.backups is False:
        message = (
            f"{store.name} may lose {_much(limit)}, and there is neither a copy nor a backup of {agreeing(store.name, 'it')}"
        )
        yield Problem(store, message, [fact, alone, stated(store, "backups")], "keep a second copy in another zone, and backups")
    elif store.backups and limit < SHIPPED_EVERY:
        message = f"{store.name} may lose {_much(limit)}, and a backup is as a rule {readable(SHIPPED_EVERY)} old at the best"
        facts = [fact, alone, stated(store, "backups")]
        yield Problem(store, message, facts, "keep a second copy that confirms or closely follows", severity=Severity.WARNING)
    elif store.backups is None:
        yield _question(store, need, [alone, stated(store, "backups")], f"backups of {store.name}")


def _question(store: Store, need: Need, facts: Sequence[Fact], what: str) -> Problem:
    limit, fact = need
    message = f"{store.name} may lose {_much(limit)}, and it is not said what would be lost with {agreeing(store.name, 'it')}"
    return Problem(store, message, [fact, *facts], f"state {what}", asks=True)


def ledger(store: Database, *, may_lose: timedelta | None = None) -> Design:
    return Design("Ledger", [Writes(Service("Bank"), store)], requirements=Requirements(recovery_point=may_lose))


def follower(may_lose: timedelta, replication: Replication, own: Replication | None = None) -> Design:
    store, copy = Database("Ledger", replicas=2 if own else 1, replication=own), Database("Copy")
    parts = [Writes(Service("Bank"), store), Replicates(store, copy, replication=replication), Reads(Service("Reports"), copy)]
    return Design("Ledger", parts, requirements=Requirements(recovery_point=may_lose))


def apart() -> Design:
    """A copy elsewhere, and no word on whether there is one at hand."""
    store, copy = Database("Ledger"), Database("Copy", group=Group("Elsewhere", boundary="region"))
    follow = Replicates(store, copy, replication=Replication(mode="async", max_lag=seconds(30)))
    parts = [Writes(Service("Bank"), store), follow, Reads(Service("Reports"), copy)]
    return Design("Ledger", parts, requirements=Requirements(recovery_point=seconds(5)))


def held(may_lose: timedelta, mode: Literal["sync", "async"]) -> Design:
    entry = Entity("Entry", recovery_point=may_lose)
    return ledger(Database("Ledger", replicas=3, holds=[entry], replication=Replication(mode=mode)))


def rates() -> Design:
    """Others write what is only read here."""
    look = Reads(Service("Bank"), Database("Rates", replicas=1))
    return Design("Rates", [look], requirements=Requirements(recovery_point=NOTHING))


def follows() -> Design:
    """What is shown can be made again from the ledger."""
    books, shown = (
        Database("Ledger", replicas=2, replication=Replication(mode="sync")),
        Database("Balances", replicas=1, backups=False),
    )
    follower = Worker("Follower")
    parts = [Writes(Service("Bank"), books), Consumes(follower, books), Writes(follower, shown)]
    return Design("Balances", parts, requirements=Requirements(recovery_point=NOTHING))


NOTHING = seconds(0)

rule = Rule(
    "AR004",
    Severity.ERROR,
    check,
    flagged=[
        lambda: ledger(Database("Ledger", replicas=2, replication=Replication(mode="async")), may_lose=NOTHING),
        lambda: follower(seconds(5), Replication(mode="async", max_lag=seconds(30))),
        lambda: held(NOTHING, "async"),
        apart,
        lambda: ledger(Database("Ledger", replicas=1, backups=False), may_lose=hours(24)),
        lambda: ledger(Database("Ledger", replicas=1, backups=True), may_lose=seconds(10)),
        lambda: ledger(Database("Ledger", replicas=2, replication=Replication(mode="async")), may_lose=seconds(10)),
        lambda: ledger(Database("Ledger", replicas=2), may_lose=NOTHING),
    ],
    accepted=[
        lambda: ledger(Database("Ledger", replicas=2, replication=Replication(mode="sync")), may_lose=NOTHING),
        lambda: ledger(Database("Ledger", replicas=3, replication=Replication(mode="quorum", required_acks=2)), may_lose=NOTHING),
        lambda: follower(seconds(30), Replication(mode="async", max_lag=seconds(5))),
        lambda: follower(seconds(5), Replication(mode="async", max_lag=seconds(30)), Replication(mode="sync")),
        lambda: held(NOTHING, "sync"),
        lambda: ledger(Database("Ledger", replicas=1, backups=True), may_lose=hours(24)),
        lambda: ledger(Database("Ledger", replicas=1, backups=False)),
        rates,
        follows,
    ],
    see=["recovery-time-beyond-reach", "single-point-of-failure"],
)
