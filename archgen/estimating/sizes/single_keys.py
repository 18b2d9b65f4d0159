"""What meets the busiest key and the busiest shard."""

from archgen.dsl.readable import number, percent, readable
from archgen.estimating.known import Found, Known
from archgen.estimating.rates import plain
from archgen.estimating.sizes.found import derived
from archgen.model.architecture import Architecture
from archgen.model.estimate import Quantity
from archgen.vocabulary.components.cache import Cache
from archgen.vocabulary.components.counter import Counter
from archgen.vocabulary.components.store import Store
from archgen.vocabulary.connections.interaction import Interaction
from archgen.vocabulary.data.entity import Entity


def single_keys(architecture: Architecture, known: Known) -> Found:
    """Of caches and stores that say how hot their hottest key gets, and of those that are sharded."""
    found: Found = {}
    kept: list[Cache | Store] = [*architecture.components(Cache), *architecture.components(Store)]
    for store in kept:
        found |= {**_hottest(architecture, store), **_shard(architecture, store, known)}
    return found


def _hottest(architecture: Architecture, store: Cache | Store) -> Found:
    rate = _hot_rate(architecture, store)
    if rate is None:
        return {}
    place = _copy(store, rate)
    found: Found = {(store, "hot_key"): place}
    if store.max_key_rate:
        formula = f"{plain(place)} / {readable(store.max_key_rate)}"
        used = derived("taken on the busiest key", place.value / store.max_key_rate, "share", formula, [place])
        found[store, "hot_key_used"] = used
    return found


def _hot_rate(architecture: Architecture, store: Cache | Store) -> Quantity | None:
    """What its connections state together, else the hottest of what it holds."""
    stated = [one.hot_key_rate for one in architecture.into(store, Interaction) if one.hot_key_rate]
    held = [one.hot_key_rate for one in store.holds or () if isinstance(one, Entity) and one.hot_key_rate]
    value = sum(stated) if stated else max(held, default=None)
    return None if value is None else derived("on the busiest key", float(value), "per second", "stated")


def _copy(store: Cache | Store, rate: Quantity) -> Quantity:
    """What one copy of the key gets of it, or one of the keys that it is split over."""
    if isinstance(store, Counter) and store.splits:
        formula = f"{plain(rate)} / {store.splits:,} keys"
        return derived("on each key that it is split over", rate.value / store.splits, "per second", formula, [rate])
    fanout = store.fanout if isinstance(store, Cache) else None
    if not fanout or not fanout.copies:
        return rate
    if fanout.chosen == "hash_of_key":
        formula = f"{plain(rate)}, all on one of {fanout.copies:,} copies, as a hash of the key always chooses the same"
        return derived("on the busiest copy of the busiest key", rate.value, "per second", formula, [rate])
    formula = f"{plain(rate)} / {fanout.copies:,} copies"
    return derived("on each copy of the busiest key", rate.value / fanout.copies, "per second", formula, [rate])


def _shard(architecture: Architecture, store: Cache | Store, known: Known) -> Found:
    """What meets the busiest shard, and how full it is: as full as all are, times what comes to it beyond an even share."""
    requests, sharding = known.of(store, "requests"), store.sharding or None
    if not requests or not sharding or not (sharding.shares or sharding.shards):
        return {}
    shards = sharding.shards or len(sharding.shares or ()) or 1
    busiest = _busiest(architecture, store, requests, shards)
    found: Found = {(store, "per_shard"): busiest}
    taken = known.of(store, "utilisation")
    if taken and requests.value:
        times = busiest.value * shards / requests.value
        formula = f"{percent(taken.value)} of all × {number(times)}, as {plain(busiest)} is of an even share of {plain(requests)}"
        if number(times) == "1":
            formula = f"as full as all of them, as {plain(busiest)} is an even share of {plain(requests)}"
        found[store, "shard_used"] = derived(
            "taken on the busiest shard", taken.value * times, "share", formula, [taken, busiest]
        )
    return found


def _busiest(architecture: Architecture, store: Cache | Store, requests: Quantity, shards: int) -> Quantity:
    """By the largest of the shares that are stated; by the hottest key, which lies on one of them; else evenly."""
    shares = (store.sharding.shares if store.sharding else None) or ()
    if shares:
        formula, largest = f"{plain(requests)} × {percent(max(shares))}", max(shares)
        return derived("on the busiest shard", requests.value * largest, "per second", formula, [requests])
    hot = _hot_rate(architecture, store)
    place = _copy(store, hot) if hot else None
    if hot and place and hot.value <= requests.value:
        rest = (requests.value - hot.value) / shards
        formula = f"{plain(place)} of one key + ({plain(requests)} - {plain(hot)}) / {number(shards)} shards"
        assumed = f"all other keys spread evenly over the shards of {store.name}"
        return derived("on the busiest shard", place.value + rest, "per second", formula, [place, requests], assumed)
    assumed = f"keys spread evenly over the shards of {store.name}, as shares are not stated"
    formula = f"{plain(requests)} / {number(shards)} shards"
    return derived("on each shard", requests.value / shards, "per second", formula, [requests], assumed)
