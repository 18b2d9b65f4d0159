"""The word `Transfer`."""

from typing import ClassVar, Literal

from archgen.dsl.quantities import Size
from archgen.dsl.word import word
from archgen.vocabulary.connections.interaction import Interaction
from archgen.vocabulary.policies.deduplication import Deduplication
from archgen.vocabulary.policies.multipart import Multipart
from archgen.vocabulary.policies.presigned_url import PresignedUrl
from archgen.vocabulary.policies.resumption import Resumption


@word
class Transfer(Interaction):
    """What uploads and downloads have in common."""

    abstract: ClassVar[bool] = True

    max_payload: Size | None = None
    """The size of the largest."""
    method: Literal["single_put", "post_form", "multipart", "resumable", "stream"] | None = None
    """How an object is sent."""
    multipart: Multipart | Literal[False] | None = None
    """How it is cut into parts."""
    resume: Resumption | Literal[False] | None = None
    """How it goes on after a break."""
    progress: bool | None = None
    """Whether people see how far it is."""
    grant: PresignedUrl | Literal[False] | None = None
    """The link that allows it."""
    checksum: Literal["none", "md5", "crc32", "crc32c", "sha1", "sha256", "etag"] | None = None
    """What tells whether it arrived whole."""
    delta_sync: bool | None = None
    """Whether only what changed is sent."""
    ranges: bool | None = None
    """Whether a part can be asked for."""
    deduplication: Deduplication | Literal[False] | None = None
    """How content that is there already is not sent again."""
