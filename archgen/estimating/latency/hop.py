"""How long one step of a walkthrough takes, with what is done while its source waits."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from archgen.dsl.readable import named
from archgen.estimating.known import Known
from archgen.estimating.latency.misses import asked_cache
from archgen.estimating.latency.patience import cut
from archgen.estimating.latency.queueing import is_left_out, queue
from archgen.estimating.latency.stated import is_end, poll_wait, way, whole, window_wait, work
from archgen.estimating.latency.timed import Timed, holding, in_turn, no_more_than_known
from archgen.model.architecture import Architecture
from archgen.model.course import Leg


@dataclass(frozen=True)
class Asked:
    """What is needed to time steps: the design, its load, and which parts were found to say too little."""

    architecture: Architecture
    numbers: Known
    silent: dict[Leg, str] = field(default_factory=dict)
    unqueued: dict[Leg, str] = field(default_factory=dict)


def hop(asked: Asked, leg: Leg, within: Timed | None, *, first: bool) -> Timed | None:
    """The step with its wait, its way and its work; None where nothing says how long any of it takes.

    `within` is what is done while the source waits: held by the work of a server, after the look into a cache.
    """
    name = named(leg.along)
    measured, at_target = whole(leg), _at_target(asked, leg, within)
    if measured:
        takes: Timed | None = _held(measured, at_target, f"{name}, all in all")
    else:
        lacking = _is_lacking(asked, leg)
        parts = (way(asked.architecture, leg), queue(asked.numbers, leg), at_target)
        takes = joined(name, [one for one in parts if one], lacking=lacking)
    pauses = (poll_wait(leg, first=first), window_wait(leg))
    return joined(name, [one for one in (*pauses, cut(leg.along, takes) if takes else None) if one])


def joined(name: str, parts: Sequence[Timed], *, lacking: bool = False) -> Timed | None:
    """The parts one after another; a single one as it is. `lacking` says that something is not known besides."""
    if len(parts) == 1 and not lacking:
        return parts[0]
    if len(parts) == 1 and parts[0].is_sum:
        return no_more_than_known(parts[0])
    return in_turn(name, parts, lacking=lacking) if parts else None


def unheld(legs: Sequence[Leg]) -> Sequence[Leg]:
    """Those that are within no step that states its own time, which would hold theirs; each comes behind what it is within."""
    held: set[Leg] = set()
    for leg in legs:
        around = leg.parent
        if around and (around in held or whole(around) or work(around)):
            held.add(leg)
    return [leg for leg in legs if leg not in held]


def _at_target(asked: Asked, leg: Leg, within: Timed | None) -> Timed | None:
    own, name = work(leg), leg.along.destination.name
    if asked_cache(asked.architecture, leg.along):
        return joined(f"the answer of {name}", [one for one in (own, within) if one])
    return _held(own, within, f"{name} with what it waits for")


def _held(own: Timed | None, within: Timed | None, name: str) -> Timed | None:
    return holding(own, within, name) if own and within else own or within


def _is_lacking(asked: Asked, leg: Leg) -> bool:
    """Note what is not known of the target."""
    name = leg.along.destination.name
    if work(leg) is None and not is_end(leg):
        asked.silent[leg] = name
        return True
    if is_left_out(asked.numbers, leg):
        asked.unqueued[leg] = name
        return True
    return False
