"""Clusters of a size that a figure can show: large ones are cut into communities, and many into fewer that hold others."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import cached_property

from archgen.dividing.cluster import Cluster
from archgen.dividing.communities import Pair, communities
from archgen.dsl.naming import slug
from archgen.model.drawing import Drawing
from archgen.values import dataclass

OWN = 14  # boxes that are drawn in one figure
ITEMS = 16  # boxes and closed cards of an overview
TIES = 30  # lines between these
FEWER = 6  # boxes and cards that may all be tied to one another
NAMED, LONGEST = 3, 60  # groups, and characters
BOXES_TOGETHER, CARDS_TOGETHER, FACTOR = 12, 8, 8  # what is put together first, and how many of those then


@dataclass(frozen=True)
class Shaping:
    """Shapes the clusters of one drawing. `taken` are the ids that there are."""

    drawing: Drawing
    taken: set[str] = field(default_factory=set)

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """What the boxes are called, by their ids."""
        return {box.id: box.title for box in self.drawing.boxes}

    def shaped(self, cluster: Cluster) -> Cluster:
        """The cluster, such that it and every one in it has no more than a figure can show."""
        if len(cluster.members) <= OWN and cluster.id:
            return cluster
        cluster = replace(cluster, inner=tuple(self.shaped(one) for one in cluster.inner))
        if cluster.inner and len(cluster.boxes) > FEWER and self._is_crowded(cluster):
            cluster = self._put_together(cluster, self._alone(cluster), _most(len(cluster.boxes), BOXES_TOGETHER))
        while self._is_crowded(cluster):
            items = self._items(cluster)
            first = CARDS_TOGETHER if cluster.inner else BOXES_TOGETHER
            cluster = self._put_together(cluster, items, _most(len(items), first))
        return cluster

    def split(self, cluster: Cluster) -> Cluster:
        """The cluster in a few parts, each of which is an own figure."""
        if cluster.inner and len(cluster.boxes) > FEWER // 2:
            return self._put_together(cluster, self._alone(cluster), -(-len(cluster.boxes) // 2))
        items = self._items(cluster)
        return self._put_together(cluster, items, max(2, -(-len(items) // (5 if cluster.inner else 3))))

    def _is_crowded(self, cluster: Cluster) -> bool:
        items = self._items(cluster)
        return len(items) > FEWER and (len(items) > ITEMS or len(self._ties(items)) > TIES)

    def _alone(self, cluster: Cluster) -> Sequence[Cluster]:
        return [Cluster(box, box, (box,)) for box in cluster.boxes]

    def _items(self, cluster: Cluster) -> Sequence[Cluster]:
        """What an overview of the cluster shows, a box as a cluster of its own."""
        return [*self._alone(cluster), *cluster.inner]

    def _put_together(self, cluster: Cluster, items: Sequence[Cluster], most: int) -> Cluster:
        """The cluster with the items in clusters of at most so many; an item that stays alone stays as it is."""
        sets = communities(len(items), self._ties(items), most)
        kept = [one for one in cluster.inner if one not in items]
        made: list[Cluster] = []
        loose: list[str] = []
        for members in sets:
            chosen = [items[number] for number in members]
            if len(chosen) > 1:
                made.append(self._made(cluster, chosen))
            elif len(chosen[0].members) == 1 and chosen[0].id in chosen[0].boxes:
                loose += chosen[0].boxes
            else:
                made.append(chosen[0])
        return replace(cluster, boxes=tuple(loose), inner=(*kept, *made))

    def _made(self, cluster: Cluster, items: Sequence[Cluster]) -> Cluster:
        boxes = tuple(item.id for item in items if item.boxes == (item.id,))
        inner = tuple(item for item in items if item.boxes != (item.id,))
        name = self._name(Cluster("", "", boxes, inner))
        stem = "-".join(filter(None, ["" if cluster.made else cluster.id, slug(name)[:LONGEST]]))
        free = (stem, *(f"{stem}-{number}" for number in range(2, len(self.taken) + 3)))
        id = next(id for id in free if id not in self.taken)
        self.taken.add(id)
        return self.shaped(Cluster(id, name, boxes, inner, made=True))

    def _name(self, cluster: Cluster) -> str:
        """After the groups that it holds, else after the parts that most has to do with."""
        names = [one.name for one in _authored(cluster)]
        if names:
            shown = names if len(names) <= NAMED else [*names[: NAMED - 1], f"{len(names) - NAMED + 1} more"]
            return " and ".join(filter(None, [", ".join(shown[:-1]), shown[-1]]))
        members = set(cluster.members)
        busy: Counter[str] = Counter(dict.fromkeys(cluster.members, 0))
        busy.update(end for arrow in self.drawing.arrows for end in (arrow.source, arrow.target) if end in members)
        most = [self.titles[box] for box, _ in busy.most_common(2 if cluster.inner else 1)]
        return f"Around {' and '.join(most)}"

    def _ties(self, items: Sequence[Cluster]) -> Mapping[Pair, float]:
        return Counter(self._pairs(items))

    def _pairs(self, items: Sequence[Cluster]) -> Iterator[Pair]:
        places = {part: number for number, item in enumerate(items) for part in (*item.members, *item.frames)}
        for arrow in self.drawing.arrows:
            one, other = places.get(arrow.source), places.get(arrow.target)
            if one is not None and other is not None and one != other:
                yield min(one, other), max(one, other)


def _authored(cluster: Cluster) -> Iterator[Cluster]:
    """The clusters in one that archgen did not put together."""
    for inner in cluster.inner:
        yield from _authored(inner) if inner.made else [inner]


def _most(count: int, first: int) -> int:
    """How many of `count` things to put together, so that there are a few such sets, or a few sets of such sets.

    >>> _most(10, 12), _most(100, 12), _most(2000, 12)
    (5, 12, 768)
    """
    most = first
    while most * (FACTOR + 2) < count:
        most *= FACTOR
    return min(most, -(-count // 2))
