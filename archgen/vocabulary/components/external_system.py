"""The word `ExternalSystem`."""

from typing import ClassVar, Literal

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.component import Component
from archgen.dsl.counts import Count
from archgen.dsl.quantities import Duration, Rate
from archgen.dsl.word import word


@word
class ExternalSystem(Component):
    """A system that others run: a push provider, a payment provider."""

    glyph: ClassVar[Glyph] = Glyph.CLOUD
    tone: ClassVar[Tone] = "external"

    capacity: Rate | None = None
    """How many requests a second it takes from us."""
    max_concurrency: Count | None = None
    """How many requests of ours it takes at once."""
    provides: Literal["payment", "email", "sms", "push", "identity", "storage", "maps", "webhook", "other"] | None = None
    """What it is for."""
    idempotent: bool | None = None
    """Whether it recognises a request that it has seen already."""
    task_duration: Duration | None = None
    """How long it takes for one request."""
    longest_outage: Duration | None = None
    """How long it may be away at a time."""
    public_endpoint: bool | None = None
    """Whether it has an address that we can call, as a webhook needs."""
