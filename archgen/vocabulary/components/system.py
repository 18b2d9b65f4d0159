"""The word `System`."""

from typing import ClassVar

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.component import Component
from archgen.dsl.design import Design
from archgen.dsl.word import word


@word
class System(Component):
    """Another design as one box, such as the service of another team; it can be opened to show what is in it."""

    glyph: ClassVar[Glyph] = Glyph.SITEMAP
    tone: ClassVar[Tone] = "compute"
    elsewhere: ClassVar[tuple[str, ...]] = ("design", "entry")

    design: Design
    """What is in it; in files, the path of its own file."""
    entry: Component | None = None
    """The component of that design that connections to the box reach; any of them, where it is not stated."""
