"""Clients."""

from typing import ClassVar, Literal

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.component import Component
from archgen.dsl.counts import Count
from archgen.dsl.quantities import Rate
from archgen.dsl.word import word


@word
class Client(Component):
    """Something people hold: a phone, a browser, an app.

    `devices` is how many there are. `sends_per_second` is what each of them sends, on average. `platform` chooses the icon.
    """

    glyph: ClassVar[Glyph] = Glyph.LAPTOP
    tone: ClassVar[Tone] = "client"

    devices: Count | None = None
    sends_per_second: Rate | None = None
    platform: Literal["web", "mobile", "desktop", "device"] | None = None
