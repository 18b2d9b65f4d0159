"""The facts that a box shows under its name, each as a few words."""

from collections.abc import Callable, Mapping
from typing import Any

from archgen import Batching, Component, Design, RateLimit, Sharding
from archgen.plugin import link, readable

Phrase = Callable[[Any], str]
PLACES: Mapping[str, str] = {"client": "in the client", "cdn": "at the edge", "in_process": "in the process"}


def _counted(noun: str) -> Phrase:
    return lambda count: f"{readable(count)} {noun}" + ("" if count == 1 else "s")


def _led_by(words: str) -> Phrase:
    return lambda value: f"{words} {_plain(value)}"


def _among(words: Mapping[str, str]) -> Phrase:
    """The words for one of a few values; the value itself where there are none for it."""
    return lambda value: words.get(value, _plain(value))


def _plain(value: object) -> str:
    return value.replace("_", " ") if isinstance(value, str) else readable(value)


def _layer(layer: int | str) -> str:
    """Of a load balancer a number, of a cache its place; that it stands by itself goes without saying."""
    return f"layer {layer}" if isinstance(layer, int) else PLACES.get(layer, "")


def _sharded(sharding: Sharding) -> str:
    count = _counted("shard")(sharding.shards) if sharding.shards else "sharded"
    return f"{count} by {sharding.key}" if sharding.key else count


def _limited(limit: RateLimit) -> str:
    if limit.rate is None:
        return ""
    return f"{readable(limit.rate)} {limit.unit or ''}".strip() + (
        f" per {limit.per}" if limit.per and limit.per != "global" else ""
    )


def _batched(batching: Batching) -> str:
    return f"batches of {readable(batching.max_size)}" if batching.max_size else "batches"


def _inside(design: Design) -> str:
    count = len(link(design).all_components)
    return f"{_counted('component')(count)} inside" if count else ""


def _named(*parts: Component) -> str:
    return ", ".join(part.name for part in parts)


# By attribute, whichever word has it, in the order of their weight; an empty text says nothing.
PHRASES: Mapping[str, Phrase] = {
    "engine": _plain,
    "technology": str,
    "provider": _among({"s3": "S3", "gcs": "Google Cloud Storage", "azure": "Azure", "minio": "MinIO", "other": ""}),
    "provides": _among({"sms": "SMS", "other": ""}),
    "design": _inside,
    "of": lambda store: f"of {store.name}",
    "devices": _counted("device"),
    "layer": _layer,
    "mode": _among({"sfu": "SFU", "mcu": "MCU", "single": "one node", "pull": "pulled", "push": "pushed"}),
    "role": _plain,
    "strategy": lambda strategy: strategy.replace("_", "-"),
    "algorithm": _plain,
    "counts": _among({"other": ""}),
    "replicas": lambda count: f"×{readable(count)}",
    "nodes": _counted("node"),
    "partitions": _counted("partition"),
    "sharding": _sharded,
    "splits": lambda splits: f"over {_counted('key')(splits)}",
    "rate_limit": _limited,
    "batching": _batched,
    "concurrency": lambda count: f"{readable(count)} at once",
    "interval": _led_by("every"),
    "loaded_every": _led_by("loaded every"),
    "refresh_interval": _led_by("anew every"),
    "window": _led_by("over"),
    "relay_share": lambda share: f"{share * 100:.3g}% relayed",
    "watches": lambda watched: f"watches {readable([_plain(one) for one in watched])}",
    "ttl": _led_by("ttl"),
    "retention": _led_by("kept"),
    "holds": lambda data: _named(*data),
}
