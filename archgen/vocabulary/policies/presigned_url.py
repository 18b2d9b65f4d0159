"""The word `PresignedUrl`."""

import dataclasses
from typing import Literal

from archgen.dsl.counts import Count
from archgen.dsl.quantities import Duration, Size
from archgen.dsl.texts import Listed, Name
from archgen.dsl.word import Word, word


@word
class PresignedUrl(Word):
    """A link that allows one thing for a while, signed by a service, used without it."""

    ttl: Duration | Literal[False] | None = dataclasses.field(default=None, kw_only=False)
    """How long the link works; False states that it never ends."""
    method: Literal["put", "post", "get", "part"] | None = None
    """What it allows: one upload, a form upload, a download, or one part of an upload."""
    max_size: Size | None = None
    """The most bytes that it lets in."""
    size_enforced_by: Literal["content_length_range", "content_length", "check_after", "none"] | None = None
    """What holds the upload to that size."""
    content_types: Listed[Name] | None = None
    """The types of content that it lets in."""
    key_chosen_by: Literal["server", "client"] | None = None
    """Who chooses the name under which the object is kept."""
    prefix: bool | None = None
    """Whether it opens a whole prefix instead of one object."""
    grants: Count | None = None
    """How many links are made for one upload, such as one for each part."""
    up_front: bool | None = None
    """Whether all links of one upload are made before it begins, not each when it is needed."""
    renewed: bool | None = None
    """Whether a new link is made when one runs out during the transfer."""
    authorized: bool | None = None
    """Whether the signing service looks up that this user may have this object."""
    authenticated: bool | None = None
    """Whether the signing service knows who asks."""
