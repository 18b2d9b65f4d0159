"""Which row a box stands in, where the rows that Graphviz would choose are too wide."""

from collections.abc import Iterable, Mapping, Sequence

from archgen.layout.doors import connected
from archgen.layout.kept_with import kept_with_drawing
from archgen.model.drawing import Drawing, Frame

Pair = tuple[str, str]
Ranks = Mapping[str, int]


@kept_with_drawing
def flow(drawing: Drawing) -> Sequence[Pair]:
    """The arrows between different boxes, each pair once, turned so that none leads back to where it came from.

    A frame is stood for by the boxes inside it that nothing there leads to, or from, or by itself when it is empty.
    """
    ends = stand_ins(drawing)
    ways = (pair for arrow in drawing.arrows for pair in connected(drawing, arrow))
    pairs = dict.fromkeys((ends[source], ends[target]) for source, target in ways)
    ahead: dict[str, list[str]] = {name: [] for name in names(drawing)}
    for source, target in pairs:
        if source != target:
            ahead[source].append(target)
    entered = {target for source, target in pairs if source != target}
    finished = _finished([*(name for name in ahead if name not in entered), *ahead], ahead)
    order = {name: place for place, name in enumerate(reversed(finished))}
    forward = ((source, target) if order[source] < order[target] else (target, source) for source, target in pairs)
    return tuple(dict.fromkeys(pair for pair in forward if pair[0] != pair[1]))


@kept_with_drawing
def names(drawing: Drawing) -> Sequence[str]:
    """What Graphviz is to place: every box, and every frame that holds none."""
    ends = stand_ins(drawing)
    return (*(box.id for box in drawing.boxes), *(frame.id for frame in drawing.frames if ends[frame.id] == frame.id))


@kept_with_drawing
def stand_ins(drawing: Drawing) -> Mapping[str, str]:
    """For each box and frame the thing that is placed for it: itself, or the first box inside a frame."""
    ends = {box.id: box.id for box in drawing.boxes}
    parents = {frame.id: frame.parent for frame in drawing.frames}
    for box in drawing.boxes:
        frame = box.frame
        while frame is not None:
            ends.setdefault(frame, box.id)
            frame = parents[frame]
    for parent in parents:
        ends.setdefault(parent, parent)
    return ends


@kept_with_drawing
def outermost(drawing: Drawing) -> Mapping[str, str]:
    """The outermost frame of each thing placed, or its own name when it stands in none."""
    frames = {frame.id: frame for frame in drawing.frames}
    homes = {box.id: _top(frames, box.frame) or box.id for box in drawing.boxes}
    for name in names(drawing):
        if name not in homes:
            homes[name] = _top(frames, name) or name
    return homes


def longest_paths(members: Iterable[str], pairs: Sequence[Pair]) -> dict[str, int]:
    """Each member's distance from the start along the longest path."""
    ranks = dict.fromkeys(members, 0)
    for _ in range(len(ranks)):
        moved = False
        for source, target in pairs:
            if source in ranks and target in ranks and ranks[target] <= ranks[source]:
                ranks[target] = ranks[source] + 1
                moved = True
        if not moved:
            break
    return ranks


def wrapped(drawing: Drawing, widths: Mapping[str, float], limit: float) -> Ranks:
    """Rows filled along the flow, none wider than `limit`."""
    return fill(names(drawing), flow(drawing), outermost(drawing), widths, limit)


def tiered(drawing: Drawing, widths: Mapping[str, float], limit: float) -> Ranks:
    """One outermost frame under another, each filled with rows none wider than `limit`."""
    return _stack(drawing, widths, limit, apart=0)


def shelved(drawing: Drawing, widths: Mapping[str, float], limit: float) -> Ranks:
    """As `tiered`, but frames that come at nearly the same time stand side by side where there is room."""
    return _stack(drawing, widths, limit, apart=1.5)


def strictly_shelved(drawing: Drawing, widths: Mapping[str, float], limit: float) -> Ranks:
    """As `shelved`, but only frames that come at about the same time stand side by side."""
    return _stack(drawing, widths, limit, apart=0.5)


def _stack(drawing: Drawing, widths: Mapping[str, float], limit: float, *, apart: float) -> Ranks:
    pairs, homes = flow(drawing), outermost(drawing)
    natural = longest_paths(names(drawing), pairs)
    members: dict[str, list[str]] = {}
    for name in names(drawing):
        members.setdefault(homes[name], []).append(name)
    time = {tier: sum(natural[name] for name in held) / len(held) for tier, held in members.items()}
    ranks: dict[str, int] = {}
    shelf, start, room = 0, 0, limit
    first = 0.0
    for tier in sorted(members, key=lambda tier: time[tier]):
        inner = fill(members[tier], pairs, homes, widths, limit)
        wide = widest(inner, widths)
        lone = len(inner) == 1
        if ranks and (time[tier] - first > (0.0 if lone else apart) or wide > room or not (lone or apart)):
            shelf, room = start, limit
        if room == limit:
            first = time[tier]
        room -= wide
        ranks |= {name: shelf + rank for name, rank in inner.items()}
        start = max(start, shelf + max(inner.values()) + 1)
    return ranks


def widest(ranks: Ranks, widths: Mapping[str, float]) -> float:
    """How wide the widest row is."""
    rows: dict[int, float] = {}
    for name, rank in ranks.items():
        rows[rank] = rows.get(rank, 0.0) + widths[name]
    return max(rows.values())


def fill(
    members: Sequence[str],
    pairs: Sequence[Pair],
    homes: Mapping[str, str],
    widths: Mapping[str, float],
    limit: float,
) -> dict[str, int]:
    """Rows of these alone, filled along the flow."""
    inside = set(members)
    before: dict[str, list[str]] = {name: [] for name in members}
    for source, target in pairs:
        if source in inside and target in inside:
            before[target].append(source)
    height = longest_paths(members, [(target, source) for source, target in pairs])
    ranks: dict[str, int] = {}
    row = 0
    while len(ranks) < len(members):
        ready = [name for name in members if name not in ranks and all(ranks.get(b, row) < row for b in before[name])]
        opened = {homes[name] for name in ranks}
        ready.sort(key=lambda name: (homes[name] not in opened, -height[name]))
        ranks |= dict.fromkeys(_first_that_fit(ready, widths, limit), row)
        row += 1
    return ranks


def _first_that_fit(ready: Sequence[str], widths: Mapping[str, float], limit: float) -> Iterable[str]:
    room = limit
    for place, name in enumerate(ready):
        room -= widths[name]
        if room >= 0 or place == 0:
            yield name


def _finished(starts: Iterable[str], ahead: Mapping[str, Sequence[str]]) -> Sequence[str]:
    """All names in the order in which a walk in depth leaves them."""
    finished: dict[str, None] = {}
    seen: set[str] = set()
    for start in starts:
        path = [] if start in seen else [(start, iter(ahead[start]))]
        seen.add(start)
        while path:
            name, rest = path[-1]
            following = next((step for step in rest if step not in seen), None)
            if following is None:
                finished[name] = None
                path.pop()
            else:
                seen.add(following)
                path.append((following, iter(ahead[following])))
    return tuple(finished)


def _top(frames: Mapping[str, Frame], frame: str | None) -> str | None:
    while frame is not None and frames[frame].parent is not None:
        frame = frames[frame].parent
    return frame
