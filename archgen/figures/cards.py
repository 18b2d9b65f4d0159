"""Cards beside one another: alternatives, tiers, what speaks for and against."""

import dataclasses
from collections.abc import Iterator
from typing import Annotated

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.marks import Limits
from archgen.dsl.texts import Listed, Name, Text
from archgen.dsl.word import Word, word
from archgen.figures.panel import Panel


@word
class Card(Word):
    """One of several things that are set beside one another."""

    name: Name = dataclasses.field(kw_only=False)
    """What it is called."""
    text: Text = dataclasses.field(default="", kw_only=False)
    """What it is, in a sentence or two."""
    value: Text = ""
    """The one number or word that tells it from the others, set large."""
    points: Listed[Text] = ()
    """What is to be known of it, point by point."""
    pros: Listed[Text] = ()
    """What speaks for it."""
    cons: Listed[Text] = ()
    """What speaks against it."""
    code: Listed[Text] = ()
    """Lines of code or of data, shown as they are."""
    note: Text = ""
    """What stands at its foot: when to take it, what it costs."""
    tone: Tone = "neutral"
    """The family of its colour."""
    glyph: Glyph = Glyph.NONE
    """Its icon."""

    def told(self) -> str:
        """The card in one sentence."""
        lists = (("for it", self.pros), ("against it", self.cons))
        said = [f"{name}: {', '.join(points)}" for name, points in lists if points]
        parts = filter(None, (self.value, self.text, "; ".join(self.points), *said, " ".join(self.code), self.note))
        return f"{self.name}: {'; '.join(part.rstrip('.') for part in parts) or 'no more is said'}."


@word
class Cards(Panel):
    """Things set beside one another, in the order given: alternatives, tiers, steps up a ladder."""

    cards: Listed[Card] = dataclasses.field(kw_only=False)
    """The cards; at least one."""
    columns: Annotated[int, Limits(ge=1, le=6)] | None = None
    """How many stand beside one another at the most; None for as many as there is room for."""
    ordered: bool = False
    """Whether one follows from another: then arrows lead from each to the next."""

    def __post_init__(self) -> None:
        Panel.__post_init__(self)
        if not self.cards:
            raise ValueError("a panel of cards needs at least one card")

    def told(self) -> str:
        """Every card in its turn."""
        return " ".join(self._sentences())

    def _sentences(self) -> Iterator[str]:
        for place, card in enumerate(self.cards, 1):
            yield f"{place}. {card.told()}" if self.ordered else card.told()
