"""The back of the envelope: the handful of numbers that decide a design, each with how it comes about, and what exceeds."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from archgen.documents import arrivals, margins, stocks
from archgen.documents.point import Point
from archgen.model.dossier import Dossier
from archgen.values import dataclass

# In the order in which somebody works them out.
PARTS: Sequence[Callable[[Dossier], Iterator[Point]]] = (
    arrivals.arriving,
    arrivals.in_hand,
    margins.fullest,
    margins.other_limits,
    margins.while_work_waits,
    margins.beyond_the_usual,
    stocks.waiting,
    stocks.stored,
    stocks.carried,
    margins.tightest,
    margins.least_available,
)


@dataclass(frozen=True)
class Envelope:
    """What is over what it may be, a sentence each, and the numbers that decide."""

    over: tuple[Point, ...]
    points: tuple[Point, ...]


def envelope(dossier: Dossier) -> Envelope:
    """All of it; empty where the design states too little for any number."""
    return Envelope(tuple(margins.over(dossier)), tuple(_opened(point) for part in PARTS for point in part(dossier)))


def _opened(point: Point) -> Point:
    return replace(point, lead=point.lead[:1].upper() + point.lead[1:])
