"""Patterns: solutions that are known to work, and what they cost."""

from collections.abc import Mapping, Sequence
from dataclasses import field

from archgen.dsl.design import Design
from archgen.dsl.showing import Shown
from archgen.dsl.walkthrough import Step
from archgen.dsl.word import Word
from archgen.values import dataclass


@dataclass(frozen=True)
class TradeOff:
    """What a pattern gives, and what it takes for that."""

    gain: str
    cost: str


@dataclass(frozen=True)
class Need:
    """What a design must have for a pattern to work, and which words of the pattern's structure have it.

    `met_by` gives the attributes of each word that state it; none where it is enough that the word is there.
    """

    text: str
    met_by: Mapping[Word, Sequence[str]]


@dataclass(frozen=True)
class Pattern(Shown):
    """A solution with the shape it has in a design. Its file's docstring is its page.

    `requires` says what a design must have for it to work, `related` names other patterns by their ids.
    """

    title: str
    use_when: Sequence[str]
    avoid_when: Sequence[str]
    structure: Design
    requires: Sequence[Need] = ()
    walkthrough: Sequence[Step] = ()
    trade_offs: Sequence[TradeOff] = ()
    related: Sequence[str] = field(default=())
