"""By what the boxes of a drawing are put together: frames, kinds, owners, tiers, or how closely they are tied."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Literal, get_args

from archgen.dividing.cluster import Cluster
from archgen.dsl.appearance import Tone
from archgen.dsl.naming import slug
from archgen.model.drawing import Box, Drawing, Frame

Manner = Literal["group", "kind", "owner", "tier", "community"]
MANNERS: tuple[Manner, ...] = get_args(Manner)
TIERS: Mapping[Tone, str] = {
    "client": "Clients",
    "edge": "Edge",
    "compute": "Servers",
    "data": "Stores",
    "messaging": "Messaging",
    "external": "Outside systems",
}
NOBODY, ELSEWHERE = "No owner", "Others"
SAME_IN_PLURAL = ("DNS",)


def manner_of(drawing: Drawing) -> Manner:
    """By group where there is one, else by community: what the parts of a design without groups have to do with one another."""
    return "group" if drawing.frames else "community"


def grouped(drawing: Drawing, manner: Manner) -> Cluster:
    """All boxes of the drawing in clusters. Those of a community are left by themselves: planning puts them together."""
    if manner == "group":
        return Cluster("", drawing.title, _loose(drawing, None), tuple(_nested(drawing, None)))
    if manner == "community":
        return Cluster("", drawing.title, tuple(box.id for box in drawing.boxes))
    return _sorted(drawing, {"kind": _kind, "owner": _owner, "tier": _tier}[manner])


def without_frames(drawing: Drawing) -> Drawing:
    """The drawing without its frames: one that an arrow ends at is a box."""
    ends = {end for arrow in drawing.arrows for end in (arrow.source, arrow.target)}
    made = (Box(frame.id, frame.title, "", tone=frame.tone, shape="closed") for frame in drawing.frames if frame.id in ends)
    boxes = (replace(box, frame=None) for box in drawing.boxes)
    return replace(drawing, boxes=(*boxes, *made), frames=())


def _nested(drawing: Drawing, parent: str | None) -> Iterator[Cluster]:
    for frame in drawing.frames:
        if frame.parent == parent:
            id = frame.id.partition(":")[2] or frame.id
            yield Cluster(id, frame.title, _loose(drawing, frame.id), tuple(_nested(drawing, frame.id)), frame.id)


def _loose(drawing: Drawing, frame: str | None) -> tuple[str, ...]:
    return tuple(box.id for box in drawing.boxes if box.frame == frame)


def _sorted(drawing: Drawing, heading: Callable[[Drawing, Box], str]) -> Cluster:
    """A cluster for each heading, in the order in which the drawing first comes to it."""
    found: dict[str, list[str]] = {}
    for box in drawing.boxes:
        found.setdefault(heading(drawing, box), []).append(box.id)
    return Cluster("", drawing.title, (), tuple(Cluster(slug(name), name, tuple(boxes)) for name, boxes in found.items()))


def _kind(_: Drawing, box: Box) -> str:
    kinds = plural(box.kind)
    return kinds[:1].upper() + kinds[1:] if box.kind else ELSEWHERE


def _owner(drawing: Drawing, box: Box) -> str:
    return box.owner or next((frame.title for frame in _around(drawing, box) if frame.boundary == "team"), NOBODY)


def _tier(drawing: Drawing, box: Box) -> str:
    """The tier that the author drew around it, else that of its colour."""
    drawn = next((frame.title for frame in _around(drawing, box) if frame.boundary == "tier"), None)
    return drawn or TIERS.get(box.tone, ELSEWHERE)


def _around(drawing: Drawing, box: Box) -> Iterator[Frame]:
    frames = {frame.id: frame for frame in drawing.frames}
    inner = box.frame
    while inner is not None:
        yield frames[inner]
        inner = frames[inner].parent


def plural(noun: str) -> str:
    """Several of a kind.

    >>> plural("search index"), plural("proxy"), plural("cache"), plural("DNS")
    ('search indexes', 'proxies', 'caches', 'DNS')
    """
    if noun in SAME_IN_PLURAL:
        return noun
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"
