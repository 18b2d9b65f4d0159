"""Requirements as people read them."""

from collections.abc import Iterator, Mapping

from archgen.dsl.readable import number, readable
from archgen.dsl.requirements import Requirements
from archgen.dsl.word import attributes
from archgen.model.dossier import Stated

MEANINGS: Mapping[str, str] = {
    "concurrent_clients": "open at the same time",
    "latency_budget": "from an event to the person who must see it",
    "staleness": "how old what is shown may be",
    "round_trip": "between a client and the system",
    "read_rate": "in all, on average",
    "write_rate": "in all, on average",
    "peak_factor": "the busiest moment, against the average",
    "message_size": "of one message",
    "retention": "how long things are kept",
    "availability": "share of the time in which it works",
    "regions": "places in the world in which it runs",
    "delivery": "what a receiver may count on",
    "ordering": "among which messages the order is kept",
    "max_offline": "how long a client may be away and still get what it missed",
    "client_sends": "how often each client writes",
    "media": "whether audio or video passes between clients",
    "collaborative": "whether several people edit the same thing",
    "streaming_path": "whether every proxy on the way passes on a response that does not end",
    "connection_state": "what a server keeps for each open connection",
    "endpoint_servers": "servers that hold client connections",
}
SHARES = ("availability",)
FACTORS = ("peak_factor",)


def stated(need: Requirements) -> Iterator[Stated]:
    """Every requirement that the design states, in the order of the language."""
    for name, value in attributes(need).items():
        yield Stated(name.replace("_", " ").capitalize(), _value(name, value), MEANINGS.get(name, ""))


def _value(name: str, value: object) -> str:
    if name in SHARES and isinstance(value, float):
        return f"{float(f'{value * 100:.10g}')}%".replace(".0%", "%")
    if name in FACTORS and isinstance(value, float):
        return f"{number(value)}×"
    return value.replace("_", " ") if isinstance(value, str) else readable(value)
