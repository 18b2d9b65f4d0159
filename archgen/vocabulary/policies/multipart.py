"""The word `Multipart`."""

import dataclasses
from typing import Literal

from archgen.dsl.counts import Count
from archgen.dsl.quantities import Duration, Size
from archgen.dsl.word import Word, word


@word
class Multipart(Word):
    """Sends an object in parts, which are put together at the end."""

    part_size: Size | None = dataclasses.field(default=None, kw_only=False)
    """The size of a part."""
    parts: Count | None = None
    """How many parts there are."""
    parallelism: Count | None = None
    """How many parts are under way at once."""
    initiated_by: Literal["client", "server"] | None = None
    """Who begins and completes the upload of parts, with the right to do so."""
    part_time: Duration | None = None
    """How long a part takes."""
    completes: bool | None = None
    """Whether a last step puts the parts together by their tags."""
    protocol: Literal["s3", "gcs_xml", "gcs_resumable", "azure_blocks", "tus"] | None = None
    """How parts are sent; decides which limits hold."""
