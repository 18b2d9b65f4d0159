"""What work sets off, by chance."""

from collections.abc import Sequence

from archgen.simulating.chance import Draw
from archgen.simulating.parts import StationNow, WayNow
from archgen.simulating.plan import Step


def set_off(steps: Sequence[Step], chance: Draw, ways: Sequence[WayNow], stations: Sequence[StationNow]) -> list[WayNow]:
    """The ways that are gone, the last one first."""
    found: list[WayNow] = []
    for step in reversed(steps):
        if step.choices:
            drawn = chance()
            found += [ways[way] for until, way in step.choices if drawn < until][:1]
            continue
        times = step.bare if step.cache is not None and stations[step.cache].down else step.times
        whole = int(times)
        if whole < times and chance() < times - whole:
            whole += 1
        found += [ways[step.way]] * whole
    return found
