"""What ends how much waits in a broker, or lies there."""

from archgen.vocabulary.components.broker import Broker
from archgen.vocabulary.components.log import Log

# The attributes of a broker that say where it ends.
BOUNDS = ("max_depth", "retention", "message_ttl", "overflow")


def is_bounded(broker: Broker) -> bool:
    """Whether something of it ends that, or it is stated to keep all, or the last of each key."""
    kept = isinstance(broker, Log) and (broker.max_length is not None or broker.compacted or broker.event_log)
    return bool(kept) or any(getattr(broker, name) is not None for name in BOUNDS)
