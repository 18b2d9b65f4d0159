"""Which row a box stands in, where groups stand beside one another as soon as what leads to them is above, and there is room."""

from collections.abc import Mapping, Sequence

from archgen.layout.ranks import Pair, Ranks, fill, flow, longest_paths, names, outermost, widest
from archgen.model.drawing import Drawing

FRAME_SIDES = 40.0  # what the sides of a frame take of a row


def packed(drawing: Drawing, widths: Mapping[str, float], limit: float) -> Ranks:
    """Outermost frames one after the other along the flow, each as far up as what leads to it and `limit` allow."""
    pairs, homes = flow(drawing), outermost(drawing)
    members: dict[str, list[str]] = {}
    for name in names(drawing):
        members.setdefault(homes[name], []).append(name)
    ranks: dict[str, int] = {}
    used: dict[int, float] = {}
    for tier in _in_order(drawing, pairs, homes, members):
        inner = _fewest_rows(members[tier], pairs, homes, widths, limit)
        wide = widest(inner, widths) + (FRAME_SIDES if members[tier] != [tier] else 0.0)
        high = max(inner.values()) + 1
        row = max(
            (ranks[source] + 1 - inner[target] for source, target in pairs if target in inner and source in ranks), default=0
        )
        row = max(row, 0)
        while any(used.get(row + at, 0.0) + wide > limit and used.get(row + at) for at in range(high)):
            row += 1
        ranks |= {name: row + at for name, at in inner.items()}
        used |= {row + at: used.get(row + at, 0.0) + wide for at in range(high)}
    return ranks


def _in_order(
    drawing: Drawing, pairs: Sequence[Pair], homes: Mapping[str, str], members: Mapping[str, Sequence[str]]
) -> Sequence[str]:
    """Each outermost frame after those that lead to it, as far as these do not wait for one another."""
    natural = longest_paths(names(drawing), pairs)
    time = {tier: sum(natural[name] for name in held) / len(held) for tier, held in members.items()}
    before: dict[str, set[str]] = {tier: set() for tier in members}
    for source, target in pairs:
        if homes[source] != homes[target]:
            before[homes[target]].add(homes[source])
    order: list[str] = []
    waiting = sorted(members, key=lambda tier: time[tier])
    while waiting:
        following = min(waiting, key=lambda tier: (not before[tier].isdisjoint(waiting), time[tier]))
        order.append(following)
        waiting.remove(following)
    return order


def _fewest_rows(
    members: Sequence[str], pairs: Sequence[Pair], homes: Mapping[str, str], widths: Mapping[str, float], limit: float
) -> Ranks:
    """As few rows as there are within `limit`, and of so many the narrowest."""
    best = fill(members, pairs, homes, widths, limit)
    rows = max(best.values())
    while True:
        narrower = fill(members, pairs, homes, widths, widest(best, widths) - 1.0)
        if max(narrower.values()) > rows or widest(narrower, widths) >= widest(best, widths):
            return best
        best = narrower
