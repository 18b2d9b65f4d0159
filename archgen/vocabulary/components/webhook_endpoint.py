"""The word `WebhookEndpoint`."""

from typing import ClassVar, Literal

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.quantities import Duration
from archgen.dsl.word import word
from archgen.vocabulary.components.server import Server


@word
class WebhookEndpoint(Server):
    """Where other systems report by HTTP that something happened."""

    glyph: ClassVar[Glyph] = Glyph.WEBHOOK
    tone: ClassVar[Tone] = "edge"

    signed: Literal["hmac", "asymmetric", "none"] | None = None
    """How it knows who sent a report."""
    idempotent: bool | None = None
    """Whether a report that comes twice counts once."""
    answers_within: Duration | None = None
    """How soon it answers; the work comes after."""
    event_id: bool | None = None
    """Whether reports carry an id of their own."""
