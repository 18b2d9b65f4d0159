"""How much stores will hold, and when their disks are full, where the load grows from year to year."""

import math
from collections.abc import Iterator, Sequence
from datetime import timedelta

from archgen.dsl.readable import number, readable
from archgen.estimating.known import Found, Known
from archgen.estimating.rates import plain
from archgen.estimating.sizes.found import derived
from archgen.model.architecture import Architecture
from archgen.model.estimate import Measure, Quantity
from archgen.vocabulary.components.database import Database
from archgen.vocabulary.components.store import Store
from archgen.vocabulary.data.entity import Entity

YEARS: tuple[tuple[Measure, int], ...] = (("storage_in_1_year", 1), ("storage_in_3_years", 3))
DAYS = 365
# Beyond so many years nobody plans.
MOST = 100.0


def years(architecture: Architecture, known: Known) -> Found:
    """Of every store of which it is known how much is added in a day."""
    times = architecture.design.requirements.growth
    found: Found = {}
    for store in architecture.components(Store):
        added = known.of(store, "storage_growth")
        if added:
            found |= {(store, measure): one for measure, one in _of_store(architecture, store, added, known, times)}
    return found


def _of_store(
    architecture: Architecture, store: Store, added: Quantity, known: Known, times: float | None
) -> Iterator[tuple[Measure, Quantity]]:
    """What is removed after a time leaves no more than what was added in that time."""
    now, copies = known.of(store, "storage"), store.replicas or 1
    kept = _kept(architecture, store, added)
    if kept is not None and not times:
        return  # it stays as it is
    for measure, count in YEARS:
        if kept is None:
            held = (now.value / copies if now else 0.0) + _added(added.value, times, count)
            formula = _formula(added, now, times, count, copies)
        else:
            held = sum(one.value * (time / timedelta(days=1)) for one, time in kept) * (times or 1.0) ** count
            grown = f" × {number(times)}^{count} growth" if times else ""
            formula = f"{_while_kept(added, kept)}{grown}"
        text = f"({formula}) × {copies:,} copies" if copies > 1 else formula
        name = f"stored in {'a year' if count == 1 else f'{count} years'}, all copies"
        yield measure, derived(name, held * copies, "bytes", text, [added, *([now] if now and kept is None else [])])
    full = _full(store, added, now, times) if kept is None else None
    if full:
        yield "disk_full_in", full


def _added(each_day: float, times: float | None, count: float) -> float:
    """All that is added in so many years, where what is added in a day is multiplied year by year."""
    if not times or times == 1:
        return each_day * DAYS * count
    return float(each_day * DAYS * (times**count - 1) / math.log(times))


def _formula(added: Quantity, now: Quantity | None, times: float | None, count: int, copies: int) -> str:
    days = f"{plain(added)} a day × {DAYS * count:,} days"
    if times and times != 1:
        days += f" × {number((times**count - 1) / math.log(times) / count)}, as the load is multiplied by {number(times)} a year"
    return f"{plain(now)}{f' / {copies:,} copies' if copies > 1 else ''} now + {days}" if now else days


def _kept(architecture: Architecture, store: Store, added: Quantity) -> Sequence[tuple[Quantity, timedelta]] | None:
    """What is added in a day, and how long it is kept, of each thing of its own; None where some of it is never removed."""
    of_store = store.retention if isinstance(store, Database) else None
    entities = {one: one.retention or of_store or architecture.design.requirements.retention for one in _held(store)}
    parts = {one.name: one for one in added.derivation.inputs}
    growing = [(parts.get(f"growth of {one.name} in a day"), kept) for one, kept in entities.items()]
    told = [(part, kept) for part, kept in growing if part and kept]
    return told if told and None not in entities.values() else None


def _held(store: Store) -> Iterator[Entity]:
    return (one for one in store.holds or () if isinstance(one, Entity))


def _while_kept(added: Quantity, kept: Sequence[tuple[Quantity, timedelta]]) -> str:
    """The sum of what is there at a time; what is all kept as long is told as one."""
    if len({time for _, time in kept}) == 1:
        return f"{plain(added)} a day × {readable(kept[0][1])} kept"
    return f"({' + '.join(f'{plain(one)} a day × {readable(time)}' for one, time in kept)}) kept"


def _full(store: Store, added: Quantity, now: Quantity | None, times: float | None) -> Quantity | None:
    """When the nodes hold no more: what is free, over what is added, which may grow."""
    if not store.disk_size or not now or not added.value:
        return None
    shards = (store.sharding.shards if store.sharding else None) or 1
    free = store.disk_size * shards - now.value / (store.replicas or 1)
    days = max(0.0, free) / added.value
    if times and times != 1:
        reach = 1 + days / DAYS * math.log(times)
        days = DAYS * (math.log(reach) / math.log(times)) if reach > 0 else DAYS * MOST
    room = (
        f"({number(shards)} × {readable(store.disk_size)} - {readable(type(store.disk_size)(now.value / (store.replicas or 1)))})"
    )
    formula = f"{room} / {plain(added)} a day" + (f", which grows by {number(times)} a year" if times and times != 1 else "")
    return derived("until disks are full", min(days, DAYS * MOST), "days", formula, [now, added])
