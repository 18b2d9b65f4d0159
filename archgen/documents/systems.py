"""The designs that stand in a design as boxes: what is in each."""

from collections.abc import Iterator
from dataclasses import dataclass

from archgen.documents.closing import counted
from archgen.model.architecture import Architecture
from archgen.model.link import link
from archgen.vocabulary.components.system import System


@dataclass(frozen=True)
class Inside:
    """A system: the id that `--open` takes, what it is about, what is in it, and the systems within it."""

    name: str
    id: str
    summary: str
    size: str
    entry: str
    systems: "tuple[Inside, ...]"


def systems(architecture: Architecture, path: str = "") -> Iterator[Inside]:
    """Every system of the design."""
    for box in architecture.components(System):
        inner, id = link(box.design), f"{path}{architecture.id(box)}"
        size = f"{counted(len(inner.all_components), 'component')} and {counted(len(inner.all_connections), 'connection')}"
        entry = box.entry.name if box.entry else ""
        yield Inside(box.name, id, box.design.summary or "", size, entry, tuple(systems(inner, f"{id}.")))
