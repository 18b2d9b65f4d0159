"""Which colours of a theme lie on which: what has to stand out, and what has to be read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from archgen.dsl.appearance import Tone
from archgen.svg.contrast import contrast
from archgen.svg.theme import RECTS, Slot, Theme

TEXT, SHAPE = 4.5, 3.0  # what WCAG 2 asks for at level AA


@dataclass(frozen=True)
class Pair:
    """A colour on another. `tone` and `ground` are the tones of either, where their slots have one."""

    over: Slot
    tone: Tone
    under: Slot
    ground: Tone
    is_text: bool

    def colours(self, theme: Theme) -> tuple[str, str]:
        """Both colours as a theme has them."""
        return theme.colour(self.over, self.tone), theme.colour(self.under, self.ground)

    def contrast(self, theme: Theme) -> float:
        """How clearly the one stands out on the other."""
        return contrast(*self.colours(theme))


def pairs(theme: Theme) -> Iterator[Pair]:
    """Every pair of a theme that meets in some figure."""
    inks: tuple[Slot, ...] = ("ink", "muted")
    grounds: tuple[Slot, ...] = ("ground", "card")
    for over in inks:
        for under in grounds:
            yield Pair(over, "neutral", under, "neutral", is_text=True)
        for tone in theme.tones:
            yield Pair(over, "neutral", "tint", tone, is_text=True)
    badge = theme.paint("badge", RECTS["badge"]).fill
    for tone in theme.tones:
        yield Pair("on-badge", tone, badge, tone, is_text=True)
        for under in (*grounds, "tint"):
            yield Pair("text", tone, under, tone, is_text=True)
            yield Pair("stroke", tone, under, tone, is_text=False)
        yield Pair("text", "neutral", "tint", tone, is_text=True)
        yield Pair("text", tone, "tint", "neutral", is_text=True)
        yield Pair("stroke", "neutral", "tint", tone, is_text=False)


def pale(theme: Theme, among: Iterable[Pair] | None = None) -> Iterator[Pair]:
    """The pairs, of all or of some, that are too near to one another: texts below the one ratio, shapes below the other."""
    looked_at = pairs(theme) if among is None else among
    return (pair for pair in looked_at if pair.contrast(theme) < (TEXT if pair.is_text else SHAPE))
