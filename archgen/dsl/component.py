"""Components: the nouns of a design."""

from typing import ClassVar

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.counts import Share
from archgen.dsl.group import Group
from archgen.dsl.part import Part
from archgen.dsl.purpose import Purpose
from archgen.dsl.requirements import Requirements
from archgen.dsl.texts import Name, Text
from archgen.dsl.word import word


@word
class Component(Part):
    """Anything that a system is made of, or that it talks to."""

    glyph: ClassVar[Glyph] = Glyph.NONE
    tone: ClassVar[Tone] = "neutral"
    # The attributes that its card shows before others.
    facts: ClassVar[tuple[str, ...]] = ()

    group: Group | None = None
    """The region, tier or trust boundary that it stands in."""
    purpose: Purpose | None = None
    """What it is there for, where the design would work without it."""
    reason: Text | None = None
    """Why it is there, or is what it is, in a sentence."""
    managed: bool | None = None
    """Whether a provider runs it."""
    technology: Text | None = None
    """What it is built with or which product it is, such as `Go` or `Envoy`, where nothing else of it says so."""
    owner: Name | None = None
    """The team that answers for it."""
    availability: Share | None = None
    """Which share of the time it answers."""
    replica_availability: Share | None = None
    """Which share of the time one of its replicas answers, where the others stand in for it."""
    requirements: Requirements | None = None
    """What it must do and withstand, where that differs from the design as a whole."""
