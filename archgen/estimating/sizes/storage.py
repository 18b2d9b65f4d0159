"""How much stores and brokers hold, with all copies, on each node, and how fast that grows."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from archgen.dsl.readable import number, readable
from archgen.estimating.known import Found, Known
from archgen.estimating.rates import Inflow, added, plain
from archgen.estimating.sizes.found import derived
from archgen.model.architecture import Architecture
from archgen.model.estimate import Quantity
from archgen.vocabulary.components.broker import Broker
from archgen.vocabulary.components.database import Database
from archgen.vocabulary.components.store import Store
from archgen.vocabulary.connections.interaction import Interaction
from archgen.vocabulary.connections.uploads import Uploads
from archgen.vocabulary.connections.writes import Writes
from archgen.vocabulary.data.entity import Entity

A_DAY = timedelta(days=1)
SECONDS = 86_400


def storage(architecture: Architecture, known: Known) -> Found:
    """Of every store that says what it holds, and every broker that says how long it keeps messages of known size."""
    found: Found = {}
    for store in architecture.components(Store):
        found |= _of_store(architecture, store, known)
    for broker in architecture.components(Broker):
        kept = _of_broker(architecture, broker, known)
        if kept:
            found[broker, "storage"] = kept
    return found


def _of_store(architecture: Architecture, store: Store, known: Known) -> Found:
    entities = [one for one in store.holds or () if isinstance(one, Entity)]
    growing = {one: grows for one in entities if (grows := _growth(architecture, store, one, entities, known))}
    sizes = [_size(architecture, store, one, growing.get(one)) for one in entities]
    whole = [derived("stored", float(store.stored), "bytes", "stated")] if store.stored else [one for one in sizes if one]
    found: Found = {}
    if growing:
        parts = list(growing.values())
        found[store, "storage_growth"] = derived(
            "growth in a day", sum(one.value for one in parts), "bytes", added(map(plain, parts)), parts
        )
    if whole:
        partial = any(one.partial for one in whole) or (not store.stored and None in sizes)
        found |= _copies(store, whole, partial=partial)
    return found


def _copies(store: Store, parts: Sequence[Quantity], *, partial: bool) -> Found:
    """All copies together, and what a node holds of one of them."""
    one = sum(part.value for part in parts)
    copies, text = store.replicas or 1, added(map(plain, parts))
    shards = (store.sharding.shards if store.sharding else None) or 1
    text = f"({text})" if len(parts) > 1 and (copies > 1 or shards > 1) else text
    alone = parts[0].derivation.formula if len(parts) == 1 and parts[0].derivation.formula != "stated" else text
    whole = f"{text} × {copies:,} copies" if copies > 1 else alone
    found: Found = {
        (store, "storage"): replace(derived("stored, all copies", one * copies, "bytes", whole, parts), partial=partial)
    }
    if store.disk_size:
        split = f"{text} / {shards:,} shards" if shards > 1 else text
        formula = f"{split} / {readable(store.disk_size)}"
        used = derived("disk taken on each node", one / shards / store.disk_size, "share", formula, parts)
        found[store, "disk_used"] = replace(used, partial=partial)
    return found


def _growth(architecture: Architecture, store: Store, entity: Entity, others: Sequence[Entity], known: Known) -> Quantity | None:
    """What is added of it in a day; by what is written to the store, where it holds nothing else."""
    name = f"growth of {entity.name} in a day"
    if entity.growth_per_day:
        return derived(name, float(entity.growth_per_day), "bytes", f"{readable(entity.growth_per_day)} a day, as stated")
    if entity.write_rate is not None and entity.item_size is not None:
        formula = f"{readable(entity.write_rate)} × {readable(entity.item_size)} × 1 d"
        return derived(name, entity.write_rate * entity.item_size * SECONDS, "bytes", formula)
    coming = [_coming(one, entity, known) for one in _adding(architecture, store, entity)] if len(others) == 1 else []
    parts = [one for one in coming if one]
    if not parts or len(parts) < len(coming):
        return None
    assumed = f"every write to {store.name} adds an item to {entity.name}"
    return derived(name, sum(one.value for one in parts) * SECONDS, "bytes", f"{Inflow(parts).text} × 1 d", parts, assumed)


def _adding(architecture: Architecture, store: Store, entity: Entity) -> Sequence[Interaction]:
    """What adds to the store: nothing that deletes, and where some say that they bring this, they alone."""
    writing: list[Interaction] = [*architecture.into(store, Writes), *architecture.into(store, Uploads)]
    adding = [one for one in writing if not (isinstance(one, Writes) and one.operation_kind == "delete")]
    bringing = [one for one in adding if entity in (one.data or ())]
    return bringing or adding


def _coming(one: Interaction, entity: Entity, known: Known) -> Quantity | None:
    """How many bytes a second it brings: as many as it says that pass, else one of these each time."""
    passing, rate = known.of(one, "bandwidth"), known.of(one, "rate")
    if passing or rate is None or entity.item_size is None:
        return passing
    return derived(
        "bandwidth", rate.value * entity.item_size, "bytes per second", f"{plain(rate)} × {readable(entity.item_size)}", [rate]
    )


def _size(architecture: Architecture, store: Store, entity: Entity, growth: Quantity | None) -> Quantity | None:
    """All there is of it: as stated, by its number, or what is added while one is kept."""
    if entity.size:
        return derived(entity.name, float(entity.size), "bytes", "stated")
    if entity.items and entity.item_size:
        formula = f"{number(entity.items)} × {readable(entity.item_size)}"
        return derived(entity.name, entity.items * entity.item_size, "bytes", formula)
    kept = next(_retentions(architecture, store, entity), None)
    if growth is None or kept is None:
        return None
    return derived(entity.name, growth.value * (kept / A_DAY), "bytes", f"{plain(growth)} a day × {readable(kept)}", [growth])


def _retentions(architecture: Architecture, store: Store, entity: Entity) -> Iterator[timedelta]:
    of_store = store.retention if isinstance(store, Database) else None
    stated = (entity.retention, of_store, architecture.design.requirements.retention)
    return (one for one in stated if one)


def _of_broker(architecture: Architecture, broker: Broker, known: Known) -> Quantity | None:
    parts = [one for connection in architecture.into(broker) if (one := known.of(connection, "bandwidth"))]
    if not broker.retention or not parts:
        return None
    copies = broker.replicas or 1
    text = f"{Inflow(parts).text} × {readable(broker.retention)}" + (f" × {copies:,} copies" if copies > 1 else "")
    value = sum(one.value for one in parts) * broker.retention.total_seconds() * copies
    return derived("stored, all copies", value, "bytes", text, parts)
