"""The word `ObjectStore`."""

from typing import ClassVar, Literal

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.quantities import Duration, Size
from archgen.dsl.texts import Text
from archgen.dsl.word import word
from archgen.vocabulary.components.store import Store


@word
class ObjectStore(Store):
    """Files of any size under a name, served over HTTP."""

    glyph: ClassVar[Glyph] = Glyph.BUCKET
    tone: ClassVar[Tone] = "data"

    provider: Literal["s3", "gcs", "azure", "minio", "other"] | None = None
    """Whose it is; decides which limits hold."""
    role: Literal["raw", "quarantine", "processed", "public", "archive"] | None = None
    """What lies in this bucket."""
    access: Literal["private", "public_read", "public_write"] | None = None
    """Who reaches it without a signature."""
    aborts_incomplete_after: Duration | Literal[False] | None = None
    """After how long parts of an upload that was never finished are removed; False states that they stay."""
    lifecycle: Text | None = None
    """What becomes of old objects."""
    sends_events: bool | None = None
    """Whether it tells when an object arrived or went."""
    event_filter: Text | None = None
    """Which objects it tells about, such as `raw/`."""
    cors: bool | None = None
    """Whether browsers may reach it from our pages."""
    ranges: bool | None = None
    """Whether a part of an object can be asked for."""
    immutable_objects: bool | None = None
    """Whether an object never changes under its name."""
    versioned: bool | None = None
    """Whether former versions are kept."""
    max_object_size: Size | None = None
    """The largest object that it takes."""
    storage_class: Literal["standard", "infrequent", "archive"] | None = None
    """How soon and at which price objects can be had."""
