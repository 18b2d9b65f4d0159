"""Divide a drawing that is too large for one figure into several that fit, linked with one another."""

from collections.abc import Callable, Collection, Generator, Iterator, Mapping, Sequence
from dataclasses import replace

from archgen.dividing.atlas import Atlas
from archgen.dividing.cluster import Cluster
from archgen.dividing.grouping import Manner, grouped, manner_of, without_frames
from archgen.dividing.shaping import OWN, Shaping
from archgen.dividing.sheet import DETAILS, LEAST, extract, sheet
from archgen.model.drawing import Arrow, Drawing

# Whether each of some figures fits: those that do not wait for one another are asked of together.
Fits = Callable[[Sequence[Drawing]], Sequence[bool]]
# With more than that no arrangement fits a page, and none is tried.
MOST_BOXES, MOST_ARROWS = 44, 64
MOST_AROUND, MOST_LINES = 30, 44
TOGETHER = 10  # connections in a figure of those that found no room elsewhere
SPARED = 2  # boxes by which a figure has to be smaller than one that did not fit
FEW = 4  # boxes that are not divided further


def divide(drawing: Drawing, fits: Fits, manner: Manner | None = None) -> Sequence[Drawing]:
    """The drawing itself where it fits, else an overview and further figures, in which each box and each arrow is found.

    `manner` says by what boxes are put together; where it is given the drawing is divided, even if it would fit.
    """
    small = len(drawing.boxes) <= MOST_BOXES and len(drawing.arrows) <= MOST_ARROWS
    if manner is None and small and all(fits([drawing])):
        return [drawing]
    chosen = manner or manner_of(drawing)
    ground = drawing if chosen == "group" else without_frames(drawing)
    return _Dividing(ground, fits).figures(grouped(drawing, chosen) if ground is drawing else _whole(ground, drawing, chosen))


def _whole(ground: Drawing, drawing: Drawing, manner: Manner) -> Cluster:
    """The clusters of the drawing's boxes, with those by themselves that stand for frames."""
    root = grouped(drawing, manner)
    known = set(root.members)
    return replace(root, boxes=(*root.boxes, *(box.id for box in ground.boxes if box.id not in known)))


class _Dividing:
    """A drawing being divided. `opened` are the ids of clusters that could be drawn whole by their size, and are not."""

    def __init__(self, drawing: Drawing, fits: Fits) -> None:
        self.drawing, self.fits, self.shaping = drawing, fits, Shaping(drawing)
        self.opened: set[str] = set()

    def figures(self, root: Cluster) -> Sequence[Drawing]:
        """Figures for the clusters. Those that do not fit are split, and all are drawn anew, as others speak of them."""
        self.shaping.taken.update(cluster.id for cluster in root.walk())
        root = self.shaping.shaped(root)
        while True:
            atlas = Atlas(self.drawing, root, {cluster.id for cluster in self._whole(root)})
            drawn = self._figures(atlas)
            kept = [figure for figure in drawn.values() if figure is not None]
            if len(kept) == len(drawn):
                return [*kept, *self._further(atlas, kept)]
            root = self._smaller(root, atlas.whole, {id for id, figure in drawn.items() if figure is None})

    def _whole(self, cluster: Cluster) -> Iterator[Cluster]:
        """The clusters that are drawn with all that is in them."""
        if cluster.id and len(cluster.members) <= OWN and cluster.id not in self.opened:
            yield cluster
        else:
            for inner in cluster.inner:
                yield from self._whole(inner)

    def _smaller(self, cluster: Cluster, whole: Collection[str], failed: Collection[str]) -> Cluster:
        """The cluster with those in parts that failed."""
        made = replace(cluster, inner=tuple(self._smaller(inner, whole, failed) for inner in cluster.inner))
        if cluster.id not in failed:
            return made
        self.opened.add(cluster.id)
        return made if cluster.id in whole and cluster.inner else self.shaping.split(made)

    def _figures(self, atlas: Atlas) -> Mapping[str, Drawing | None]:
        """The figure of each cluster, by its id; None where none fits."""
        found: dict[str, Drawing | None] = dict.fromkeys(cluster.id for cluster in atlas.figures)
        asking = {cluster.id: self._figure(atlas, cluster) for cluster in atlas.figures}
        answers: dict[str, bool | None] = dict.fromkeys(asking)
        while answers:
            tried: dict[str, Drawing] = {}
            for id, answer in answers.items():
                try:
                    tried[id] = asking[id].send(answer)
                except StopIteration as ended:
                    found[id] = ended.value
            answers = dict(zip(tried, self.fits(list(tried.values())), strict=True))
        return found

    def _figure(self, atlas: Atlas, cluster: Cluster) -> Generator[Drawing, bool | None, Drawing | None]:
        """Ask of figures whether they fit, until one does: that with as much of what is around the cluster as there is room for.

        None where that is too little, and the cluster can be split.
        """
        boxes = MOST_AROUND
        for detail in DETAILS:
            figure = self._one_of(sheet(atlas, cluster, detail))
            if len(figure.boxes) > boxes or len(figure.arrows) > MOST_LINES:
                continue
            if (yield figure):
                return figure
            # Little less would not fit either.
            boxes = len(figure.boxes) - SPARED
        parts = cluster.members if cluster.id in atlas.whole else (*cluster.boxes, *cluster.inner)
        return self._one_of(sheet(atlas, cluster, LEAST)) if len(parts) <= FEW else None

    def _one_of(self, figure: Drawing) -> Drawing:
        return replace(figure, among=len(self.drawing.boxes))

    def _further(self, atlas: Atlas, figures: Sequence[Drawing]) -> Iterator[Drawing]:
        """Figures of the arrows that stand in none by themselves."""
        shown = {one for figure in figures for arrow in figure.arrows for one in arrow.of}
        left: dict[str, list[Arrow]] = {}
        for arrow in self.drawing.arrows:
            if arrow.of and shown.isdisjoint(arrow.of):
                left.setdefault(atlas.home(arrow.source).id, []).append(arrow)
        for id, arrows in left.items():
            cluster, number = atlas.ways[id][-1], 1
            waiting = [arrows[place : place + TOGETHER] for place in range(0, len(arrows), TOGETHER)]
            while waiting:
                some = waiting.pop(0)
                figure = self._one_of(extract(atlas, cluster, some, number))
                if len(some) > 1 and not all(self.fits([figure])):
                    half = len(some) // 2
                    waiting[:0] = [some[:half], some[half:]]
                else:
                    number += 1
                    yield figure
