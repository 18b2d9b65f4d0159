"""The word `Uploads`."""

from typing import ClassVar, Literal

from archgen.dsl.word import word
from archgen.vocabulary.connections.transfer import Transfer


@word
class Uploads(Transfer):
    """Sends a file or object."""

    verb: ClassVar[str] = "uploads to"

    confirmed_by: Literal["client", "event", "head_request"] | None = None
    """What tells that it arrived."""
