"""Load balancers."""

from typing import ClassVar, Literal

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.component import Component
from archgen.dsl.quantities import Duration
from archgen.dsl.word import word


@word
class LoadBalancer(Component):
    """Spreads connections or requests over several servers.

    `layer` is 4 where it forwards whole TCP or UDP flows, 7 where it ends connections and reads HTTP. `idle_timeout` is after how
    much silence it cuts a connection. `websocket_upgrade` says whether a layer 7 balancer passes the upgrade on and keeps the
    connection with one server. `response_buffering` is whether it collects a response before it passes it on.
    """

    glyph: ClassVar[Glyph] = Glyph.SPLIT
    tone: ClassVar[Tone] = "edge"

    layer: Literal[4, 7] | None = None
    algorithm: Literal["round_robin", "least_connections", "ip_hash", "consistent_hash", "random"] | None = None
    idle_timeout: Duration | None = None
    websocket_upgrade: bool | None = None
    response_buffering: bool | None = None
