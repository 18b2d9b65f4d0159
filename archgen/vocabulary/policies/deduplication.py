"""The word `Deduplication`."""

import dataclasses
from typing import Literal

from archgen.dsl.counts import Share
from archgen.dsl.quantities import Size
from archgen.dsl.word import Word, word


@word
class Deduplication(Word):
    """Keeps equal content once."""

    unit: Literal["file", "chunk"] | None = dataclasses.field(default=None, kw_only=False)
    """What is compared."""
    chunking: Literal["fixed", "content_defined"] | None = None
    """Where a file is cut."""
    chunk_size: Size | None = None
    """The size of a chunk, on average."""
    min_chunk_size: Size | None = None
    """The size of the smallest chunk."""
    max_chunk_size: Size | None = None
    """The size of the largest chunk."""
    scope: Literal["user", "tenant", "global"] | None = None
    """Whose content is compared."""
    hash: Literal["sha256", "blake3", "md5", "sha1", "crc32", "etag"] | None = None
    """What tells that content is equal."""
    hashed_by: Literal["client", "server"] | None = None
    """Who calculates it."""
    verified: bool | None = None
    """Whether the server calculates it again."""
    counts_references: bool | None = None
    """Whether it is known how many still need a piece, so that the last one can delete it."""
    visible_to_client: bool | None = None
    """Whether a client can tell that somebody else has the same content."""
    expected_share: Share | None = None
    """Which share of content is likely to be there already."""
    content_addressed: bool | None = None
    """Whether objects are named by their content."""
