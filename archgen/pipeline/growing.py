"""Growth: by what the load of all clients can be multiplied before a component has more to do than it can."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf, isclose, log

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.word import Word, attributes
from archgen.model.architecture import Architecture
from archgen.model.estimate import Estimate, Quantity
from archgen.pipeline.judging import likely
from archgen.pipeline.reading import Read
from archgen.pipeline.uncollected import uncollected
from archgen.pipeline.what_if import bare, otherwise
from archgen.vocabulary.components.client import Client
from archgen.vocabulary.components.external_system import ExternalSystem
from archgen.vocabulary.components.service import Service

# What grows: the load that a design states as a whole, that of its clients, and that of connections which they set off.
OF_DESIGN = ("users", "concurrent_clients", "read_rate", "write_rate")
OF_CONNECTION = ("rate", "peak_rate", "burst_size")
# What requests begin at where a design has no clients.
BEGINNINGS = (Service, ExternalSystem)
NEAR, EXACT = 1e-10, 1e-12
# How far below a growth the component bears it, if that is the least one that it does not bear.
APART = 1e-7
# What has not broken by then never will; and so many steps lead to any number between.
MOST, STEPS = 1e6, 100


@dataclass(frozen=True)
class Breaking:
    """A component, its fullest limit as the design is, and the factor of growth at which a limit is reached.

    Zero where it is without any load of clients, none where no growth reaches it. `years` pass until then, where the requirements
    say by what the load is multiplied in a year.
    """

    subject: str
    now: Quantity
    factor: float | None
    years: float | None = None


@uncollected()
def breaking(design: Read) -> Sequence[Breaking]:
    """The components of which it is known how full they are, in the order in which they break; last those that never do."""
    growth = Growth(design)
    times = design.architecture.design.requirements.growth
    each = ((subject, now, growth.factor(subject)) for subject, now in growth.at(1).items())
    found = [Breaking(subject, now, factor, _years(factor, times)) for subject, now, factor in each]
    return sorted(found, key=lambda one: (inf if one.factor is None else float(f"{one.factor:.9g}"), one.subject))


def _years(factor: float | None, times: float | None) -> float | None:
    return log(factor) / log(times) if factor and factor >= 1 and times and times > 1 else None


def fullest(numbers: Estimate) -> Mapping[str, Quantity]:
    """Of each part how full its fullest limit is, on average or at the peak."""
    found: dict[str, Quantity] = {}
    for (subject, measure), quantity in numbers.quantities.items():
        if is_full(subject, measure) and (subject not in found or found[subject].value < quantity.value):
            found[subject] = quantity
    return found


def is_full(subject: str, measure: str) -> bool:
    """Whether a number says how much of a limit is taken; those of walkthroughs say how much of a promise."""
    return measure.endswith(("utilisation", "_used")) and ":" not in subject


class Growth:
    """A design under a multiple of its load; each multiple is estimated once."""

    def __init__(self, design: Read) -> None:
        self.design = bare(design)
        self.load = growing(design.architecture)
        self.known: dict[float, Mapping[str, Quantity]] = {}

    def at(self, factor: float) -> Mapping[str, Quantity]:
        """How full each component is then."""
        if factor not in self.known:
            grown = {word: {name: value * factor for name, value in values.items()} for word, values in self.load.items()}
            self.known[factor] = fullest(likely(otherwise(self.design, self.load, grown) if factor != 1 else self.design))
        return self.known[factor]

    def factor(self, subject: str) -> float | None:
        """At what growth the component has all to do that it can; None where it never has."""
        now = self._of(subject, 1)
        if not now:
            return None
        if all(isclose(self._of(subject, tried), now * tried, rel_tol=EXACT) for tried in self._tried):
            return 1 / now
        below, above = self._around(subject, 1 / now)
        if below is None:
            return 0.0
        return None if above is None else self._between(subject, below, above)

    def _of(self, subject: str, factor: float) -> float:
        found = self.at(factor).get(subject)
        return found.value if found else 0.0

    @cached_property
    def _tried(self) -> Sequence[float]:
        """Where the first and the last would break if all grew evenly: what does so there does so between."""
        values = [one.value for one in self.at(1).values() if one.value]
        return (1 / max(values), 1 / min(values))

    def _around(self, subject: str, guess: float) -> tuple[float | None, float | None]:
        """A growth that it bears, none where it bears none, and one that it does not bear, none where it bears any."""
        below = above = guess
        while self._of(subject, below) >= 1 - NEAR:
            if below < guess / MOST:
                return None, above
            below, above = below / 2, below
        while self._of(subject, above) < 1 - NEAR:
            if above > MOST:
                return below, None
            below, above = above, above * 2
        return below, above

    def _between(self, subject: str, below: float, above: float) -> float:
        """The least growth that it does not bear."""
        for step in range(STEPS):
            if above - below <= EXACT * above:
                break
            middle = self._guess(subject, below, above, step)
            full = self._of(subject, middle)
            if full < 1 - NEAR:
                below = middle
            elif full <= 1 + NEAR and self._of(subject, middle * (1 - APART)) < 1 - NEAR:
                return middle
            else:
                above = middle
        return above

    def _guess(self, subject: str, below: float, above: float, step: int) -> float:
        """In turn: as if it grew evenly from nothing, along the line between the two, in the middle of them."""
        low, high = self._of(subject, below), self._of(subject, above)
        evenly = below / low if low else above
        straight = below + (1 - low) * (above - below) / (high - low)
        middle = (below + above) / 2
        guess = (evenly, straight, middle)[step % 3]
        return guess if below < guess < above else middle


def growing(architecture: Architecture) -> Mapping[Word, Mapping[str, float]]:
    """What grows with the load of clients, as it is stated. What a schedule sets off stays as it is."""
    stated: dict[Word, tuple[str, ...]] = {architecture.design.requirements: OF_DESIGN}
    stated |= dict.fromkeys(architecture.components(Client), ("devices",))
    stated |= dict.fromkeys(_set_off(architecture), OF_CONNECTION)
    found = {word: {name: value for name, value in _numbers(word) if name in names} for word, names in stated.items()}
    return {word: values for word, values in found.items() if values}


def _numbers(word: Word) -> Iterator[tuple[str, float]]:
    return ((name, value) for name, value in attributes(word).items() if isinstance(value, (int, float)))


def _set_off(architecture: Architecture) -> Iterator[Connection]:
    """What clients reach; where there are none, what the services and systems reach that nothing leads to."""
    waiting: list[Component] = list(architecture.components(Client)) or [
        one for one in architecture.components() if isinstance(one, BEGINNINGS) and not any(architecture.into(one))
    ]
    seen, passed = set(waiting), set[Connection]()
    while waiting:
        for connection in architecture.out_of(waiting.pop()):
            if connection not in passed:
                passed.add(connection)
                yield connection
                fresh = [one for one in architecture.members(connection.destination) if one not in seen]
                seen.update(fresh)
                waiting += fresh
