"""Numbers to know: what is usual, what is a limit, and what archgen takes where a design states nothing."""

import re
from collections.abc import Sequence

from archgen.values import dataclass

OPTION = re.compile(r"([A-Z]{2}\d{3})\.([a-z-]+)")


@dataclass(frozen=True)
class KnownNumber:
    """A number with what it means and where it is from.

    `takes` is what archgen calculates or judges with, and `held_by` where that stands: an option of a rule, such as
    `LT001.assumed-timeout`, a usual capacity, such as `usual database writes postgresql`, or a constant. `rules` are further
    rules that speak of it. `differs` says where sources contradict one another, what is right, and why. `words` are others
    that it is looked for by, and `share` is how much of the time something is there.
    """

    id: str
    name: str
    value: str
    means: str
    source: str
    takes: str = ""
    held_by: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    differs: str = ""
    words: str = ""
    share: float | None = None

    @property
    def codes(self) -> Sequence[str]:
        """Every rule that takes it or speaks of it, each once."""
        taking = [found[1] for one in self.held_by if (found := OPTION.fullmatch(one))]
        return sorted({*taking, *self.rules})


@dataclass(frozen=True)
class NumberGroup:
    """Numbers of one kind."""

    id: str
    title: str
    says: str
    numbers: tuple[KnownNumber, ...]
