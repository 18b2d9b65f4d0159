"""An atlas: a drawing, its clusters, and which of them have a figure of their own."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property

from archgen.dividing.cluster import Cluster
from archgen.dividing.grouping import plural
from archgen.dsl.appearance import Tone
from archgen.model.drawing import Arrow, Box, Drawing
from archgen.values import dataclass

KINDS_SHOWN = 3
OVERVIEW = "Overview"


@dataclass(frozen=True, eq=False)
class Atlas:
    """How a drawing is divided. `whole` are the ids of the clusters that are drawn with all that is in them.

    Every cluster that no whole one holds has a figure: one that is not whole itself shows those in it as closed cards.
    """

    drawing: Drawing
    root: Cluster
    whole: Collection[str]

    @cached_property
    def boxes(self) -> Mapping[str, Box]:
        """The boxes by their ids."""
        return {box.id: box for box in self.drawing.boxes}

    @cached_property
    def paths(self) -> Mapping[str, Sequence[Cluster]]:
        """The clusters that each box or frame is in, from the whole to the innermost; for a frame, to its own cluster."""
        return dict(self._paths(self.root, ()))

    @cached_property
    def ways(self) -> Mapping[str, Sequence[Cluster]]:
        """The clusters that lead to each cluster, by its id, from the whole to itself."""
        return dict(self._ways(self.root, ()))

    @cached_property
    def cards(self) -> dict[str, Box]:
        """What stands for each cluster that was asked for where it is closed, by its id."""
        return {}

    @cached_property
    def figures(self) -> Sequence[Cluster]:
        """The clusters that have a figure, each before those in it."""
        return list(self._figures(self.root))

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What the figure of each cluster is called, by the cluster's id."""
        found: dict[str, str] = {self.root.id: self.drawing.name}
        taken = {self.drawing.name}
        for cluster in self.figures[1:]:
            plain = re.sub(r"[\W_]+", "-", cluster.id.lower()).strip("-")
            stem = f"{self.drawing.name}-{plain or 'part'}"
            free = (stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 2)))
            found[cluster.id] = next(name for name in free if name not in taken)
            taken.add(found[cluster.id])
        return found

    def crossing(self, cluster: Cluster) -> Sequence[Arrow]:
        """The arrows that begin or end in a cluster, in their order."""
        numbers = {number for part in (*cluster.members, *cluster.frames) for number in self._at.get(part, ())}
        return [self.drawing.arrows[number] for number in sorted(numbers)]

    def home(self, part: str) -> Cluster:
        """The cluster in whose figure a box or frame stands with all that is known of it."""
        path = self.paths[part]
        return next((cluster for cluster in path if cluster.id in self.whole), path[-1])

    def title(self, cluster: Cluster) -> str:
        """What the figure of a cluster is called where others speak of it."""
        return cluster.name if cluster.id else OVERVIEW

    def tone(self, cluster: Cluster) -> Tone:
        """The colour that most of its boxes have."""
        tones: Counter[Tone] = Counter(self.boxes[box].tone for box in cluster.members)
        return max(tones, key=lambda tone: tones[tone], default="neutral")

    def content(self, cluster: Cluster) -> str:
        """How many components are in it, and of which kinds."""
        kinds = Counter(self.boxes[box].kind for box in cluster.members if self.boxes[box].kind)
        shown = [counted(count, kind) for kind, count in kinds.most_common(KINDS_SHOWN)]
        rest = len(cluster.members) - sum(count for _, count in kinds.most_common(KINDS_SHOWN))
        listed = ", ".join([*shown, *([f"{rest} more"] if rest and shown else [])])
        total = counted(len(cluster.members), "component")
        return f"{total}: {listed}" if listed else total

    @cached_property
    def _at(self) -> Mapping[str, Sequence[int]]:
        """The numbers of the arrows at each box and frame."""
        found: dict[str, list[int]] = {}
        for number, arrow in enumerate(self.drawing.arrows):
            for end in {arrow.source, arrow.target}:
                found.setdefault(end, []).append(number)
        return found

    def _paths(self, cluster: Cluster, above: tuple[Cluster, ...]) -> Iterator[tuple[str, Sequence[Cluster]]]:
        path = (*above, cluster)
        yield from ((box, path) for box in cluster.boxes)
        if cluster.frame:
            yield cluster.frame, path
        for inner in cluster.inner:
            yield from self._paths(inner, path)

    def _ways(self, cluster: Cluster, above: tuple[Cluster, ...]) -> Iterator[tuple[str, Sequence[Cluster]]]:
        way = (*above, cluster)
        yield cluster.id, way
        for inner in cluster.inner:
            yield from self._ways(inner, way)

    def _figures(self, cluster: Cluster) -> Iterator[Cluster]:
        yield cluster
        if cluster.id not in self.whole:
            for inner in cluster.inner:
                yield from self._figures(inner)


def counted(count: int, noun: str) -> str:
    """So many of a kind.

    >>> counted(1, "service"), counted(2, "proxy")
    ('1 service', '2 proxies')
    """
    return f"{count} {noun if count == 1 else plural(noun)}"
