"""Boxes that follow one another in a chain, and lead nowhere else, are of one width, as the lines of a list are."""

from collections.abc import Iterator, Mapping, Sequence

from archgen.model.drawing import Drawing

LEAST = 3  # boxes that make a chain


def evened(drawing: Drawing, widths: Mapping[str, float]) -> Mapping[str, float]:
    """The `widths` of the boxes of chains, each the widest of its chain."""
    chains = [chain for chain in _chains(drawing) if all(name in widths for name in chain)]
    return {name: max(widths[each] for each in chain) for chain in chains for name in chain}


def _chains(drawing: Drawing) -> Iterator[Sequence[str]]:
    """The boxes of every chain that is tied to nothing else, in their order."""
    ahead: dict[str, set[str]] = {}
    behind: dict[str, set[str]] = {}
    for arrow in drawing.arrows:
        ahead.setdefault(arrow.source, set()).add(arrow.target)
        behind.setdefault(arrow.target, set()).add(arrow.source)
    for first in (box.id for box in drawing.boxes if box.id not in behind):
        chain = [first]
        while len(ahead.get(chain[-1], ())) == 1:
            (following,) = ahead[chain[-1]]
            if len(behind[following]) > 1:
                break
            chain.append(following)
        if len(chain) >= LEAST and chain[-1] not in ahead:
            yield chain
