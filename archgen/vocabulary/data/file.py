"""The word `File`."""

from typing import Literal

from archgen.dsl.counts import Factor, Whole
from archgen.dsl.quantities import Duration, Size
from archgen.dsl.texts import Listed, Name
from archgen.dsl.word import word
from archgen.vocabulary.data.entity import Entity
from archgen.vocabulary.policies.deduplication import Deduplication


@word
class File(Entity):
    """Content that is sent and kept as a whole: an image, a video, a document."""

    content: Literal["image", "video", "audio", "document", "archive", "backup", "camera_photo", "other"] | None = None
    """What is in it."""
    max_size: Size | None = None
    """The largest that is let in."""
    duration: Duration | None = None
    """How long it plays."""
    edits: Literal["never", "rare", "frequent"] | None = None
    """How often one changes after it was made."""
    edit_form: Literal["append", "insert", "overwrite"] | None = None
    """How it changes."""
    renditions: Whole | None = None
    """How many forms of a video there are, for different screens and networks."""
    variants: Whole | None = None
    """How many sizes of an image there are."""
    variants_made: Literal["eager", "lazy"] | None = None
    """Whether these are made at once or when somebody asks."""
    variant_formats: Listed[Name] | None = None
    """In which formats sizes of an image are made, such as `webp`."""
    views_per_object: Factor | None = None
    """How often one is looked at."""
    queried_by_content: bool | None = None
    """Whether a database looks inside."""
    scanned: Literal["before_release", "after_release", "none"] | None = None
    """Whether harmful content is looked for before others can see it."""
    type_checked: bool | None = None
    """Whether its first bytes are looked at, to see whether it is what it claims to be."""
    fields: (
        Listed[
            Literal[
                "owner",
                "object_key",
                "size_bytes",
                "content_type",
                "upload_status",
                "checksum",
                "created_at",
                "upload_id",
                "version",
            ]
        ]
        | None
    ) = None
    """What is kept about each."""
    status_values: Listed[Name] | None = None
    """The states of an upload, such as `pending` and `available`."""
    deduplication: Deduplication | Literal[False] | None = None
    """Whether equal content is kept once."""
    change_tracking: Literal["version", "cursor", "poll", "none"] | None = None
    """How other devices learn of changes."""
    delta_sync: bool | None = None
    """Whether only what changed is sent."""
    garbage_collected: bool | None = None
    """Whether something deletes what nobody refers to any more."""
