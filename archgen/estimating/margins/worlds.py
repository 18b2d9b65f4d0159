"""A design as it would be with each number that is not stated exactly at one of its ends, and its estimate then."""

from collections.abc import Callable, Mapping, Sequence

from archgen.dsl.word import Word
from archgen.errors import SpecError
from archgen.estimating.margins.opened import End, Open
from archgen.model.architecture import Architecture
from archgen.model.changing import changed
from archgen.model.estimate import Estimate, World
from archgen.model.link import link
from archgen.model.spec import Spec

Derive = Callable[[Architecture], Estimate]
# So many are tried by themselves; of more, those of the same attribute of the same kind of word together.
MOST = 24
# The end of each group of numbers.
Ends = tuple[End, ...]


class Worlds:
    """Every such design is estimated once."""

    def __init__(self, architecture: Architecture, opens: Sequence[Open], derive: Derive) -> None:
        self.architecture, self.derive = architecture, derive
        self.groups = grouped(opens)
        self.known: dict[Ends, World | None] = {}

    @property
    def likely(self) -> Ends:
        """All of them at their likely value."""
        return tuple("likely" for _ in self.groups)

    def at(self, ends: Ends) -> World | None:
        """None where the design contradicts itself at these ends."""
        if ends not in self.known:
            self.known[ends] = self._made(ends)
        return self.known[ends]

    def one(self, group: int, end: End) -> World | None:
        """All at their likely value but for this group."""
        return self.at((*self.likely[:group], end, *self.likely[group + 1 :]))

    def all(self) -> Sequence[World]:
        """Those that were estimated so far."""
        return [one for one in self.known.values() if one]

    def _made(self, ends: Ends) -> World | None:
        values: dict[Word, dict[str, object]] = {}
        for group, end in zip(self.groups, ends, strict=True):
            for one in group:
                values.setdefault(one.word, {})[one.attribute] = one.at(end)
        try:
            architecture = _with(self.architecture, values)
        except SpecError:
            return None
        return World(architecture, self.derive(architecture))


def grouped(opens: Sequence[Open]) -> Sequence[Sequence[Open]]:
    """What is moved together."""
    if len(opens) <= MOST:
        return [[one] for one in opens]
    found: dict[tuple[type[Word], str], list[Open]] = {}
    for one in opens:
        found.setdefault((type(one.word), one.attribute), []).append(one)
    return list(found.values())


def _with(architecture: Architecture, values: Mapping[Word, Mapping[str, object]]) -> Architecture:
    return link(changed(Spec(architecture.design), architecture, values))
