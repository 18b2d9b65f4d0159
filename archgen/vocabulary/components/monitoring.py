"""The word `Monitoring`."""

from typing import ClassVar, Literal

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.component import Component
from archgen.dsl.texts import Listed
from archgen.dsl.word import word


@word
class Monitoring(Component):
    """Watches numbers and calls somebody."""

    glyph: ClassVar[Glyph] = Glyph.CHART
    tone: ClassVar[Tone] = "neutral"

    watches: (
        Listed[
            Literal[
                "queue_depth",
                "queue_age",
                "consumer_lag",
                "replication_lag",
                "dead_letters",
                "drops",
                "errors",
                "latency",
                "saturation",
                "key_rate",
            ]
        ]
        | None
    ) = None
    """What it watches."""
    alarms: Literal["page", "ticket", "none"] | None = None
    """Whether it wakes somebody, leaves a note, or does neither."""
    tracing: bool | None = None
    """Whether one request can be followed through all it touches."""
