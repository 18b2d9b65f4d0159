"""The word `LoadBalancer`."""

from typing import ClassVar, Literal

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.component import Component
from archgen.dsl.counts import Count
from archgen.dsl.quantities import Duration
from archgen.dsl.texts import Listed
from archgen.dsl.word import word
from archgen.vocabulary.policies.rate_limit import RateLimit


@word
class LoadBalancer(Component):
    """Spreads connections or requests over several servers."""

    glyph: ClassVar[Glyph] = Glyph.SPLIT
    tone: ClassVar[Tone] = "edge"

    layer: Literal[4, 7] | None = None
    """Layer 4 where it forwards whole TCP or UDP flows, 7 where it ends connections and reads HTTP."""
    algorithm: Literal["round_robin", "least_connections", "ip_hash", "consistent_hash", "random"] | None = None
    """How it chooses a server."""
    idle_timeout: Duration | None = None
    """After how much silence it cuts a connection."""
    websocket_upgrade: bool | None = None
    """Whether a layer 7 balancer passes the upgrade on and keeps the connection with one server."""
    response_buffering: bool | None = None
    """Whether it collects a response before it passes it on."""
    sticky: bool | None = None
    """Whether a client comes back to the same server."""
    routes_by: Listed[Literal["path", "header", "cookie", "host", "port"]] | None = None
    """What of a request decides where it goes."""
    replicas: Count | None = None
    """How many of it run."""
    rate_limit: RateLimit | Literal[False] | None = None
    """What it lets in."""
    health_checks: bool | None = None
    """Whether it notices servers that do not answer, and leaves them out."""
