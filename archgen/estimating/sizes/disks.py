"""How much of what disks and memory can do is taken: writes, bytes written, and what is read often."""

from archgen.dsl.quantities import Size
from archgen.dsl.readable import number, readable
from archgen.estimating.known import Found, Known
from archgen.estimating.rates import plain
from archgen.estimating.sizes.found import derived
from archgen.model.architecture import Architecture
from archgen.model.estimate import Quantity
from archgen.vocabulary.components.cache import Cache
from archgen.vocabulary.components.database import Database
from archgen.vocabulary.components.store import Store
from archgen.vocabulary.connections.writes import Writes


def disks(architecture: Architecture, known: Known) -> Found:
    """Of stores that say what a disk does, and of those and caches that say how much is read often."""
    found: Found = {}
    for store in architecture.components(Store):
        writes = known.of(store, "disk_writes")
        if store.disk_iops and writes:
            found[store, "disk_iops_used"] = _used("operations of disks taken", writes, store, float(store.disk_iops), "/s")
        written = _written(architecture, store, known)
        if written:
            found[store, "disk_bandwidth"] = written
            if store.disk_bandwidth:
                used = _used("bandwidth of disks taken", written, store, float(store.disk_bandwidth), "B/s")
                found[store, "disk_bandwidth_used"] = used
    every: list[Store | Cache] = [*architecture.components(Store), *architecture.components(Cache)]
    for kept in every:
        if kept.hot_set and kept.memory:
            found[kept, "memory_used"] = _memory(kept, kept.hot_set, kept.memory)
    return found


def _used(name: str, load: Quantity, store: Store, each: float, unit: str) -> Quantity:
    nodes = _shards(store) * (store.replicas or 1)
    most = readable(Size(each)) + "/s" if unit == "B/s" else f"{number(each)}/s"
    return derived(name, load.value / nodes / each, "share", f"{plain(load)} / ({nodes:,} nodes × {most})", [load])


def _written(architecture: Architecture, store: Store, known: Known) -> Quantity | None:
    """Every byte as often as the engine writes it, on each copy."""
    times = store.write_amplification if isinstance(store, Database) else None
    parts = [one for write in architecture.into(store, Writes) if (one := known.of(write, "bandwidth"))]
    if not times or not parts:
        return None
    copies, text = store.replicas or 1, " + ".join(map(plain, parts))
    formula = f"{f'({text})' if len(parts) > 1 else text} × {number(times)} times written"
    formula += f" × {copies:,} copies" if copies > 1 else ""
    return derived("written to disks", sum(one.value for one in parts) * times * copies, "bytes per second", formula, parts)


def _memory(kept: Store | Cache, hot: Size, memory: Size) -> Quantity:
    """What is read often is spread over the nodes that each hold a part of it."""
    nodes = (kept.nodes if isinstance(kept, Cache) else None) or _shards(kept)
    formula = f"{readable(hot)} read often / ({number(nodes)} × {readable(memory)})"
    return derived("memory taken by what is read often", hot / (nodes * memory), "share", formula)


def _shards(kept: Store | Cache) -> int:
    return (kept.sharding.shards if kept.sharding else None) or 1
