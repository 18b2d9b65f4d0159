"""The word `Client`."""

from typing import ClassVar, Literal

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.component import Component
from archgen.dsl.counts import Count, Factor
from archgen.dsl.quantities import Duration, Rate, Size
from archgen.dsl.word import word


@word
class Client(Component):
    """Something people hold: a phone, a browser, an app."""

    glyph: ClassVar[Glyph] = Glyph.LAPTOP
    tone: ClassVar[Tone] = "client"

    devices: Count | None = None
    """How many there are."""
    send_rate: Rate | None = None
    """What each of them sends a second, on average."""
    platform: Literal["web", "mobile", "desktop", "device"] | None = None
    """What it runs on; chooses the icon."""
    network: Literal["reliable", "flaky"] | None = None
    """Whether its connection holds."""
    uplink: Size | None = None
    """How many bytes a second it can send."""
    memory: Size | None = None
    """What it can use for what it does here."""
    store: Literal["none", "memory", "local_storage", "session_storage", "indexed_db", "files"] | None = None
    """Where it keeps data."""
    stored: Size | None = None
    """How much it keeps."""
    store_ttl: Duration | None = None
    """How long it keeps it."""
    keeps_after_closing: bool | None = None
    """Whether what it keeps has to outlive the tab or the app."""
    offline: bool | None = None
    """Whether it works without a connection."""
    writes_offline: bool | None = None
    """Whether changes can be made without a connection."""
    trusted: bool | None = None
    """Whether it is one of our own machines; a phone or browser is not."""
    behind_nat: bool | None = None
    """Whether nobody can open a connection to it."""
    ring_cache: bool | None = None
    """Whether it keeps the members of the ring and goes to the right server itself."""
    regions: Count | None = None
    """In how many regions of the world its users are."""
    devices_per_user: Factor | None = None
    """How many of them one person uses."""
