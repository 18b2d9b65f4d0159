"""What a system must do and withstand."""

from typing import Annotated, Literal

from pydantic import Field

from archgen.dsl.counts import Count, Factor, Share
from archgen.dsl.quantities import Duration, Rate, Size
from archgen.dsl.word import Word, word


@word
class Requirements(Word):
    """The load and the promises that a design is made for. None means not stated: unknown, not zero.

    `latency_budget` is the time from an event to the person who must see it. `staleness` is how old what is shown may be.
    `round_trip` is between client and system. `client_sends` says how often each client writes. `streaming_path` is whether every
    proxy on the way passes on a response that does not end. `connection_state` is what a server must keep for each open
    connection: a socket and an id are light, a loaded document is heavy. `endpoint_servers` is how many servers hold client
    connections.
    `max_offline` is how long a client may be away and still get what it missed. `availability` is a share of 1.
    """

    concurrent_clients: Count | None = None
    latency_budget: Duration | None = None
    staleness: Duration | None = None
    round_trip: Duration | None = None
    reads_per_second: Rate | None = None
    writes_per_second: Rate | None = None
    peak_factor: Factor | None = None
    message_size: Size | None = None
    retention: Duration | None = None
    availability: Annotated[Share, Field(lt=1)] | None = None
    regions: Count | None = None
    delivery: Literal["at_most_once", "at_least_once"] | None = None
    ordering: Literal["none", "per_key", "total"] | None = None
    max_offline: Duration | None = None
    client_sends: Literal["never", "rarely", "often"] | None = None
    media: bool | None = None
    collaborative: bool | None = None
    streaming_path: bool | None = None
    connection_state: Literal["light", "heavy"] | None = None
    endpoint_servers: Count | None = None
