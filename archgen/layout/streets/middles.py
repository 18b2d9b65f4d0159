"""Where everything is thought to be before lines are ordered, when boxes keep their places."""

from collections.abc import Mapping, Sequence

from archgen.layout.adding import added
from archgen.layout.streets.chains import Chain, Strata

Child = int | str  # an item, or a frame by its name


def middles(strata: Strata, stands: Mapping[int, float]) -> Mapping[Child, float]:
    """The middle of each: lines run straight, frames are where their boxes are."""
    found: dict[Child, float] = dict(stands.items())
    for frame in strata.spans:
        held = [stands[item] for item in strata.boxes.values() if frame in strata.items[item].home]
        found[frame] = added(held) / len(held)
    for number, item in enumerate(strata.items):
        if item.kind != "box":
            found[number] = found.get(item.name, 0.0) if item.name in strata.spans else 0.0
    for chain in strata.chains:
        for way in (chain.down, chain.up):
            _lead(strata, chain, way, found)
    return found


def _lead(strata: Strata, chain: Chain, way: Sequence[int], middles: dict[Child, float]) -> None:
    """Let a line run evenly from one of its ends to the other; where it turns back up, straight down to there."""
    if way:
        last = len(way) - 1
        start = middles[way[last if chain.within else 0]]
        by = 0.0 if chain.up else (middles[way[last]] - start) / max(last, 1)
        for place, number in enumerate(way):
            if strata.items[number].kind == "lane":
                middles[number] = start + by * place
