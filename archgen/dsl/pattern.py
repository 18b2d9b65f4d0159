"""Patterns: solutions that are known to work, and what they cost."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from archgen.dsl.design import Design
from archgen.dsl.showing import Shown
from archgen.dsl.walkthrough import Step


@dataclass(frozen=True)
class TradeOff:
    """What a pattern gives, and what it takes for that."""

    gain: str
    cost: str


@dataclass(frozen=True)
class Pattern(Shown):
    """A solution with the shape it has in a design. Its file's docstring is its page.

    `related` names other patterns by their ids.
    """

    title: str
    use_when: Sequence[str]
    avoid_when: Sequence[str]
    structure: Design
    walkthrough: Sequence[Step] = ()
    trade_offs: Sequence[TradeOff] = ()
    related: Sequence[str] = field(default=())
