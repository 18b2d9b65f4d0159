"""The word `Cdn`."""

from typing import ClassVar, Literal

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.component import Component
from archgen.dsl.counts import Share
from archgen.dsl.data import Data
from archgen.dsl.quantities import Duration
from archgen.dsl.texts import Listed, Name, Text
from archgen.dsl.word import word


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
    access: Literal["public", "signed_url", "signed_cookie", "token"] | None = None
    """Who gets what it holds."""
    edge_auth: bool | None = None
    """Whether it checks who asks before it answers."""
    buffers_responses: bool | None = None
    """Whether it collects a response before it passes it on."""
    ranges: bool | None = None
    """Whether a part of an object can be asked for."""
    access_log: bool | None = None
    """Whether requests that it answers itself are counted somewhere."""
    holds: Listed[Data] | None = None
    """What it has copies of."""
