"""The word `Downloads`."""

from typing import ClassVar, Literal

from archgen.dsl.counts import Count
from archgen.dsl.word import word
from archgen.vocabulary.connections.transfer import Transfer


@word
class Downloads(Transfer):
    """Fetches a file or object."""

    verb: ClassVar[str] = "downloads from"

    streaming: Literal["none", "progressive", "hls", "dash"] | None = None
    """How a player gets it."""
    viewers: Count | None = None
    """How many fetch it at once."""
