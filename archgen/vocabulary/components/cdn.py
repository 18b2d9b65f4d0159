"""The word `Cdn`."""

from typing import ClassVar, Literal

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.component import Component
from archgen.dsl.counts import Share
from archgen.dsl.data import Data
from archgen.dsl.quantities import Duration
from archgen.dsl.texts import Listed, Name, Text
from archgen.dsl.word import word
from archgen.vocabulary.policies.stampede_protection import StampedeProtection


@word
class Cdn(Component):
    """Copies near the users of what an origin serves."""

    glyph: ClassVar[Glyph] = Glyph.GLOBE
    tone: ClassVar[Tone] = "edge"

    provider: Text | None = None
    """Whose it is."""
    ttl: Duration | None = None
    """How long a copy is kept."""
    cache_control: Text | None = None
    """What the origin says about keeping copies."""
    purge: bool | None = None
    """Whether a copy can be removed before its time."""
    versioned_urls: bool | None = None
    """Whether a changed object gets a new address."""
    cache_key: Listed[Name] | None = None
    """Which parts of a request tell copies apart, such as `path`, `user` or `signature`."""
    hit_rate: Share | None = None
    """Which share of requests it answers itself."""
    hit_share: Share | None = None
    """Which share of all reads of the design it answers, where several layers stand one behind another."""
    hit_latency: Duration | None = None
    """How long a request takes that it answers itself."""
    stampede_protection: StampedeProtection | Literal[False] | None = None
    """What keeps its nodes from fetching the same copy from the origin many times at once."""
    access: Literal["public", "signed_url", "signed_cookie", "token"] | None = None
    """Who gets what it holds."""
    edge_auth: bool | None = None
    """Whether it checks who asks before it answers."""
    idle_timeout: Duration | None = None
    """After how much silence it cuts a connection."""
    response_buffering: bool | None = None
    """Whether it collects a response before it passes it on."""
    ranges: bool | None = None
    """Whether a part of an object can be asked for."""
    access_log: bool | None = None
    """Whether requests that it answers itself are counted somewhere."""
    holds: Listed[Data] | None = None
    """What it has copies of."""
