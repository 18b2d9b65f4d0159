"""One figure of several: what is in a cluster, and around it what that has to do with, faded."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from archgen.dividing.atlas import OVERVIEW, Atlas, counted
from archgen.dividing.cluster import Cluster
from archgen.dividing.describing import described
from archgen.dividing.lines import Line, drawn
from archgen.model.drawing import Arrow, Box, Drawing, Frame, LegendEntry
from archgen.values import dataclass

# How parts of other figures are shown: each, one card for the figure they are in, one for the largest cluster, or one for all.
Grain = Literal["each", "figure", "cluster", "one"]
GRID = "layout-grid"
ELSEWHERE = "elsewhere"
MERGED = LegendEntry("merged", "several connections")


@dataclass(frozen=True)
class Detail:
    """How much a figure shows of what is around it: where its own arrows lead, and where those come from that reach it."""

    onward: Grain
    back: Grain
    merged: bool = False


DETAILS = (
    Detail("each", "each"),
    Detail("each", "figure"),
    Detail("each", "cluster"),
    Detail("cluster", "cluster"),
)
LEAST = Detail("one", "one", merged=True)


def sheet(atlas: Atlas, cluster: Cluster, detail: Detail) -> Drawing:
    """The figure of a cluster."""
    return _Sheet(atlas, cluster, detail).drawing()


def extract(atlas: Atlas, cluster: Cluster, arrows: Sequence[Arrow], number: int) -> Drawing:
    """A figure of some arrows alone, which lead from parts of a cluster to others and found no room in its figure."""
    ends = list(dict.fromkeys(end for arrow in arrows for end in (arrow.source, arrow.target)))
    inside = {end for end in ends if atlas.home(end) is cluster}
    boxes = [atlas.boxes[end] if end in inside and end in atlas.boxes else _outside(atlas, end) for end in ends]
    alone = tuple(replace(box, frame=None) for box in boxes)
    name, title = atlas.names[cluster.id], f"{atlas.title(cluster)}, further connections {number}"
    made = replace(atlas.drawing, name=f"{name}-more-{number}", title=f"{atlas.drawing.title}, {title}")
    trail = (*_above(atlas, cluster), (name, atlas.title(cluster)), ("", f"further connections {number}"))
    return _finished(replace(made, boxes=alone, arrows=tuple(arrows), frames=(), trail=trail))


class _Sheet:
    """A figure in the making."""

    def __init__(self, atlas: Atlas, cluster: Cluster, detail: Detail) -> None:
        self.atlas, self.cluster, self.detail = atlas, cluster, detail
        self.way = atlas.ways[cluster.id]
        self.whole = cluster.id in atlas.whole
        self.frame = (cluster.frame or f"cluster:{cluster.id}") if cluster.id else None

    def drawing(self) -> Drawing:
        """All of it."""
        lines = self._lines()
        arrows = tuple(drawn(lines, merged=self.detail.merged))
        inside = [*self._own(), *self._closed()]
        known = {box.id for box in inside} | {frame.id for frame in self._frames()}
        ends = dict.fromkeys(end for arrow in arrows for end in (arrow.source, arrow.target) if end not in known)
        around = tuple(_outside(self.atlas, end) for end in ends)
        whole, above = self.atlas.drawing, _above(self.atlas, self.cluster)
        trail = (*above, ("", self.cluster.name)) if above else ()
        title = f"{whole.title}, {self.cluster.name if self.cluster.id else OVERVIEW.lower()}"
        named = replace(whole, name=self.atlas.names[self.cluster.id], title=title, trail=trail)
        return _finished(replace(named, boxes=(*inside, *around), arrows=arrows, frames=tuple(self._frames())))

    def _own(self) -> Iterator[Box]:
        """The boxes that are shown with all that is known of them."""
        for box in map(self.atlas.boxes.__getitem__, self.cluster.members if self.whole else self.cluster.boxes):
            yield replace(box, frame=box.frame if self.whole and box.frame in self.cluster.frames else self.frame)

    def _closed(self) -> Iterator[Box]:
        """What stands for those within, in the order in which the design comes to speak of what they hold."""
        if not self.whole:
            places = {box: place for place, box in enumerate(self.atlas.boxes)}
            first = {inner.id: min((places[box] for box in inner.members), default=len(places)) for inner in self.cluster.inner}
            for inner in sorted(self.cluster.inner, key=lambda inner: first[inner.id]):
                yield replace(_card(self.atlas, inner), shape="closed", tone=self.atlas.tone(inner), frame=self.frame)

    def _frames(self) -> Iterator[Frame]:
        if self.frame:
            yield Frame(self.frame, self.cluster.name, None, self.atlas.tone(self.cluster))
        inner = [frame for frame in self.cluster.frames if frame != self.frame] if self.whole else []
        for frame in self.atlas.drawing.frames:
            if frame.id in inner:
                yield replace(frame, parent=frame.parent if frame.parent in inner else self.frame)

    def _lines(self) -> Sequence[Line]:
        """Every arrow that has to do with the cluster."""
        crossing = self.atlas.crossing(self.cluster)
        each = {end for arrow in crossing for end in self._asked_for(arrow)}
        return [line for arrow in crossing for line in self._line(arrow, each)]

    def _asked_for(self, arrow: Arrow) -> Iterator[str]:
        """The end outside of an arrow, where it is shown by itself."""
        source, target = self._inside(arrow.source), self._inside(arrow.target)
        if source and not target and self.detail.onward == "each" and self._is_plain(arrow.source, source):
            yield arrow.target
        if target and not source and self.detail.back == "each" and self._is_plain(arrow.target, target):
            yield arrow.source

    def _line(self, arrow: Arrow, each: set[str]) -> Iterator[Line]:
        source, target = self._inside(arrow.source), self._inside(arrow.target)
        start = source or self._around(
            arrow.source, each, self.detail.back, bool(target) and self._is_plain(arrow.target, target)
        )
        end = target or self._around(
            arrow.target, each, self.detail.onward, bool(source) and self._is_plain(arrow.source, source)
        )
        plain = self._is_plain(arrow.source, start) and self._is_plain(arrow.target, end)
        if start != end or plain:
            yield Line(start, end, arrow, plain)

    def _inside(self, end: str) -> str:
        """What stands in the figure for an end of an arrow that is in the cluster; empty for one that is not."""
        path, place = self.atlas.paths[end], len(self.way)
        if len(path) < place or path[place - 1] is not self.cluster:
            return ""
        return end if self.whole or place == len(path) else f"closed:{path[place].id}"

    def _is_plain(self, end: str, shown: str) -> bool:
        """Whether what is shown is the end itself: its box, its frame, or the card of the cluster that stands for the frame."""
        path = self.atlas.paths[end]
        return shown == end or (path[-1].frame == end and shown == f"closed:{path[-1].id}")

    def _around(self, end: str, each: set[str], grain: Grain, plain: bool) -> str:
        """What stands for an end that is not in the cluster."""
        path = self.atlas.paths[end]
        if end in each and plain:
            return end
        if grain == "one":
            return ELSEWHERE
        shared = next((place for place, (one, other) in enumerate(zip(path, self.way, strict=False)) if one is not other), None)
        home = self.atlas.home(end)
        if shared is None or (grain == "figure" and home in self.way):
            return end
        return f"closed:{home.id}" if grain == "figure" and plain else f"closed:{path[shared].id}"


def _outside(atlas: Atlas, id: str) -> Box:
    """What belongs to another figure."""
    if id == ELSEWHERE:
        return Box(id, "Other views", "", GRID, shape="outside", to=atlas.names[""])
    if id.startswith("closed:"):
        cluster = atlas.ways[id.removeprefix("closed:")][-1]
        told = counted(len(cluster.members), "component")
        return replace(_card(atlas, cluster), subtitle=told, errors=0, warnings=0, infos=0)
    home, known = atlas.home(id), [cluster for cluster in atlas.ways[atlas.home(id).id] if not cluster.made]
    to, within = atlas.names[home.id], f"in {(known[-1] if known[-1].id else home).name}" if home.id else "in the overview"
    if id not in atlas.boxes:
        return replace(_card(atlas, atlas.paths[id][-1]), id=id, to=to)
    faded = replace(atlas.boxes[id], subtitle=within, shape="outside", frame=None, to=to)
    return replace(faded, load="", errors=0, warnings=0, infos=0)


def _card(atlas: Atlas, cluster: Cluster) -> Box:
    """What stands for a cluster, made once for all figures that show it."""
    if cluster.id not in atlas.cards:
        to, members = atlas.names.get(cluster.id, ""), [atlas.boxes[box] for box in cluster.members]
        card = Box(f"closed:{cluster.id}", cluster.name, atlas.content(cluster), GRID, "neutral", "outside", to=to)
        errors, warnings = sum(box.errors for box in members), sum(box.warnings for box in members)
        infos = sum(box.infos for box in members)
        atlas.cards[cluster.id] = replace(card, errors=errors, warnings=warnings, infos=infos)
    return atlas.cards[cluster.id]


def _above(atlas: Atlas, cluster: Cluster) -> tuple[tuple[str, str], ...]:
    return tuple((atlas.names[above.id], atlas.title(above)) for above in atlas.ways[cluster.id][:-1])


def _finished(drawing: Drawing) -> Drawing:
    """With the legend of what it shows, and said in words."""
    styles = {arrow.style for arrow in drawing.arrows}
    entries = [entry for entry in (*drawing.legend, MERGED) if entry.style in styles]
    legend = tuple(entries) if len(styles) > 1 or "merged" in styles else ()
    return replace(drawing, legend=legend, description=described(drawing))
