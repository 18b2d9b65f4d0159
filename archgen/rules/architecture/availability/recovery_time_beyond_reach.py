"""A store has to be back sooner than anything can take over, or than a backup of its size can be restored.

## Why it matters
Recovery is a series of things that take time: noticing, deciding, switching, and warming up. An automatic switch takes 10 to
60 s. Where a person decides, somebody has to be woken, understand, and type: 15 min is quick. Without a copy there is only the
backup, and a restore is a matter of bandwidth: at 100 MB a second, which is good for a restore, 1 TB takes 2.8 h, and logs are
replayed after that.

## What to do
- Let another copy take over by itself (`failover` of `automatic`), and fence the former primary so that it cannot write again.
- Where a person should decide, require a recovery time that a person can keep.
- Without a copy, keep the data that must be back first apart and small, or keep a copy.
- Try it: a recovery that was never done takes longer than anybody thinks.

## When it does not apply
- No recovery time is stated, by the design or by the store.
- Another copy takes over by itself, or the store is `managed` and says nothing else of failover.
- The size, or what takes over, is not stated: where that decides, it is asked, at info.
- Views and indexes that can be built again from something else.
"""

from collections.abc import Collection, Iterator
from datetime import timedelta
from typing import Literal

from archgen import (
    Database,
    Design,
    MaterializedView,
    Reads,
    Replicates,
    Replication,
    Requirements,
    SearchIndex,
    Service,
    Size,
    Writes,
    gigabytes,
    hours,
    minutes,
    seconds,
    terabytes,
)
from archgen.plugin import Architecture, Estimate, Fact, Problem, Rule, Severity, Store, agreeing, does, number, readable, stated

# What a restore writes a second, where all goes well.
RESTORED = 100e6
# The quickest that somebody who is asleep can switch over.
BY_HAND = minutes(15)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for store in architecture.components(Store):
        need = _need(architecture, store)
        if need and not isinstance(store, (MaterializedView, SearchIndex)):
            yield from _problems(architecture, store, *need)


def _need(architecture: Architecture, store: Store) -> tuple[timedelta, Fact] | None:
    own, whole = store.requirements, architecture.design.requirements
    if own and own.recovery_time is not None:
        return own.recovery_time, Fact(f"{store.name} may be away for {readable(own.recovery_time)}", own, "recovery_time")
    if whole.recovery_time is None:
        return None
    fact = Fact(f"{architecture.name} may be away for {readable(whole.recovery_time)}", whole, "recovery_time")
    return whole.recovery_time, fact


def _problems(architecture: Architecture, store: Store, limit: timedelta, need: Fact) -> Iterator[Problem]:
    copies = [one.replication for one in architecture.out_of(store, Replicates) if one.replication]
    ways = [*copies, *([store.replication] if store.replication else [])]
    how = {way.failover for way in ways}
    several = (store.replicas or 1) > 1 or bool(ways)
    if not several and store.replicas == 1 and not any(architecture.out_of(store, Replicates)):
        yield from _restored(store, limit, need)
    elif several and "automatic" not in how and limit < BY_HAND:
        yield from _by_hand(store, how, limit, need)


def _restored(store: Store, limit: timedelta, need: Fact) -> Iterator[Problem]:
    if store.stored is None or store.backups is False:
        return
    takes = store.stored / RESTORED
    if takes > limit.total_seconds():
        yield Problem(
            store,
            f"{does(store.name, 'has')} to be back within {readable(limit)}, and restoring {agreeing(store.name, 'its')} "
            f"{readable(store.stored)} takes {number(round(takes / 3600, 2))} h at 100 MB a second",
            [need, stated(store, "replicas"), stated(store, "stored")],
            f"keep a second copy of {store.name} that takes over by itself, or allow the time that a restore takes",
        )


def _by_hand(store: Store, how: Collection[str | None], limit: timedelta, need: Fact) -> Iterator[Problem]:
    said = sorted(one for one in how if one)
    if said:
        words = "another copy takes over by hand" if "manual" in said else "no other copy takes over"
        yield Problem(
            store,
            f"{does(store.name, 'has')} to be back within {readable(limit)}, and {words}",
            [need, Fact(f"{store.name}: failover = {', '.join(said)}", store, "replication" if store.replication else None)],
            f"let another copy take over by itself: failover as automatic, or allow {readable(BY_HAND)} and more",
        )
    elif not store.managed:
        message = f"{does(store.name, 'has')} to be back within {readable(limit)}, and it is not said how another copy takes over"
        yield Problem(store, message, [need, stated(store, "replication")], f"state failover of {store.name}", asks=True)


def orders(store: Database, back_within: timedelta | None) -> Design:
    parts = [Writes(Service("Shop"), store), Reads(Service("Reports"), store)]
    return Design("Orders", parts, requirements=Requirements(recovery_time=back_within))


def alone(size: Size | None, *, backups: bool | None = True) -> Database:
    return Database("Orders", replicas=1, stored=size, backups=backups)


def copied(failover: Literal["none", "manual", "automatic"] | None, *, managed: bool | None = None) -> Database:
    replication = Replication(mode="async", failover=failover)
    return Database("Orders", replicas=2, replication=replication, managed=managed)


def of_its_own() -> Design:
    store = Database("Orders", replicas=2, replication=Replication(failover="none"))
    by_hand, at_once = Replication(failover="manual"), Requirements(recovery_time=minutes(1))
    strict = Database("Stock", replicas=2, replication=by_hand, requirements=at_once)
    return Design("Shop", [Writes(Service("Shop"), store), Writes(Service("Stock keeper"), strict)])


rule = Rule(
    "AR005",
    Severity.WARNING,
    check,
    flagged=[
        lambda: orders(alone(terabytes(1)), hours(1)),
        lambda: orders(copied("manual"), minutes(5)),
        lambda: orders(copied("none"), minutes(5)),
        of_its_own,
        lambda: orders(copied(None), seconds(30)),
    ],
    accepted=[
        lambda: orders(alone(gigabytes(300)), hours(1)),
        lambda: orders(alone(None), minutes(1)),
        lambda: orders(copied("automatic"), seconds(30)),
        lambda: orders(copied("manual"), minutes(15)),
        lambda: orders(copied(None, managed=True), seconds(30)),
        lambda: orders(copied("none"), None),
    ],
    see=["recovery-point-beyond-its-copies", "single-point-of-failure"],
)
