"""Clusters: the boxes of a drawing, in groups within groups."""

from collections.abc import Iterator
from functools import cached_property

from archgen.values import dataclass


@dataclass(frozen=True)
class Cluster:
    """Boxes that belong together, `boxes` by themselves and others in `inner` clusters.

    `id` tells it from all others of the drawing and is empty for the whole; `frame` is the frame of the drawing that it stands
    for, None where it stands for none. It is `made` where archgen put it together, and no author.
    """

    id: str
    name: str
    boxes: tuple[str, ...] = ()
    inner: tuple["Cluster", ...] = ()
    frame: str | None = None
    made: bool = False

    @cached_property
    def members(self) -> tuple[str, ...]:
        """Every box in it, at any depth."""
        return (*self.boxes, *(box for cluster in self.inner for box in cluster.members))

    @cached_property
    def frames(self) -> tuple[str, ...]:
        """Every frame that it or a cluster in it stands for."""
        return (*([self.frame] if self.frame else []), *(frame for cluster in self.inner for frame in cluster.frames))

    def walk(self) -> Iterator["Cluster"]:
        """The cluster, and every one in it."""
        yield self
        for cluster in self.inner:
            yield from cluster.walk()
