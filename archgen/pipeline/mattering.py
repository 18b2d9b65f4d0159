"""What matters: how much the fullest component depends on each number that a design states, so that one knows what to measure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import inf

from archgen.dsl.ranged import plainly
from archgen.dsl.requirements import Requirements
from archgen.dsl.shape import Plain, Sort, shape
from archgen.dsl.word import Word, attributes
from archgen.estimating.margins.opened import opened
from archgen.model.architecture import Architecture
from archgen.model.estimate import Moved, Quantity
from archgen.pipeline.assigning import REQUIREMENTS
from archgen.pipeline.growing import fullest
from archgen.pipeline.judging import estimate, likely
from archgen.pipeline.reading import Read
from archgen.pipeline.uncollected import uncollected
from archgen.pipeline.what_if import bare, otherwise
from archgen.vocabulary.components.client import Client

TENTH = 0.1
NUMBERS: tuple[Sort, ...] = ("count", "whole", "factor", "share", "duration", "rate", "size")
WHOLE: tuple[Sort, ...] = ("count", "whole", "size")
# What is less than that, or beyond these digits, is how computers count.
NOTHING, DIGITS = 1e-12, 9
# Its multiples leave no two remainders that are alike.
GOLDEN = 0.618033988749895
# How full each part is.
Fullest = Mapping[str, Quantity]


@dataclass(frozen=True)
class Stated:
    """A number that a part of the design states."""

    name: str
    word: Word
    attribute: str
    value: float | timedelta
    sort: Sort

    @property
    def decided(self) -> bool:
        """Whether its author decides on it, as on the replicas of a service, so that it is not to be measured."""
        return self.sort in ("count", "whole") and not isinstance(self.word, (Client, Requirements))

    @property
    def more(self) -> float | timedelta:
        """A tenth more."""
        return self.grown(TENTH)

    def grown(self, part: float) -> float | timedelta:
        """More by that part: of what is counted one more at the least, of a share so much as there can be."""
        if isinstance(self.value, timedelta):
            return self.value * (1 + part)
        if self.sort in WHOLE:
            return type(self.value)(max(self.value + 1, round(self.value * (1 + part))))
        return type(self.value)(min(self.value * (1 + part), 1.0 if self.sort == "share" else inf))

    @property
    def by(self) -> float:
        """Which part of it that is."""
        before, after = _plain(self.value), _plain(self.more)
        return after / before - 1 if before else 0.0


@dataclass(frozen=True)
class Mattering:
    """A stated number, and by which part the fullest gets fuller for each tenth more of it; what was the fullest as tried."""

    stated: Stated
    effect: float
    subject: str
    after: Quantity


@dataclass(frozen=True)
class Opened:
    """A number that is not stated exactly, and how full the fullest is at either end of it, all others as is likely."""

    value: object
    moved: Moved


@dataclass(frozen=True)
class Sensitivity:
    """The fullest component as the design is, and the numbers that move it, those first that move it most.

    `opened` are those that are not stated exactly, those first that leave most open.
    """

    subject: str
    now: Quantity
    mattering: Sequence[Mattering]
    tried: int
    opened: Sequence[Opened] = ()


@uncollected()
def sensitivity(design: Read) -> Sensitivity | None:
    """Try each stated number; None where it is not known how full anything is."""
    design = bare(design)
    before = fullest(estimate(design))
    top = _top(before)
    if top is None or not top[1].value:
        return None
    stated = [one for one in stated_numbers(design.architecture) if one.by]
    tried = (_tried(design, one, top[1]) for one in _moving(design, list(enumerate(stated)), before))
    found = [one for one in tried if one and abs(one.effect) > NOTHING]
    found.sort(key=lambda one: (-round(abs(one.effect), DIGITS), one.stated.name))
    return Sensitivity(*top, found, len(stated), _opened(design, top[1]))


def _opened(design: Read, full: Quantity) -> Sequence[Opened]:
    values = {one.name: one.value for one in opened(design.architecture)}
    return [Opened(values.get(one.name), one) for one in full.margin.by] if full.margin else ()


def stated_numbers(architecture: Architecture) -> Iterator[Stated]:
    """Every number that the requirements, components and connections state, those of policies left out."""
    words = [architecture.design.requirements, *architecture.components(), *architecture.connections()]
    for word in words:
        id = architecture.ids.get(word, REQUIREMENTS)
        forms = shape(type(word))
        for name, value in attributes(word).items():
            sort = next((form.sort for form in forms[name].forms if isinstance(form, Plain) and form.sort in NUMBERS), None)
            if sort and isinstance(value, (int, float, timedelta)) and not isinstance(value, bool):
                yield Stated(f"{id}.{name}", word, name, plainly(value), sort)


def _moving(design: Read, stated: Sequence[tuple[int, Stated]], before: Fullest) -> Iterator[Stated]:
    """Those that move what is half as full as the fullest, by halves: where many at once do not, none of them does.

    Each is made more by a part of its own, so that no two make up for one another. A tenth more makes nothing twice as full.
    """
    full = max(one.value for one in before.values())
    watched = {subject: one.value for subject, one in before.items() if one.value >= full / 2}
    waiting = [stated]
    while waiting:
        many = waiting.pop()
        now = _supposed(design, {one: one.grown(TENTH * (1 + place * GOLDEN % 1)) for place, one in many})
        if all(subject in now and now[subject].value == value for subject, value in watched.items()):
            continue
        if len(many) > 1:
            waiting += [many[len(many) // 2 :], many[: len(many) // 2]]
        else:
            yield many[0][1]


def _tried(design: Read, one: Stated, before: Quantity) -> Mattering | None:
    top = _top(_supposed(design, {one: one.more}))
    return Mattering(one, (top[1].value / before.value - 1) * TENTH / one.by, *top) if top else None


def _supposed(design: Read, values: Mapping[Stated, float | timedelta]) -> Fullest:
    """How full parts are with these values."""
    stated: dict[Word, dict[str, object]] = {}
    more: dict[Word, dict[str, object]] = {}
    for one, value in values.items():
        stated.setdefault(one.word, {})[one.attribute] = one.value
        more.setdefault(one.word, {})[one.attribute] = value
    return fullest(likely(otherwise(design, stated, more)))


def _top(full: Fullest) -> tuple[str, Quantity] | None:
    return max(full.items(), key=lambda pair: pair[1].value, default=None)


def _plain(value: float | timedelta) -> float:
    return value.total_seconds() if isinstance(value, timedelta) else float(value)
