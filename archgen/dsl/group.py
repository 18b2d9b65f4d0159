"""Groups: regions, zones, tiers and trust boundaries."""

from typing import Literal, Optional

from archgen.dsl.part import Part
from archgen.dsl.word import word


@word
class Group(Part):
    """A region, tier or trust boundary around components. A connection may lead to or from all that stands in it."""

    boundary: Literal["region", "zone", "tier", "trust_boundary", "network", "team"] | None = None
    """What it marks off."""
    group: Optional["Group"] = None
    """The larger group that it stands in."""
