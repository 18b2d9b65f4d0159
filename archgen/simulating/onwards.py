"""What work sets off, by chance."""

from collections.abc import Sequence

from archgen.simulating.chance import Drawn
from archgen.simulating.entries import EntriesNow
from archgen.simulating.parts import Errand, Often, StationNow, WayNow
from archgen.simulating.plan import Step


def set_off(
    steps: Sequence[Step], chances: Drawn, ways: Sequence[WayNow], stations: Sequence[StationNow], caches: Sequence[EntriesNow]
) -> list[Errand]:
    """The ways that are gone, the last one first; of entries, one for each that is looked up."""
    found: list[Errand] = []
    for step in reversed(steps):
        if step.choices:
            drawn = next(chances)
            found += [ways[way].lead for until, way in step.choices if drawn < until][:1]
            continue
        away = step.cache is not None and stations[step.cache].down
        times = step.bare if away or step.entries is not None else step.times
        whole = int(times)
        if whole < times and next(chances) < times - whole:
            whole += 1
        found += [ways[step.way].lead if step.entries is None else caches[step.entries]] * whole
    return found


def simple(steps: Sequence[Step], ways: Sequence[WayNow], caches: Sequence[EntriesNow]) -> Sequence[Often] | None:
    """The ways that are certain, then one by chance, and so on, the last one first; None where chance decides more than that."""
    if any(step.choices or (step.cache is not None and step.entries is None) for step in steps):
        return None
    found: list[Often] = []
    certain: list[Errand] = []
    for step in reversed(steps):
        way, times = (ways[step.way].lead, step.times) if step.entries is None else (caches[step.entries], step.bare)
        certain = certain + [way] * int(times)
        if times > int(times):
            found.append((certain, times - int(times), way))
            certain = []
    return [*found, (certain, 0.0, None)] if certain else found
